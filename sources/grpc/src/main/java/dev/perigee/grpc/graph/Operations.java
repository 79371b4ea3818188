package dev.perigee.grpc.graph;

import com.google.api.HttpRule;
import com.google.api.HttpRule.PatternCase;
import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.language.OperationType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a method is a query, a mutation or a subscription. In this order: a server stream is a subscription, unless it
 * is to be a list; what the options say; what the IDL says, by {@code idempotency_level}, then by
 * {@code google.api.http}; the first word of its name; else a mutation.
 */
final class Operations {
    /** {@code GetOrCreateUser} is no query, whatever it begins with. */
    private static final Pattern WRITES_TOO = Pattern.compile("[A-Za-z]+?Or(Create|Insert|Add|Update|Set|Make|Put).*");

    private final GraphOptions options;
    private final List<String> report;

    Operations(GraphOptions options, List<String> report) {
        this.options = options;
        this.report = report;
    }

    OperationType of(MethodDescriptor method) {
        String fullName = method.getFullName();
        if (method.isServerStreaming() && !options.lists.containsKey(fullName)) return OperationType.SUBSCRIPTION;
        OperationType said = options.operations.get(fullName);
        if (said != null) return said;
        IdempotencyLevel level = method.getOptions().getIdempotencyLevel();
        if (level == IdempotencyLevel.NO_SIDE_EFFECTS) return OperationType.QUERY;
        HttpRule http = ProtoOptions.http(method);
        if (http.getPatternCase() == PatternCase.GET) return OperationType.QUERY;
        boolean isWritten = level == IdempotencyLevel.IDEMPOTENT
                || http.getPatternCase() == PatternCase.PUT
                || http.getPatternCase() == PatternCase.PATCH
                || http.getPatternCase() == PatternCase.DELETE;
        if (isWritten || !isQueryByName(method.getName())) return OperationType.MUTATION;
        report.add(("%s is a query by its name alone. If it has side effects, say so by the option operation, or by"
                        + " idempotency_level in the IDL.")
                .formatted(RootFields.fullName(method)));
        return OperationType.QUERY;
    }

    private boolean isQueryByName(String name) {
        return options.queryPrefixes.stream().anyMatch(word -> Words.hasFirst(name, word))
                && !WRITES_TOO.matcher(name).matches();
    }
}
