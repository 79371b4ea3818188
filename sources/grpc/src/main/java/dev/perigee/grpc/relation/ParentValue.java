package dev.perigee.grpc.relation;

import org.jspecify.annotations.Nullable;

/** What a relation reads of the objects that have its field. Immutable. */
public sealed interface ParentValue permits ParentField, ParentProperty {
    /** What has to be asked for, as whoever has the objects knows it: a path in the IDL's names, or a property. */
    String need();

    /** Whether an object has several values of it. */
    boolean isRepeated();

    /** In the forms of {@link Values}, a List of several; null where there is none. */
    @Nullable Object read(Object parent, MessageReader reader);
}
