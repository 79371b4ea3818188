package dev.perigee.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A media type or range of a header, such as {@code application/json;q=0.9}.
 *
 * @param type in lower case, or {@code *}
 * @param subtype in lower case, or {@code *}
 * @param charset in lower case, null where none is given
 * @param quality how much it is wanted, in thousandths; 0 is not at all
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.accept">RFC 9110, Accept</a>
 */
record MediaRange(String type, String subtype, @Nullable String charset, int quality) {
    /** Null if it is malformed. */
    static @Nullable MediaRange parse(String text) {
        List<String> parts = split(text, ';');
        if (parts.isEmpty()) return null;
        String[] types = parts.getFirst().strip().toLowerCase(Locale.ROOT).split("/", -1);
        if (types.length != 2 || types[0].isEmpty() || types[1].isEmpty()) return null;
        if (types[0].equals("*") && !types[1].equals("*")) return null;
        String charset = null;
        int quality = 1000;
        for (String parameter : parts.subList(1, parts.size())) {
            String name = parameter.replaceFirst("=.*", "").strip().toLowerCase(Locale.ROOT);
            String value = parameter
                    .substring(Math.min(parameter.length(), parameter.indexOf('=') + 1))
                    .strip();
            if (name.equals("charset")) charset = unquoted(value).toLowerCase(Locale.ROOT);
            if (name.equals("q")) quality = thousandths(value);
        }
        return quality < 0 ? null : new MediaRange(types[0], types[1], charset, quality);
    }

    /** The parts of a list, without those that are blank; a separator in a quoted string is none. */
    static List<String> split(String list, char separator) {
        List<String> parts = new ArrayList<>();
        boolean isQuoted = false;
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            if (i == list.length() || (list.charAt(i) == separator && !isQuoted)) {
                String part = list.substring(start, i);
                if (!part.isBlank()) parts.add(part);
                start = i + 1;
            } else if (list.charAt(i) == '"') {
                isQuoted = !isQuoted;
            } else if (list.charAt(i) == '\\' && isQuoted) {
                i++;
            }
        }
        return parts;
    }

    boolean matches(Answer answer) {
        return (type.equals("*") || type.equals(answer.type))
                && (subtype.equals("*") || subtype.equals(answer.subtype))
                && isUtf8();
    }

    /** Whether it names this encoding, or none, which means this one. */
    boolean isUtf8() {
        return charset == null || charset.equals("utf-8") || charset.equals("utf8");
    }

    /** Whether it is a type, and not a range of types. */
    boolean isNamed() {
        return !subtype.equals("*");
    }

    /** The more it says, the more it counts. */
    int specificity() {
        return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1) + (charset == null ? 0 : 1);
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }

    /** From 0 to 1 with up to three digits after the point; -1 if it is anything else. */
    private static int thousandths(String quality) {
        if (!quality.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?")) return -1;
        return (int) Math.round(Double.parseDouble(quality) * 1000);
    }
}
