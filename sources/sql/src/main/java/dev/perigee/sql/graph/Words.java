package dev.perigee.sql.graph;

import java.util.Locale;

/** How names are made of other names. */
final class Words {
    private Words() {}

    /** {@code Post}: {@code post}, {@code URLPath}: {@code urlPath}, {@code URL}: {@code url}. */
    static String fieldName(String typeName) {
        int upper = 0;
        while (upper < typeName.length() && Character.isUpperCase(typeName.charAt(upper))) upper++;
        boolean startsWord = upper > 1 && upper < typeName.length() && Character.isLetter(typeName.charAt(upper));
        int end = startsWord ? upper - 1 : upper;
        return typeName.substring(0, end).toLowerCase(Locale.ROOT) + typeName.substring(end);
    }

    static String pascal(String fieldName) {
        return fieldName.substring(0, 1).toUpperCase(Locale.ROOT) + fieldName.substring(1);
    }
}
