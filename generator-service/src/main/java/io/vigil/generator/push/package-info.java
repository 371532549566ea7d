/**
 * The devices at work: each measures once a second, at its own moment of the second, and pushes the
 * reading to ingest, one request at a time and in order. What ingest does not take is kept in a
 * bounded backlog and sent again when ingest allows it. One thread drives all devices; only the
 * HTTP client has others.
 */
@NullMarked
package io.vigil.generator.push;

import org.jspecify.annotations.NullMarked;
