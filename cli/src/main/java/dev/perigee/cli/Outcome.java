package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perigee.client.GraphqlError;
import dev.perigee.client.GraphqlError.Place;
import dev.perigee.client.InvalidOperationException;
import dev.perigee.client.RequestErrorException;
import dev.perigee.client.Result;
import dev.perigee.language.Location;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** What has become of a document that was sent to a server, or was not; said to people and as an {@link ExitCode}. */
record Outcome(Source source, Console console, Consumer<JsonNode> json) {
    int of(Result<?> result) {
        json.accept(ResponseJson.of(result));
        return result.errors().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }

    /** What sending gives, or why there is no result. */
    int of(IntSupplier sending) {
        try {
            return sending.getAsInt();
        } catch (SyntaxException e) {
            console.err().println(e.describe());
            return ExitCode.WRONG_DOCUMENT;
        } catch (InvalidOperationException e) {
            for (GraphqlError error : e.errors()) describe(error, console.err());
            return ExitCode.WRONG_DOCUMENT;
        } catch (RequestErrorException e) {
            json.accept(ResponseJson.ofErrors(e.errors()));
            return ExitCode.REFUSED;
        }
    }

    private void describe(GraphqlError error, PrintWriter err) {
        if (error.locations().isEmpty()) err.println(source.name() + ": " + error.message());
        else
            err.println(new SyntaxException(
                            error.message(), location(error.locations().getFirst()))
                    .describe());
    }

    private Location location(Place place) {
        String[] lines = OperationOptions.text(source).split("\n", -1);
        int offset = 0;
        for (int line = 1; line < place.line() && line <= lines.length; line++) {
            offset += lines[line - 1].getBytes(UTF_8).length + 1;
        }
        String before = lines[Math.min(place.line(), lines.length) - 1];
        offset += before.substring(0, Math.min(place.column() - 1, before.length()))
                .getBytes(UTF_8)
                .length;
        offset = Math.min(offset, source.bytes().length);
        return new Location(source, offset, offset);
    }
}
