package dev.perigee.codegen.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command line or a build says, and {@code perigee.yaml} need not.
 *
 * @param classPath in addition to that of the file
 * @param output instead of that of the file, null for the file's
 * @param skeletons likewise
 */
public record GeneratorOverrides(
        List<Path> classPath,
        @Nullable Path output,
        @Nullable Path skeletons) {
    public static final GeneratorOverrides NONE = new GeneratorOverrides(List.of(), null, null);
}
