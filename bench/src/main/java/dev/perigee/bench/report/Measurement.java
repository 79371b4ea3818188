package dev.perigee.bench.report;

/**
 * What one benchmark came to.
 *
 * @param micros time of one operation
 * @param errorMicros half of the 99.9 % confidence interval of the time; NaN where there were too few iterations
 * @param allocatedBytes allocated by one operation
 */
record Measurement(double micros, double errorMicros, double allocatedBytes) {}
