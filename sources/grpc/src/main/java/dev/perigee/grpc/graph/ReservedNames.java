package dev.perigee.grpc.graph;

import java.util.Set;

/** Names of types that no message or enum can have, whatever else is in the graph: an underscore is appended. */
final class ReservedNames {
    static final String PAGE_INFO = "PageInfo";

    static final Set<String> TYPES = Set.of(
            "Query",
            "Mutation",
            "Subscription",
            "Int",
            "Float",
            "String",
            "Boolean",
            "ID",
            "UInt32",
            "Int64",
            "UInt64",
            "Bytes",
            "Timestamp",
            "Duration",
            "FieldMask",
            "JSON",
            "Any",
            PAGE_INFO,
            "AccessOtherwise",
            "GrpcBatch",
            "GrpcBindings",
            "GrpcMissing",
            "GrpcNotFound",
            "GrpcPaths",
            "GrpcSingle");

    private ReservedNames() {}
}
