package dev.perigee.cli;

import dev.perigee.language.Field;
import dev.perigee.language.Location;
import dev.perigee.language.Name;
import dev.perigee.language.NameLocation;
import dev.perigee.language.Node;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is told the fields of a node by {@link NodeKinds}. */
interface NodeFields {
    NodeFields text(String field, String value) throws IOException;

    NodeFields truth(String field, boolean value) throws IOException;

    /** @param child null where there is none */
    NodeFields node(String field, @Nullable Node child) throws IOException;

    NodeFields list(String field, List<? extends Node> children) throws IOException;

    /** The name of a node, which is a node of its own in graphql-js. */
    default NodeFields name(Node named, @Nullable String name) throws IOException {
        return node("name", name == null ? null : new Name(name, NameLocation.of(named)));
    }

    /** An alias is where its field starts. */
    default NodeFields alias(Field aliased) throws IOException {
        String alias = aliased.alias();
        if (alias == null) return this;
        Location start = aliased.location();
        Location location = new Location(start.source(), start.start(), start.start() + alias.length());
        return node("alias", new Name(alias, location));
    }
}
