package dev.perigee.codegen;

import dev.perigee.codegen.code.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was generated. Immutable; the same for the same schema, settings and classes.
 *
 * @param files in the order of the schema
 * @param skeletons to be written once, where there is none yet
 * @param documents for a server that is to trust them, null if nobody asked for that
 */
public record GeneratedFiles(
        List<SourceFile> files,
        List<SourceFile> skeletons,
        @Nullable String documents) {
    public GeneratedFiles {
        files = List.copyOf(files);
        skeletons = List.copyOf(skeletons);
    }
}
