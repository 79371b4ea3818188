/** Mutations against real databases: {@link dev.perigee.sql.mutation.Games} is their model. */
package dev.perigee.sql.mutation;
