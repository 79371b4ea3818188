package dev.perigee.grpc.gateway;

import dev.perigee.data.Binding;
import dev.perigee.data.Wiring;
import dev.perigee.grpc.graph.RootField.Result;
import dev.perigee.grpc.wire.WireMessage;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connections of pages that a service gives by token: what no message has of them. A cursor stands for the end of its
 * page, so only the last edge has one.
 *
 * @see <a href="https://google.aip.dev/158">AIP-158</a>
 */
final class Pages {
    private Pages() {}

    /** @param cursor null of all but the last of a page that another follows */
    private record Edge(WireMessage node, @Nullable String cursor) {}

    private record PageInfo(@Nullable String endCursor) {}

    static void bind(Schema schema, Wiring.Builder wiring, Result.Page page) {
        if (!(schema.type(page.connection().name()) instanceof ObjectType connection)) return;
        OutputField edges = connection.field("edges");
        if (edges != null && edges.namedType() instanceof ObjectType edge) {
            read(wiring, connection, "edges", parent -> edges(page, (WireMessage) parent));
            read(wiring, edge, "node", parent -> ((Edge) parent).node());
            read(wiring, edge, "cursor", parent -> ((Edge) parent).cursor());
        }
        OutputField info = connection.field("pageInfo");
        if (info != null)
            read(wiring, connection, "pageInfo", parent -> new PageInfo(next(page, (WireMessage) parent)));
    }

    /** The fields that pages of all lists share. */
    static void bindPageInfo(Schema schema, Wiring.Builder wiring) {
        if (!(schema.type("PageInfo") instanceof ObjectType type)) return;
        read(wiring, type, "hasNextPage", parent -> parent instanceof PageInfo info && info.endCursor() != null);
        read(wiring, type, "endCursor", parent -> parent instanceof PageInfo info ? info.endCursor() : null);
    }

    private static List<Edge> edges(Result.Page page, WireMessage parent) {
        List<?> items = (List<?>) parent.read(page.items());
        String next = next(page, parent);
        List<Edge> edges = new ArrayList<>();
        if (items == null) return edges;
        for (int i = 0; i < items.size(); i++) {
            edges.add(new Edge((WireMessage) items.get(i), i == items.size() - 1 ? next : null));
        }
        return edges;
    }

    private static @Nullable String next(Result.Page page, WireMessage parent) {
        return parent.read(page.nextPageToken()) instanceof String token && !token.isEmpty() ? token : null;
    }

    private static void read(Wiring.Builder wiring, ObjectType type, String field, Reader reader) {
        if (type.field(field) == null) return;
        wiring.sourced(type.name(), field, new Binding.Read((parent, arguments) -> reader.read(parent)));
    }

    /** Reads a field of a page. */
    @FunctionalInterface
    private interface Reader {
        @Nullable Object read(Object parent);
    }
}
