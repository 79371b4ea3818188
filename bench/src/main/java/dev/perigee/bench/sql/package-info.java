/**
 * Nested lists from an SQL database, by Perigee and by what people use for it today: the same rows, and the same bytes of
 * JSON. Read {@link dev.perigee.bench.sql.NestedRowsBenchmark} first.
 */
@NullMarked
package dev.perigee.bench.sql;

import org.jspecify.annotations.NullMarked;
