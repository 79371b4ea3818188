package dev.perigee.grpc.input;

import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.schema.CoercionException;

/** Reads one value as JSON has it to what it is in coerced arguments. Immutable. */
interface ValueReader {
    /**
     * @param json a String, Boolean, Number, List or Map
     * @throws CoercionException if it is none of the field's; the path then says where
     */
    Object read(Object json, InputPath path);

    /** Whether null is a value; else it is the lack of one. */
    default boolean hasNull() {
        return false;
    }

    /** The key of a map, which is text in JSON whatever its type. */
    static Object key(InputForm form, Object key) {
        boolean isTruth = form instanceof InputForm.OfScalar scalar && scalar.scalar() == Form.Scalar.BOOLEAN;
        if (isTruth && key.equals("true")) return true;
        if (isTruth && key.equals("false")) return false;
        return new ReaderCompiler().reader(form).read(key, new InputPath(null));
    }
}
