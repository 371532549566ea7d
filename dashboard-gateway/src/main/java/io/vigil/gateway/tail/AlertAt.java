package io.vigil.gateway.tail;

import io.vigil.schema.alert.Alert;

/**
 * One revision of an episode.
 *
 * @param alerts the place in the topic of alerts right after it
 */
public record AlertAt(Alert alert, Offsets alerts) {}
