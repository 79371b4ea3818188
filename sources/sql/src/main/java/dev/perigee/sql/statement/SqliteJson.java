package dev.perigee.sql.statement;

import java.sql.SQLException;
import java.util.List;

/** Writes keys as JSON, each value in the form that SQLite stores it in: {@code [1,2]}, of several columns {@code [[1,"a"]]}. */
final class SqliteJson {
    private static final String HEX = "0123456789abcdef";

    private SqliteJson() {}

    static String write(List<List<Object>> keys) throws SQLException {
        StringBuilder out = new StringBuilder(keys.size() * 8 + 2).append('[');
        for (int i = 0; i < keys.size(); i++) {
            if (i > 0) out.append(',');
            List<Object> key = keys.get(i);
            if (key.size() == 1) writeValue(out, key.getFirst());
            else writeKey(out, key);
        }
        return out.append(']').toString();
    }

    private static void writeKey(StringBuilder out, List<Object> key) throws SQLException {
        out.append('[');
        for (int i = 0; i < key.size(); i++) {
            if (i > 0) out.append(',');
            writeValue(out, key.get(i));
        }
        out.append(']');
    }

    private static void writeValue(StringBuilder out, Object value) throws SQLException {
        switch (SqliteValues.stored(value)) {
            case Number number -> out.append(number);
            case String text -> writeString(out, text);
            case Object other -> throw new SQLException("JSON has no form for " + other.getClass());
        }
    }

    private static void writeString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ') out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            else out.append(c);
        }
        out.append('"');
    }
}
