package dev.perigee.execution;

/** Stands in a column where a value could not be obtained. The writer makes an error of it where it would have stood. */
record Failure(Throwable cause) {}
