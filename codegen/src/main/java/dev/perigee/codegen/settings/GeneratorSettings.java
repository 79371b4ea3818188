package dev.perigee.codegen.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be generated, and what is there already. Immutable.
 *
 * @param schema files of SDL, which together are one schema
 * @param packageName of what is generated for a server, null if nothing is
 * @param output the folder of generated sources; all that the generator made there and no longer makes is deleted
 * @param sources folders of Java sources, to find existing classes in; they need not compile yet
 * @param classPath jars and class folders, likewise
 * @param autobind packages: their public classes stand behind the types of the same names
 * @param types classes by the names of the types they stand behind
 * @param scalars what scalars are in Java, by their names; {@code ID} may be among them
 * @param resolvers by coordinate, such as {@code Todo.owner}; also of fields that a class has
 * @param skeletons where resolvers are begun that are not there yet, null for nowhere
 * @param client what is generated for a client, null if nothing is
 */
public record GeneratorSettings(
        List<Path> schema,
        @Nullable String packageName,
        Path output,
        List<Path> sources,
        List<Path> classPath,
        List<Setting> autobind,
        Map<String, Setting> types,
        Map<String, ScalarSetting> scalars,
        Map<String, ResolverSetting> resolvers,
        @Nullable Path skeletons,
        @Nullable ClientSettings client) {
    /** Of a schema alone: nothing is bound. */
    public static GeneratorSettings of(List<Path> schema, String packageName, Path output) {
        return new GeneratorSettings(
                schema, packageName, output, List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), null, null);
    }
}
