package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.client.Operation;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which operation to run, and with what; to be mixed in. */
final class OperationOptions {
    @Option(
            names = "--variables",
            paramLabel = "JSON",
            description =
                    "The variables, a JSON object, or @ and the name of a file with one; @- is the standard input.")
    private @Nullable String variables;

    @Option(names = "--operation", paramLabel = "NAME", description = "Which operation to run, if there are several.")
    private @Nullable String operation;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Nullable String name() {
        return operation;
    }

    /** @throws ParameterException if they are no JSON object */
    Map<String, @Nullable Object> variables() {
        if (variables == null) return Map.of();
        return object(
                variables.startsWith("@")
                        ? JsonInput.file(variables.substring(1), Main.console(spec))
                        : JsonInput.text("--variables", variables));
    }

    Map<String, @Nullable Object> object(JsonInput json) {
        try {
            return json.object();
        } catch (JsonInput.WrongJson e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** @throws SyntaxException if the bytes are not UTF-8 */
    Operation<Map<String, @Nullable Object>> of(Source source, Map<String, @Nullable Object> variables) {
        Operation<Map<String, @Nullable Object>> read =
                Operation.of(text(source)).variables(variables);
        return operation == null ? read : read.named(operation);
    }

    /** @throws SyntaxException if the bytes are not UTF-8: who takes requests as text never sees them */
    static String text(Source source) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(source.bytes())).toString();
        } catch (CharacterCodingException e) {
            Parser.parse(source); // which says where
            throw new IllegalStateException("The parser has accepted what is not UTF-8", e);
        }
    }
}
