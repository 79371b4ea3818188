package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods that are on purpose too large for the JIT to copy into their callers. Comments in them say why. */
final class MethodSizeTest {
    /** The bytes of bytecode up to which HotSpot inlines a method that is called often: {@code -XX:FreqInlineSize}. */
    private static final int INLINED_UP_TO = 325;

    private static final Pattern OFFSET = Pattern.compile("(?m)^ +(\\d+): [a-z]");

    @ParameterizedTest
    @CsvSource({"Lexer, next", "ExecutableParser, selection"})
    void is_larger_than_what_is_inlined(String type, String method) {
        assertThat(bytecodeOf("dev.perigee.language." + type, method)).isGreaterThan(INLINED_UP_TO);
    }

    /** The offset of its last instruction. */
    private static int bytecodeOf(String type, String method) {
        String code = Arrays.stream(disassembled(type).split("\\R\\R"))
                .filter(block -> block.lines().findFirst().orElse("").contains(" " + method + "("))
                .findFirst()
                .orElseThrow();
        return OFFSET.matcher(code)
                .results()
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .max()
                .orElseThrow();
    }

    private static String disassembled(String type) {
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        int exit = javap.run(printer, printer, "-c", "-p", "-classpath", System.getProperty("java.class.path"), type);
        assertThat(exit).as(out.toString()).isZero();
        return out.toString();
    }
}
