package dev.perigee.codegen.code;

import com.palantir.javapoet.CodeBlock;
import dev.perigee.language.Printer;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.OutputField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Descriptions as Javadoc: text, in which nothing is a tag, an entity or the end of a comment. */
public final class Javadocs {
    private Javadocs() {}

    /** Of a type; empty if it has no description. */
    public static CodeBlock of(@Nullable String description) {
        return text(description == null ? "" : escaped(description));
    }

    /** Of what has members that are documented with it: {@code @param name description}. */
    public static CodeBlock of(@Nullable String description, List<Member> members) {
        List<String> parts = new ArrayList<>();
        for (Member member : members) {
            String text = member.text();
            if (!text.isEmpty()) parts.add("@param " + member.javaName() + " " + text.replace("\n", "\n    "));
        }
        String whole = description == null ? "" : escaped(description);
        String tags = String.join("\n", parts);
        return text(whole + (whole.isEmpty() || tags.isEmpty() ? "" : "\n\n") + tags);
    }

    /** Without anything, there is no comment either. */
    private static CodeBlock text(String text) {
        return text.isEmpty() ? CodeBlock.builder().build() : CodeBlock.of("$L", text);
    }

    /** A component or parameter. */
    public record Member(
            String javaName,
            @Nullable String description,
            @Nullable String remark) {
        public static Member of(String javaName, OutputField field) {
            return new Member(javaName, field.description(), deprecation(field.deprecationReason()));
        }

        public static Member of(String javaName, InputValue value) {
            String standard = value.defaultValue() == null
                    ? null
                    : "Default: " + escaped(Printer.printCompact(value.defaultValue()));
            String deprecation = deprecation(value.deprecationReason());
            String remark =
                    standard == null ? deprecation : deprecation == null ? standard : standard + "\n" + deprecation;
            return new Member(javaName, value.description(), remark);
        }

        private String text() {
            String first = description == null ? "" : escaped(description);
            if (remark == null) return first;
            return first.isEmpty() ? remark : first + "\n" + remark;
        }

        private static @Nullable String deprecation(@Nullable String reason) {
            return reason == null ? null : "Deprecated: " + escaped(reason);
        }
    }

    /** The tag of what is deprecated. */
    public static CodeBlock deprecated(String reason) {
        return CodeBlock.of("@deprecated $L", escaped(reason).replace("\n", "\n    "));
    }

    /**
     * Text that means itself. A backslash is one too many where {@code \\u} would follow: javac reads such escapes also in
     * comments.
     */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '\\' -> out.append("&#92;");
                case '/' -> out.append(i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/");
                case '{' -> out.append("&#123;");
                case '}' -> out.append("&#125;");
                case '\r' -> {}
                case '\n' -> out.append('\n');
                default -> out.append(c < ' ' && c != '\t' || Character.isSurrogate(c) && isLone(text, i) ? ' ' : c);
            }
        }
        return out.toString().strip().replaceAll("[ \\t]+\n", "\n");
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c))
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
