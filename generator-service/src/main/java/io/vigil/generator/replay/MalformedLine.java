package io.vigil.generator.replay;

/**
 * A line that is not replayed.
 *
 * @param line its number, from 1
 * @param code what is wrong with it
 */
record MalformedLine(int line, String code) {}
