package dev.perigee.grpc.input;

import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.ExtensionLite;
import com.google.protobuf.GeneratedMessage.ExtendableMessage;
import com.google.protobuf.GeneratedMessage.GeneratedExtension;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether protovalidate has anything to check of a message, or of what it consists of. Options that nobody knew when the
 * descriptor was read are unknown fields, and count too.
 */
final class RuleSearch {
    private RuleSearch() {}

    static boolean finds(Descriptor message) {
        Set<Descriptor> seen = new HashSet<>();
        Deque<Descriptor> open = new ArrayDeque<>();
        open.add(message);
        while (!open.isEmpty()) {
            Descriptor next = open.remove();
            if (!seen.add(next)) continue;
            if (hasRules(next)) return true;
            for (FieldDescriptor field : next.getFields()) {
                if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) open.add(field.getMessageType());
            }
        }
        return false;
    }

    private static boolean hasRules(Descriptor message) {
        if (has(message.getOptions(), ValidateProto.message)) return true;
        for (FieldDescriptor field : message.getFields()) {
            if (has(field.getOptions(), ValidateProto.field)) return true;
        }
        for (OneofDescriptor oneOf : message.getOneofs()) {
            if (has(oneOf.getOptions(), ValidateProto.oneof)) return true;
        }
        return false;
    }

    private static <O extends ExtendableMessage<O>> boolean has(O options, GeneratedExtension<O, ?> rules) {
        ExtensionLite<O, ?> extension = rules;
        return options.hasExtension(extension) || options.getUnknownFields().hasField(rules.getNumber());
    }
}
