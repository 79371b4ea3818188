package dev.perigee.graphql;

import dev.perigee.data.SelectedField;

/**
 * Under which names a remote answers. A field keeps its response name, so that a reply looks like the client's own, but for
 * names that are ours, and those that would hide another field of the type: objects are read by properties, too.
 */
final class ResponseKeys {
    private static final String NEED = "need_";
    private static final String ALIAS = "alias_";

    private ResponseKeys() {}

    static String of(SelectedField field) {
        String name = field.responseName();
        boolean isField = name.equals(field.definition().name());
        boolean isTaken = name.startsWith(NEED)
                || name.startsWith(ALIAS)
                || name.startsWith("__")
                || !isField && field.parentType().field(name) != null;
        return isTaken ? ALIAS + name : name;
    }

    /** What a field that is answered under a name is called by the client. */
    static String responseName(String key) {
        return key.startsWith(ALIAS) ? key.substring(ALIAS.length()) : key;
    }

    /** A field that nobody has selected, but somebody reads. The type keeps those of one place apart. */
    static String ofNeed(String typeName, String fieldName) {
        return NEED + typeName + "_" + fieldName;
    }

    /** Whether nobody has selected what is answered under a name. */
    static boolean isNeed(String key) {
        return key.startsWith(NEED);
    }

    /** A field as a document has it, with an alias if it needs one. */
    static String aliased(String key, String fieldName) {
        return key.equals(fieldName) ? key : key + ": " + fieldName;
    }
}
