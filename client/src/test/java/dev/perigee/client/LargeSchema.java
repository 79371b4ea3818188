package dev.perigee.client;

/** SDL in the kind of a very large public API: nodes, connections, edges, inputs, payloads, enums, unions, descriptions. */
final class LargeSchema {
    private LargeSchema() {}

    /** @param resources each of them has seven types, and some 30 lines */
    static String sdl(int resources) {
        StringBuilder sdl = new StringBuilder("""
            "What has an id."
            interface Node { id: ID! }
            scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/andimarek/date-time")
            type PageInfo { hasNextPage: Boolean! endCursor: String }
            """);
        StringBuilder query = new StringBuilder("type Query {\n  node(id: ID!): Node\n");
        StringBuilder mutation = new StringBuilder("type Mutation {\n");
        for (int i = 0; i < resources; i++) {
            sdl.append(resource("Thing" + i, "Thing" + (i * 7 + 1) % resources));
            query.append(
                    "  thing%d(first: Int = 10, after: String, orderBy: Thing%dOrder = {field: NAME}): Thing%dConnection!\n"
                            .formatted(i, i, i));
            mutation.append("  updateThing%d(input: UpdateThing%dInput!): Thing%dPayload\n".formatted(i, i, i));
        }
        return sdl.append(query).append("}\n").append(mutation).append("}\n").toString();
    }

    private static String resource(String name, String other) {
        return """
            \"""
            %1$s, of which there are many.

            It has *several* lines of "description".
            \"""
            type %1$s implements Node {
              id: ID!
              "Its name."
              name(locale: String = "en"): String!
              createdAt: DateTime!
              parent: %2$s
              children(first: Int, after: String): %2$sConnection!
              tags: [[String!]!]
              old: Int @deprecated(reason: "Use `new`.")
            }
            type %1$sConnection { nodes: [%1$s] edges: [%1$sEdge!] pageInfo: PageInfo! totalCount: Int! }
            type %1$sEdge { node: %1$s cursor: String! }
            enum %1$sField { NAME CREATED_AT @deprecated }
            input %1$sOrder { field: %1$sField! = NAME, descending: Boolean = false }
            input Update%1$sInput {
              id: ID!
              name: String
              tags: [String!] = ["a", "b"]
              old: Int @deprecated(reason: "No.")
            }
            union %1$sPayload = %1$s | %2$s
            """.formatted(name, other);
    }
}
