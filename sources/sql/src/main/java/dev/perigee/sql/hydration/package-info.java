/**
 * Hydration: which columns and rows the fields of an operation need, in which statements they are read, and how rows
 * become the values of fields. Uses {@code graph}, {@code database}, {@code statement}, {@code model} and the engine's data
 * layer. Read {@link dev.perigee.sql.hydration.Hydration} and {@link dev.perigee.sql.hydration.RowsSource} first.
 */
@NullMarked
package dev.perigee.sql.hydration;

import org.jspecify.annotations.NullMarked;
