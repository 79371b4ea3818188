package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.grpc.idl.Idl;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An IDL as a graph: what its types, fields and roots are, and their schema. The same IDL and options make the same
 * graph, and the same schema to the byte, in whichever order files and services come; what is added to the IDL renames
 * nothing. Immutable; safe to share between threads.
 */
public final class GrpcGraph {
    private final String sdl;
    private final List<RootField> roots;
    private final Map<String, MessageType> byName;
    private final Map<String, MessageType> byMessage;
    private final Map<String, InputType> inputs;
    private final Map<String, EnumShape> enums;
    private final Map<String, List<MessageType>> unions;
    private final List<String> report;

    GrpcGraph(GraphAssembly assembly) {
        this.sdl = assembly.sdl();
        this.roots = List.copyOf(assembly.roots());
        this.byName = Collections.unmodifiableMap(assembly.types());
        this.byMessage = Collections.unmodifiableMap(assembly.messages());
        this.inputs = Collections.unmodifiableMap(assembly.inputTypes());
        this.enums = Collections.unmodifiableMap(assembly.enums());
        this.unions = Collections.unmodifiableMap(assembly.unions());
        this.report = List.copyOf(assembly.report());
    }

    /** @throws GraphException if they make no graph, with everything that is wrong */
    public static GrpcGraph of(Idl idl, GraphOptions options) {
        return new GrpcGraph(new GraphAssembly(idl, options));
    }

    /** The schema, with the definitions of all directives and scalars that it uses. Ends with a line end. */
    public String sdl() {
        return sdl;
    }

    /** All fields of Query, Mutation and Subscription, in the order of services' names, then as they are in them. */
    public List<RootField> roots() {
        return roots;
    }

    /** An object type of the schema by its name; of a message, a map's entry, or a connection. */
    public @Nullable MessageType type(String graphqlName) {
        return byName.get(graphqlName);
    }

    /** The object types of the schema, in the order of their names. */
    public Collection<MessageType> types() {
        return byName.values();
    }

    /** The type of a message that a service replies with, or that is in a reply; also if the schema doesn't show it. */
    public @Nullable MessageType typeOf(Descriptor message) {
        return byMessage.get(message.getFullName());
    }

    /** An input type of the schema by its name, but for those of oneofs and of maps' entries. */
    public @Nullable InputType input(String graphqlName) {
        return inputs.get(graphqlName);
    }

    /** The input types of the schema, in the order of their names, but for those of oneofs and of maps' entries. */
    public Collection<InputType> inputs() {
        return inputs.values();
    }

    /** An enum of the schema by its name. */
    public @Nullable EnumShape enumType(String graphqlName) {
        return enums.get(graphqlName);
    }

    /** The enums of the schema, in the order of their names. */
    public Collection<EnumShape> enums() {
        return enums.values();
    }

    /** The unions of the schema by name, each with its members in the order of the IDL. */
    public Map<String, List<MessageType>> unions() {
        return unions;
    }

    /** What is left out or was decided, and why: a sentence each, for the people who set the graph up. */
    public List<String> report() {
        return report;
    }
}
