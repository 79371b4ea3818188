/**
 * Perigee beside its peers: the same documents, the same objects, the same answers, checked before they are timed. Each
 * benchmark is a class; {@link dev.perigee.bench.report.Report} makes the page of what one run of all of them measured.
 * Read {@link dev.perigee.bench.ExecuteBenchmark} first.
 */
@NullMarked
package dev.perigee.bench;

import org.jspecify.annotations.NullMarked;
