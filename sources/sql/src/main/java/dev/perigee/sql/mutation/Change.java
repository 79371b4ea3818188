package dev.perigee.sql.mutation;

import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.statement.Dialect;

/** What a field of Mutation does. Immutable; shared by all requests. */
sealed interface Change permits CreateRow, UpdateRow, DeleteRow {
    /**
     * Reads what is to be written from the field's arguments, and checks all of it that can be checked here.
     *
     * @throws dev.perigee.data.ClientException if an argument is wrong
     */
    Write read(SelectedField field, SourceRun run);

    /** The statement that it begins with, where all columns are given that can be. */
    String describe(Dialect dialect);

    /** A change with its values. For one request. */
    @FunctionalInterface
    interface Write {
        /**
         * Makes the change. Gives the field's value.
         *
         * @throws dev.perigee.data.ClientException if the database refuses what is written
         */
        Object make(Writes writes) throws Exception;
    }
}
