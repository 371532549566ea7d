/**
 * How all benchmarks measure: contenders take turns in rounds, a round is a {@link
 * io.vigil.bench.measure.Sample} of work, wall clock and processor time, the median of the rounds'
 * ratios is the figure, and a {@link io.vigil.bench.measure.Report} prints it and puts it on the
 * page. Servers are processes of their own, so that their processor time can be told.
 */
@NullMarked
package io.vigil.bench.measure;

import org.jspecify.annotations.NullMarked;
