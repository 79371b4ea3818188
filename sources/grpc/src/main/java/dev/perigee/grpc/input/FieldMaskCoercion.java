package dev.perigee.grpc.input;

import com.google.protobuf.FieldMask;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.CoercionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code FieldMask}: a message of that type, from paths in lowerCamelCase with commas between them, such as
 * {@code displayName,address.zipCode}; back to that.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
final class FieldMaskCoercion implements Coercion {
    @Override
    public FieldMask coerceInput(Object value) {
        if (!(value instanceof String text)) throw notAMask(value);
        if (text.isEmpty()) return FieldMask.getDefaultInstance();
        List<String> paths = new ArrayList<>();
        for (String path : text.split(",", -1)) {
            String snake = snake(path);
            if (snake == null) throw notAMask(value);
            paths.add(snake);
        }
        return FieldMask.newBuilder().addAllPaths(paths).build();
    }

    @Override
    public String coerceResult(Object value) {
        return switch (value) {
            case FieldMask mask -> camel(mask.getPathsList());
            case List<?> paths -> camel(paths);
            case String text -> camel(coerceInput(text).getPathsList());
            default -> throw Misfit.of("FieldMask", value, "not a mask");
        };
    }

    private static String camel(List<?> paths) {
        return paths.stream().map(path -> camel(String.valueOf(path))).collect(Collectors.joining(","));
    }

    private static String camel(String path) {
        StringBuilder camel = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isWordStart = c == '_' && i + 1 < path.length() && isLower(path.charAt(i + 1));
            if (isWordStart) camel.append((char) (path.charAt(++i) - 'a' + 'A'));
            else if (isUpper(c) || c == '_' || c == ',') {
                throw Misfit.of("FieldMask", path, "a path that has no form in lowerCamelCase");
            } else camel.append(c);
        }
        return camel.toString();
    }

    /** Null if it is no path: parts of letters and digits that begin with a small letter, or are {@code *}. */
    private static @Nullable String snake(String path) {
        StringBuilder snake = new StringBuilder(path.length() + 8);
        boolean isStart = true;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isLetter = isLower(c) || isUpper(c) && !isStart;
            if (!isLetter && c != '*' && (isStart || !(c == '.' || c >= '0' && c <= '9'))) return null;
            if (isUpper(c)) snake.append('_').append((char) (c - 'A' + 'a'));
            else snake.append(c);
            isStart = c == '.';
        }
        return isStart ? null : snake.toString();
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static CoercionException notAMask(Object value) {
        return Misfit.of("FieldMask", value, "not paths in lowerCamelCase, such as \"displayName,address.zipCode\"");
    }
}
