package dev.perigee.codegen.client;

import com.palantir.javapoet.CodeBlock;

/** Text as a text block of Java, one line of it a line. */
final class TextBlock {
    private TextBlock() {}

    static CodeBlock of(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"\"\"", "\\\"\"\"")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace("\f", "\\f")
                .replaceAll(" (?=\n|$)", "\\\\s");
        boolean endsWithQuote = escaped.endsWith("\"");
        return CodeBlock.of(
                "\"\"\"\n$>$>$L\"\"\"$<$<",
                endsWithQuote ? escaped.substring(0, escaped.length() - 1) + "\\\"" : escaped);
    }
}
