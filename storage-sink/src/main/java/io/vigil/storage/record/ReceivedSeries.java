package io.vigil.storage.record;

import io.vigil.schema.wire.Reading;
import io.vigil.storage.series.SeriesKey;
import java.util.List;

/** Readings of one record that can be stored, in the order in which the device sent them. */
public record ReceivedSeries(SeriesKey key, List<Reading> readings) {}
