/**
 * The statements that Perigee sends, as data, and how each database writes them. Text is made of the model's names and of
 * placeholders alone; every value is bound. Uses {@code model}. Read {@link dev.perigee.sql.statement.Statement} and
 * {@link dev.perigee.sql.statement.Dialect} first.
 */
@NullMarked
package dev.perigee.sql.statement;

import org.jspecify.annotations.NullMarked;
