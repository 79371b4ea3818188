package dev.perigee.codegen.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be generated for a client. Immutable.
 *
 * @param packageName of what is generated
 * @param operations files of operations and fragments
 * @param selections whether there are to be classes by which documents are built in code
 * @param documents where the documents are written that a server is to trust, null for nowhere
 */
public record ClientSettings(
        String packageName,
        List<Path> operations,
        boolean selections,
        @Nullable Path documents) {}
