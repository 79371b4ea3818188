package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.perigee.grpc.graph.RootField.Result;
import dev.perigee.language.OperationType;
import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of services as root fields. */
final class RootFields {
    private final GraphOptions options;
    private final TypeNames names;
    private final Visibility visibility;
    private final ObjectTypes objects;
    private final InputTypes inputs;
    private final Pages pages;
    private final Operations operations;
    private final Problems problems;
    private final List<String> report;
    private final Map<OperationType, NameClaims> claims = new EnumMap<>(OperationType.class);

    RootFields(
            GraphOptions options,
            TypeNames names,
            Visibility visibility,
            ObjectTypes objects,
            InputTypes inputs,
            Pages pages,
            Problems problems,
            List<String> report) {
        this.options = options;
        this.names = names;
        this.visibility = visibility;
        this.objects = objects;
        this.inputs = inputs;
        this.pages = pages;
        this.operations = new Operations(options, report);
        this.problems = problems;
        this.report = report;
    }

    /** Of one service, in its order. */
    List<RootField> of(ServiceDescriptor service) {
        List<RootField> fields = new ArrayList<>();
        for (MethodDescriptor method : service.getMethods()) {
            String reason = reasonAgainst(method);
            if (reason == null) fields.add(of(method));
            else report.add(fullName(method) + " is left out: " + reason + ".");
        }
        return fields;
    }

    static String fullName(MethodDescriptor method) {
        return method.getService().getFullName() + "/" + method.getName();
    }

    private @Nullable String reasonAgainst(MethodDescriptor method) {
        if (visibility.isHidden(method)) return "it is hidden";
        if (visibility.isHidden(method.getInputType())) return "its request is hidden";
        if (visibility.isHidden(method.getOutputType())) return "its reply is hidden";
        if (!method.isClientStreaming() || options.oneMessage.contains(method.getFullName())) return null;
        return "it takes a stream of messages, which a field can't give; the option oneMessage calls it with one";
    }

    private RootField of(MethodDescriptor method) {
        OperationType operation = operations.of(method);
        String name = names.rootField(method);
        check(method, operation, name);
        Result result = result(method, operation);
        Descriptor message = method.getInputType();
        InputType request = inputs.of(message);
        if (result instanceof Result.Page) request = pages.arguments(method, request);
        boolean hasInput = operation == OperationType.MUTATION && !inputs.isEmpty(message);
        return new RootField(operation, name, method, request, hasInput ? "input" : null, result);
    }

    private void check(MethodDescriptor method, OperationType operation, String name) {
        String place = Words.capitalised(operation.name().toLowerCase(Locale.ROOT));
        String advice = "Give %s another name by the option rename, or its service a prefix by the option prefix.";
        claims.computeIfAbsent(operation, kind -> new NameClaims(place, advice, problems))
                .claim(name, "method " + fullName(method));
        boolean isStream = method.isServerStreaming() && !options.lists.containsKey(method.getFullName());
        OperationType said = options.operations.get(method.getFullName());
        if (said != null && isStream != (said == OperationType.SUBSCRIPTION)) {
            problems.add("%s can't be a %s: %s"
                    .formatted(
                            fullName(method),
                            said.name().toLowerCase(Locale.ROOT),
                            isStream
                                    ? "it gives a stream. Make it a list first, by the option list."
                                    : "it gives no stream of replies."));
        }
    }

    private Result result(MethodDescriptor method, OperationType operation) {
        Descriptor reply = method.getOutputType();
        Integer most = options.lists.get(method.getFullName());
        if (most != null && method.isServerStreaming()) return new Result.Replies(objects.of(reply), most);
        if (ValueKind.isEmpty(reply)) return new Result.Done();
        String exposed = exposed(method);
        if (!exposed.isEmpty()) return part(method, exposed);
        Result page = operation == OperationType.QUERY ? pages.of(method) : null;
        return page != null ? page : new Result.Reply(objects.of(reply));
    }

    /** What an option exposes; of a wrapper its value, which is all that it will ever have. */
    private String exposed(MethodDescriptor method) {
        String said = options.exposed.get(method.getFullName());
        if (said != null) return said;
        FieldDescriptor wrapped = ValueKind.wrapped(method.getOutputType());
        return wrapped != null ? wrapped.getName() : ProtoOptions.rules(method).getExpose();
    }

    private Result part(MethodDescriptor method, String fieldName) {
        MessageType reply = objects.of(method.getOutputType());
        for (MessageField field : reply.fields()) {
            if (ObjectTypes.isOf(field, fieldName)) return new Result.Part(reply, field);
        }
        List<String> candidates = method.getOutputType().getFields().stream()
                .map(FieldDescriptor::getName)
                .toList();
        problems.add("%s can't expose \"%s\": its reply %s has no such field in the graph.%s"
                .formatted(
                        fullName(method),
                        fieldName,
                        reply.descriptor().getFullName(),
                        Suggestions.didYouMean(fieldName, candidates)));
        return new Result.Reply(reply);
    }
}
