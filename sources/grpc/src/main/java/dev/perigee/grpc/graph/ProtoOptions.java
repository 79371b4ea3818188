package dev.perigee.grpc.graph;

import build.buf.validate.ValidateProto;
import com.google.api.AnnotationsProto;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.api.HttpRule;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.MethodOptions;
import com.google.protobuf.DescriptorProtos.OneofOptions;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.perigee.grpc.options.FieldRules;
import dev.perigee.grpc.options.MessageRules;
import dev.perigee.grpc.options.MethodRules;
import dev.perigee.grpc.options.OptionsProto;
import java.util.EnumSet;
import java.util.Set;

/**
 * The options of an IDL that say something of its graph. They are parsed again: they may have come as unknown fields, or
 * as extensions of other descriptors than these.
 */
final class ProtoOptions {
    private static final ExtensionRegistry KNOWN = known();

    private ProtoOptions() {}

    static Set<FieldBehavior> behaviors(FieldDescriptor field) {
        FieldOptions options = options(field);
        Set<FieldBehavior> behaviors = EnumSet.noneOf(FieldBehavior.class);
        behaviors.addAll(options.getExtension(FieldBehaviorProto.fieldBehavior));
        return behaviors;
    }

    /** Whether a value must be given: by proto2, {@code field_behavior}, or protovalidate. */
    static boolean isRequired(FieldDescriptor field) {
        if (field.isRequired()) return true;
        FieldOptions options = options(field);
        return options.getExtension(FieldBehaviorProto.fieldBehavior).contains(FieldBehavior.REQUIRED)
                || options.getExtension(ValidateProto.field).getRequired();
    }

    static boolean isRequired(OneofDescriptor oneof) {
        return parse(oneof.getOptions(), OneofOptions.parser())
                .getExtension(ValidateProto.oneof)
                .getRequired();
    }

    static HttpRule http(MethodDescriptor method) {
        return parse(method.getOptions(), MethodOptions.parser()).getExtension(AnnotationsProto.http);
    }

    static MethodRules rules(MethodDescriptor method) {
        return parse(method.getOptions(), MethodOptions.parser()).getExtension(OptionsProto.method);
    }

    static MessageRules rules(Descriptor message) {
        return parse(message.getOptions(), MessageOptions.parser()).getExtension(OptionsProto.message);
    }

    static FieldRules rules(FieldDescriptor field) {
        return options(field).getExtension(OptionsProto.field);
    }

    private static FieldOptions options(FieldDescriptor field) {
        return parse(field.getOptions(), FieldOptions.parser());
    }

    /** Options that are malformed inside say nothing. */
    private static <T extends Message> T parse(T options, Parser<T> parser) {
        if (options.equals(options.getDefaultInstanceForType())) return options;
        try {
            return parser.parsePartialFrom(options.toByteString(), KNOWN);
        } catch (InvalidProtocolBufferException e) {
            return options;
        }
    }

    private static ExtensionRegistry known() {
        ExtensionRegistry registry = ExtensionRegistry.newInstance();
        FieldBehaviorProto.registerAllExtensions(registry);
        AnnotationsProto.registerAllExtensions(registry);
        ValidateProto.registerAllExtensions(registry);
        OptionsProto.registerAllExtensions(registry);
        return registry.getUnmodifiable();
    }
}
