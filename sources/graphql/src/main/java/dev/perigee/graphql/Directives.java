package dev.perigee.graphql;

/** The directive that declares joins in SDL. */
final class Directives {
    static final String NAME = "remote";

    static final String SDL = """
        \"""
        The field is the value of a root field of another GraphQL server. All names are that server's own.
        \"""
        directive @remote(
          "Which server; may be left out where there is but one."
          server: String
          "A field of the server's Query type: `user`."
          field: String!
          "What is filled in of its arguments."
          with: RemoteBindings
          "The keys of many objects go into one list. Without, each object is asked for under an alias of one request."
          batch: RemoteBatch
        ) on FIELD_DEFINITION

        \"""
        Arguments with their values: `{id: "parent.authorId", first: "args.first", state: OPEN}`. Strings are paths that
        begin with `parent` or `args`; text itself is in quotes, `"'text'"`. An object without a value that it is asked
        for by is not asked for: its field is null.
        \"""
        scalar RemoteBindings

        "How the keys of many objects go into one field, and how its items come back to them."
        input RemoteBatch {
          "The argument that takes the list of keys: `ids`."
          argument: String!
          "The key of an object, `parent.authorId`; if it is a list, each of its items is a key."
          from: String!
          "The field of an item that says whose it is: `id`."
          key: String!
          "Whether a key has a list of items."
          many: Boolean! = false
          "The most keys of one request."
          max: Int! = 1000
        }
        """;

    private Directives() {}
}
