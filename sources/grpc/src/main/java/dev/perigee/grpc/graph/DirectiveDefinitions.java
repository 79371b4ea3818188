package dev.perigee.grpc.graph;

import dev.perigee.data.AccessDirectives;
import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The definitions of the directives that a schema uses. */
public final class DirectiveDefinitions {
    /** Of {@code @grpc}, with the types that it needs. */
    public static final String RELATION = """
        \"""
        The field is the reply of a gRPC method, or a part of it. Paths are in the names of the IDL.
        \"""
        directive @grpc(
          "Service and method: `acme.v1.Users/ListFriends`."
          method: String!
          "What is filled in of the request."
          with: GrpcBindings
          "The path from the reply to the value; empty for the reply itself. With `batch`, it has its own."
          result: String! = ""
          "The keys of many objects go into one call."
          batch: GrpcBatch
          "What stands where a key has no result; by default `NULL` where the type has room for it, else `ERROR`."
          missing: GrpcMissing
        ) on FIELD_DEFINITION

        \"""
        Fields of a request with their values: `{user_id: "parent.id", filter: {state: ACTIVE, page_size: "args.first"}}`.
        Strings are paths that begin with `parent`, `args` or `header`; text itself is in quotes, `"'text'"`. Without the
        field of a parent, there is no call, unless the path ends with `?`.
        \"""
        scalar GrpcBindings

        "A path, or of a key with several parts a path for each: `{tenant: \\"tenant_id\\", id: \\"id\\"}`."
        scalar GrpcPaths

        "How the keys of many objects go into one call, and how its results come back to them."
        input GrpcBatch {
          "The repeated field of the request: of keys, `ids`, or of messages with a key each, `requests.id`."
          keys: String!
          "The key of an object, `parent.manager_id`; if it is repeated, each of its items is a key."
          from: GrpcPaths!
          "What is repeated in the reply, and the value in it: `users`, `results.user`, `users_by_id.value`."
          result: String!
          "Whose an item of the result is: `id`."
          key: GrpcPaths
          "Whether a key has a list of values."
          many: Boolean! = false
          "The most keys of one call."
          max: Int! = 1000
          "Whether the results are in the order of the keys, one for each. Then `key` is left out."
          positional: Boolean! = false
          "What is done if the call ends with the status `NOT_FOUND`."
          notFound: GrpcNotFound! = FAIL
          "The method for one key, for `notFound: SINGLE`."
          single: GrpcSingle
        }

        "The call for one key."
        input GrpcSingle {
          "Service and method: `acme.v1.Users/GetUser`."
          method: String!
          "The field of the request that takes the key."
          key: GrpcPaths!
          "What else is filled in of the request."
          with: GrpcBindings
          "The path from the reply to the value; empty for the reply itself."
          result: String! = ""
        }

        "What stands where a key has no result."
        enum GrpcMissing {
          "Null."
          NULL
          "An error of the field."
          ERROR
          "Nothing: the list is shorter. For lists of keys."
          OMIT
        }

        "What is done if a batch ends with the status `NOT_FOUND`."
        enum GrpcNotFound {
          "All fields whose keys are in it have the error."
          FAIL
          "Each key is asked for by itself."
          SINGLE
          "All its keys are missing."
          NULL
        }
        """;

    private DirectiveDefinitions() {}

    /** @param used names of directives, without {@code @} */
    static List<Definition> of(Set<String> used) {
        List<Definition> definitions = new ArrayList<>();
        if (used.contains("grpc")) definitions.addAll(parse(RELATION).definitions());
        if (used.stream().anyMatch(AccessDirectives.NAMES::contains)) {
            definitions.addAll(parse(AccessDirectives.SDL).definitions());
        }
        return definitions;
    }

    private static Document parse(String definitions) {
        return Parser.parse(Source.of("(directives)", definitions), ParserLimits.SCHEMA);
    }
}
