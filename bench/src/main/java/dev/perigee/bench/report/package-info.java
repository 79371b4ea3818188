/**
 * Makes the page and the chart of one run of all benchmarks. Uses nothing of the benchmarks but their names. Read
 * {@link dev.perigee.bench.report.Report} first, then {@link dev.perigee.bench.report.Comparison}, which says what is
 * compared with what.
 */
@NullMarked
package dev.perigee.bench.report;

import org.jspecify.annotations.NullMarked;
