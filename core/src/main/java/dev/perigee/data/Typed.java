package dev.perigee.data;

/** A value that knows its object type, whatever its Java class: where an interface or union stands, this decides. */
public interface Typed {
    /** The name of an object type of the schema. */
    String typeName();
}
