/**
 * The devices at work: each measures once a second, at its own moment of the second, keeps the
 * reading on disk and pushes it to ingest. What ingest does not take is sent again when ingest
 * allows it, the present before the past. One thread drives all devices; only the HTTP client and
 * the disk have others.
 */
@NullMarked
package io.vigil.generator.push;

import org.jspecify.annotations.NullMarked;
