package dev.perigee.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.data.AccessDirectives;
import dev.perigee.language.Location;
import dev.perigee.language.Source;
import dev.perigee.schema.AudienceDirective;
import dev.perigee.schema.DirectiveLibrary;
import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schema as a command is given it: files of SDL, folders of such files, which together are one schema, or one file
 * with an introspection result as JSON.
 */
final class SchemaFiles {
    static final String DESCRIPTION =
            "Files of SDL, folders with .graphql, .graphqls and .gql files, or one introspection"
                    + " result as JSON; - is the standard input.";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SchemaFiles() {}

    /** The files and what is in the folders, in the order given, those of a folder sorted by their paths. */
    static List<Source> read(List<String> files, Console console) {
        List<Source> sources = new ArrayList<>();
        for (String file : files) {
            if (file.equals(Inputs.STANDARD_INPUT) || !Files.isDirectory(Path.of(file))) {
                sources.add(Inputs.read(file, console));
            } else {
                for (Path path : inFolder(file)) sources.add(Inputs.read(path.toString(), console));
            }
        }
        return sources;
    }

    /**
     * The schema, with the definitions of Perigee's own directives that it uses.
     *
     * @throws SchemaException if it is not valid, with everything that is wrong
     */
    static Schema schema(List<Source> sources) {
        for (Source source : sources) {
            if (!isJson(source)) continue;
            if (sources.size() == 1) return introspected(source);
            throw wrong(source, 0, "An introspection result is a whole schema: there can be no other files with it.");
        }
        return Schema.read(
                DirectiveLibrary.addUsed(sources, List.of(AccessDirectives.SOURCE, AudienceDirective.SOURCE)));
    }

    private static List<Path> inFolder(String folder) {
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            List<Path> files = paths.filter(SchemaFiles::isSdl).sorted().toList();
            if (!files.isEmpty()) return files;
            throw new FileException(
                    "read", folder, new IOException("there is no .graphql, .graphqls or .gql file in it"));
        } catch (IOException e) {
            throw new FileException("read", folder, e);
        } catch (UncheckedIOException e) {
            throw new FileException("read", folder, new IOException(e.getMessage(), e));
        }
    }

    private static boolean isSdl(Path path) {
        String name = path.toString();
        return name.endsWith(".graphql") || name.endsWith(".graphqls") || name.endsWith(".gql");
    }

    /**
     * No SDL starts with a brace, but executable documents do, which are told what they are by who reads SDL: in JSON a
     * string or the other brace follows, in a document a name, dots or a comment. Before it may be a byte order mark.
     */
    private static boolean isJson(Source source) {
        byte[] bytes = source.bytes();
        boolean isMarked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int brace = skipSpace(bytes, isMarked ? 3 : 0);
        if (brace == bytes.length || bytes[brace] != '{') return false;
        int next = skipSpace(bytes, brace + 1);
        return next == bytes.length || bytes[next] == '"' || bytes[next] == '}';
    }

    private static int skipSpace(byte[] bytes, int start) {
        int i = start;
        while (i < bytes.length && " \t\n\r".indexOf(bytes[i]) >= 0) i++;
        return i;
    }

    private static Schema introspected(Source source) {
        Map<String, @Nullable Object> result;
        try {
            result = MAPPER.readValue(source.bytes(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw wrong(source, (int) offset, "This is no JSON: " + JsonInput.reason(e));
        } catch (IOException e) {
            throw new FileException("read", source.name(), e);
        }
        return IntrospectionResult.toSchema(result);
    }

    private static SchemaException wrong(Source source, int offset, String message) {
        return new SchemaException(List.of(new SchemaProblem(message, List.of(new Location(source, offset, offset)))));
    }
}
