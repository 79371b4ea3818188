package dev.perigee.grpc.input;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.Violation;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldPath;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.InputType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the IDL demands of a request: rules of protovalidate, and fields that {@code google.api.field_behavior} says are
 * required. Made once, with all expressions compiled. Immutable, safe to share between threads.
 *
 * @see <a href="https://protovalidate.com">Protovalidate</a>
 */
public final class RequestRules {
    private static final String CODE = "INVALID_ARGUMENT";
    private static final String REQUIRED = "required";

    /** Enough to fix a form by; more would only make the reply larger. */
    private static final int MOST_VIOLATIONS = 100;

    private final Descriptor request;
    private final @Nullable InputType type;
    private final @Nullable String argument;
    private final @Nullable Validator validator;
    private final @Nullable RequiredFields required;

    RequestRules(
            Descriptor request,
            @Nullable InputType type,
            @Nullable String argument,
            @Nullable Validator validator,
            @Nullable RequiredFields required) {
        this.request = request;
        this.type = type;
        this.argument = argument;
        this.validator = validator;
        this.required = required;
    }

    /**
     * The rules of a request, with paths in the names of the IDL.
     *
     * @return null if there are none, in the message and all that it consists of
     * @throws IllegalArgumentException if a rule can't be compiled
     */
    public static @Nullable RequestRules of(Descriptor request) {
        return RuleSet.of(List.of(request)).of(request, null, null);
    }

    /**
     * The same, with paths in the names of arguments.
     *
     * @param options of which only {@link EncodeOptions#argument} matters
     */
    public static @Nullable RequestRules of(InputType request, EncodeOptions options) {
        return RuleSet.of(List.of(request.descriptor())).of(request, options);
    }

    /**
     * @param message a request as it is sent
     * @throws ClientException with code {@code INVALID_ARGUMENT} if it breaks a rule; the extension {@code violations}
     *     lists at most {@value #MOST_VIOLATIONS} with {@code path}, {@code rule} and {@code message}
     * @throws IllegalArgumentException if the bytes are no such message
     */
    public void check(byte[] message) {
        List<RuleViolation> violations;
        try {
            violations = violations(DynamicMessage.parseFrom(request, message));
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalArgumentException("Not a " + request.getFullName(), malformed);
        }
        if (!violations.isEmpty()) throw refusal(violations);
    }

    /**
     * @param message of the type that the rules are of
     * @throws IllegalStateException if the evaluation of a rule fails
     */
    public List<RuleViolation> violations(Message message) {
        Set<RuleViolation> violations = new LinkedHashSet<>();
        if (required != null) {
            required.check(
                    message, path -> violations.add(new RuleViolation(text(path), REQUIRED, "value is required")));
        }
        if (validator != null) {
            for (Violation violation : validate(validator, message).getViolations())
                violations.add(of(violation.toProto()));
        }
        return violations.stream().limit(MOST_VIOLATIONS).toList();
    }

    private ValidationResult validate(Validator rules, Message message) {
        try {
            return rules.validate(message);
        } catch (ValidationException failure) {
            throw new IllegalStateException("The rules of " + request.getFullName() + " can't be evaluated", failure);
        }
    }

    private RuleViolation of(build.buf.validate.Violation violation) {
        String message =
                violation.getMessage().isEmpty() ? "breaks the rule " + violation.getRuleId() : violation.getMessage();
        return new RuleViolation(text(violation.getField()), violation.getRuleId(), message);
    }

    private String text(FieldPath path) {
        return RulePath.text(path, type, argument);
    }

    private static ClientException refusal(List<RuleViolation> violations) {
        RuleViolation first = violations.getFirst();
        String where = first.path().isEmpty() ? "The arguments are" : "Argument \"" + first.path() + "\" is";
        String more =
                violations.size() == 1 ? "" : " It is the first of " + violations.size() + " rules that are broken.";
        List<Map<String, Object>> details = new ArrayList<>();
        for (RuleViolation each : violations) details.add(details(each));
        String message = where + " not valid: " + first.message() + "." + more;
        return new ClientException(CODE, message, Map.of("violations", List.copyOf(details)));
    }

    /** In an order: the same request is answered by the same bytes. */
    private static Map<String, Object> details(RuleViolation violation) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("path", violation.path());
        details.put("rule", violation.rule());
        details.put("message", violation.message());
        return details;
    }
}
