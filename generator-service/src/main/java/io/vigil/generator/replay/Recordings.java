package io.vigil.generator.replay;

import java.util.List;

/**
 * What a CSV holds.
 *
 * @param all one for each patient, in the order of their first rows
 * @param firstMs the time of the first row
 * @param malformed the first lines that were left out
 * @param malformedLines how many there were in all
 */
record Recordings(
    List<Recording> all, long firstMs, List<MalformedLine> malformed, int malformedLines) {}
