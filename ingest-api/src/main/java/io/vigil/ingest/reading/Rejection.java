package io.vigil.ingest.reading;

/**
 * A reading that was refused.
 *
 * @param index its place in the request, from 0; of NDJSON, blank lines do not count
 * @param flaw what is wrong with it
 */
public record Rejection(int index, Flaw flaw) {}
