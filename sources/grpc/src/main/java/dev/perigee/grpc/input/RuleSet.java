package dev.perigee.grpc.input;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.CompilationException;
import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.grpc.graph.InputType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the IDL demands of several requests. The rules of a message that many of them have are compiled once. Immutable,
 * safe to share between threads.
 */
public final class RuleSet {
    /** Null if no request has rules for it. */
    private final @Nullable Validator validator;

    private RuleSet(@Nullable Validator validator) {
        this.validator = validator;
    }

    /** @throws IllegalArgumentException if a rule can't be compiled; it says of which request, or if messages are too deep */
    public static RuleSet of(Collection<Descriptor> requests) {
        Set<Descriptor> withRules = new LinkedHashSet<>();
        for (Descriptor request : requests) if (RuleSearch.finds(request)) withRules.add(request);
        if (withRules.isEmpty()) return new RuleSet(null);
        try {
            return new RuleSet(compile(withRules));
        } catch (CompilationException invalid) {
            throw refusal(withRules, invalid);
        } catch (StackOverflowError tooDeep) { // protovalidate goes down into messages by recursion
            throw new IllegalArgumentException(
                    "The messages of the IDL contain each other too deeply for validation rules to be compiled."
                            + " Leave out the services that take them.",
                    tooDeep);
        }
    }

    private static Validator compile(Collection<Descriptor> requests) throws CompilationException {
        return ValidatorFactory.newBuilder().buildWithDescriptors(List.copyOf(requests), true);
    }

    private static IllegalArgumentException refusal(Set<Descriptor> requests, CompilationException invalid) {
        for (Descriptor request : requests) {
            try {
                compile(List.of(request));
            } catch (CompilationException e) {
                return new IllegalArgumentException(
                        "A validation rule of " + request.getFullName() + " can't be compiled: " + e.getMessage()
                                + ". Correct it in the IDL.",
                        e);
            }
        }
        throw new IllegalStateException("Each request's rules can be compiled, but not all", invalid);
    }

    /**
     * The rules of one of the requests, with paths in the names of arguments.
     *
     * @param options of which only {@link EncodeOptions#argument} matters
     * @return null if there are none, in the message and all that it consists of
     */
    public @Nullable RequestRules of(InputType request, EncodeOptions options) {
        return of(request.descriptor(), request, options.argument());
    }

    @Nullable RequestRules of(Descriptor request, @Nullable InputType type, @Nullable String argument) {
        Validator own = RuleSearch.finds(request) ? validator : null;
        RequiredFields required = RequiredFields.of(request);
        return own == null && required == null ? null : new RequestRules(request, type, argument, own, required);
    }
}
