package io.vigil.ingest.limit;

import java.time.Duration;

/**
 * A budget is used up for now.
 *
 * @param limit its name, as the answer tells it
 * @param ofDevice whether it is the device's own, rather than the instance's
 * @param comeBackAfter when there will be something in it again
 */
public record Shortage(String limit, boolean ofDevice, Duration comeBackAfter) {}
