package dev.perigee.service;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.statement.Page;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a field of a message is filled from a record. Immutable; shared by all requests. */
sealed interface MessageField {
    FieldSetter setter();

    /** From a column. @param component reads it from a record */
    record OfColumn(Column column, MethodHandle component, FieldConversion conversion, FieldSetter setter)
            implements MessageField {}

    /** From what a relation leads to: a message, or a list of them. @param most of a list, {@link Page#NO_LIMIT} for all */
    record OfRelation(Relation relation, MethodHandle component, MessageShape target, FieldSetter setter, int most)
            implements MessageField {}

    /** By Java code. @param needs the columns that it reads, by ordinal */
    record OfCode(Function<Object, ? extends @Nullable Object> function, BitSet needs, FieldSetter setter)
            implements MessageField {}
}
