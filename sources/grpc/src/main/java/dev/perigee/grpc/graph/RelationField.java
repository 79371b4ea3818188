package dev.perigee.grpc.graph;

import dev.perigee.grpc.options.Relation;
import java.util.List;

/**
 * A field of a type that is a call, as an option of the message declares it.
 *
 * @param arguments those that the request's fields are given from
 * @param access of the method, and of what lies between its reply and the value
 */
record RelationField(
        Relation declared, Form value, boolean isList, List<RelationArgument> arguments, AccessRules access) {}
