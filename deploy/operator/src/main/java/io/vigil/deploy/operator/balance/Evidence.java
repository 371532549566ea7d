package io.vigil.deploy.operator.balance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is compared, by series.
 *
 * @param before the ledger as it was before the stores were read: of this nothing may be missing
 * @param after the ledger as it was after they were read: this explains what is stored
 * @param log each in the order of the log
 * @param history empty where nobody looked
 * @param completeFromMs the ledger has every reading that ingest took since then
 */
public record Evidence(
    Map<SeriesName, List<Sent>> before,
    Map<SeriesName, List<Sent>> after,
    Map<SeriesName, List<Logged>> log,
    Optional<Map<SeriesName, List<Kept>>> history,
    long completeFromMs) {}
