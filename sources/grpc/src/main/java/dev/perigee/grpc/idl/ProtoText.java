package dev.perigee.grpc.idl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is read of a proto file without a compiler. Something in a comment that looks like an import is taken for one,
 * which does no harm: it makes one more folder known.
 */
final class ProtoText {
    private static final Pattern IMPORT = Pattern.compile(
            "(?m)(?:^|;)[ \\t]*import\\s+(?:(?:public|weak|option)\\s+)?[\"']([^\"'\\r\\n]{1,1000})[\"']");
    private static final Pattern PACKAGE = Pattern.compile("(?m)(?:^|;)[ \\t]*package\\s+([\\w.]{1,1000})\\s*;");

    private ProtoText() {}

    /** As they are written, in their order. */
    static List<String> imports(byte[] text) {
        return IMPORT.matcher(decode(text))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Empty if there is none. */
    static String packageName(byte[] text) {
        Matcher matcher = PACKAGE.matcher(decode(text));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String decode(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }
}
