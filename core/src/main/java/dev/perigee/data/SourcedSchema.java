package dev.perigee.data;

import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.schema.AudienceDirective;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.DirectiveLibrary;
import dev.perigee.schema.SchemaOnTop;
import dev.perigee.schema.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schema of a graph: what its sources bring, made one, and on top of it what people wrote. */
public final class SourcedSchema {
    private SourcedSchema() {}

    /**
     * A reader of all of it, with the scalars of the sources, and the directives that they, {@link AccessDirectives}
     * or {@link AudienceDirective} define where they are used.
     *
     * @param files on top: what they define goes before what sources bring under the same name
     */
    public static SchemaReader reader(List<? extends SchemaSource> sources, List<Source> files) {
        List<Source> brought = new ArrayList<>();
        List<Source> directives = new ArrayList<>(List.of(AccessDirectives.SOURCE, AudienceDirective.SOURCE));
        Map<String, Coercion> coercions = new HashMap<>();
        for (SchemaSource source : sources) {
            brought.addAll(source.sdl());
            directives.addAll(source.directives());
            coercions.putAll(source.coercions());
        }
        return SchemaReader.from(DirectiveLibrary.addUsed(onTop(brought, files), directives))
                .library(coercions);
    }

    /** A file that is no SDL is left to the reader, which tells of all files at once. */
    private static List<Source> onTop(List<Source> brought, List<Source> files) {
        try {
            return SchemaOnTop.of(brought, files);
        } catch (SyntaxException e) {
            return files;
        }
    }
}
