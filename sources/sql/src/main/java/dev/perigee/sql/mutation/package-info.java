/**
 * Mutations: rows are created, updated and deleted, each field in a transaction of its own, in which all that is selected
 * below it is read, too. Uses {@code hydration}, {@code graph}, {@code database}, {@code statement}, {@code model} and the
 * engine's data layer. Read {@link dev.perigee.sql.mutation.MutationLoad} and {@link dev.perigee.sql.mutation.Change}
 * first.
 */
@NullMarked
package dev.perigee.sql.mutation;

import org.jspecify.annotations.NullMarked;
