package io.vigil.storage.history;

import java.util.List;

/**
 * One step of the schema; what was released is never changed, only followed by another.
 *
 * @param version counts up from 1, without holes
 * @param cql one statement that may be repeated, for whoever applies it may die before it is noted
 */
record Migration(int version, String cql) {
  private static final String FRAGMENTS =
      """
      CREATE TABLE IF NOT EXISTS %s.fragments (
        patient text, vital text, day date,
        first_ms bigint, fragment text,
        last_ms bigint, readings int, block blob,
        PRIMARY KEY ((patient, vital, day), first_ms, fragment))
      WITH compaction = {
        'class': 'TimeWindowCompactionStrategy',
        'compaction_window_unit': 'DAYS', 'compaction_window_size': 7}
      AND default_time_to_live = %d
      """;

  /** All steps, in their order. */
  static List<Migration> all(HistoryProperties properties) {
    return List.of(
        new Migration(
            1, FRAGMENTS.formatted(properties.keyspace(), properties.keepFor().toSeconds())));
  }
}
