/**
 * How much may come in: token buckets for each device and for the instance, apart for present
 * readings and for backlog, and the delays at which the instance sheds load. Every limit has a
 * name, and what is refused is told when to come back.
 */
@NullMarked
package io.vigil.ingest.limit;

import org.jspecify.annotations.NullMarked;
