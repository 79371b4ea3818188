package dev.perigee.schema;

/** What an input value belongs to; it makes the schema coordinate. */
sealed interface InputOwner {
    String coordinate(String name);

    /** An argument of a field. */
    record OfField(String typeName, String fieldName) implements InputOwner {
        @Override
        public String coordinate(String name) {
            return typeName + "." + fieldName + "(" + name + ":)";
        }
    }

    /** An argument of a directive. */
    record OfDirective(String directiveName) implements InputOwner {
        @Override
        public String coordinate(String name) {
            return "@" + directiveName + "(" + name + ":)";
        }
    }

    /** A field of an input object type. */
    record OfInputObject(String typeName) implements InputOwner {
        @Override
        public String coordinate(String name) {
            return typeName + "." + name;
        }
    }
}
