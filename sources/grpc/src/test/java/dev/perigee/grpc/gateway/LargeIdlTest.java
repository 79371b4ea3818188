package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import build.buf.validate.FieldRules;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.perigee.data.SourcedSchema;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.idl.IdlSource;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** IDLs larger than any stack. */
@Timeout(120)
class LargeIdlTest {
    /** So many that a function that calls itself for each would not come back. */
    private static final int MESSAGES = 20_000;

    /** Each message has the next one as a field, which it requires. */
    private static Idl chain(FieldOptions last) throws Exception {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName("chain.proto")
                .setPackage("chain")
                .setSyntax("proto3")
                .addService(ServiceDescriptorProto.newBuilder()
                        .setName("Links")
                        .addMethod(MethodDescriptorProto.newBuilder()
                                .setName("Send")
                                .setInputType(".chain.M0")
                                .setOutputType(".chain.M0")));
        FieldOptions required = FieldOptions.newBuilder()
                .addExtension(FieldBehaviorProto.fieldBehavior, FieldBehavior.REQUIRED)
                .build();
        for (int i = 0; i < MESSAGES; i++) {
            DescriptorProto.Builder message = DescriptorProto.newBuilder().setName("M" + i);
            message.addField(FieldDescriptorProto.newBuilder()
                    .setName("text")
                    .setNumber(1)
                    .setType(FieldDescriptorProto.Type.TYPE_STRING)
                    .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                    .setOptions(i < MESSAGES - 1 ? FieldOptions.getDefaultInstance() : last));
            if (i + 1 < MESSAGES) {
                message.addField(FieldDescriptorProto.newBuilder()
                        .setName("next")
                        .setNumber(2)
                        .setTypeName(".chain.M" + (i + 1))
                        .setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
                        .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                        .setOptions(i % 2 == 0 ? FieldOptions.getDefaultInstance() : required));
            }
            file.addMessageType(message);
        }
        return Idl.of(List.of(FileDescriptor.buildFrom(file.build(), new FileDescriptor[0])));
    }

    @Test
    void messages_may_contain_each_other_one_by_one() throws Exception {
        Engine engine = onSmallStack(() -> engine(chain(FieldOptions.getDefaultInstance())));
        assertThat(engine.schema().type("M" + (MESSAGES - 1))).isNotNull();
    }

    @Test
    void validation_rules_have_a_limit_that_is_told() throws Exception {
        FieldOptions rule = FieldOptions.newBuilder()
                .setExtension(
                        ValidateProto.field,
                        FieldRules.newBuilder()
                                .setString(StringRules.newBuilder().setMaxLen(5))
                                .build())
                .build();
        assertThatThrownBy(() -> onSmallStack(() -> engine(chain(rule))))
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too deeply for validation rules");
    }

    private static Engine engine(Idl idl) throws Exception {
        Upstream nobody = Upstream.to("nobody", List.of("127.0.0.1:1")).build();
        try (nobody;
                GrpcSource source = GrpcSource.builder()
                        .server(GrpcServer.of(nobody, IdlSource.of(idl)))
                        .build()) {
            Schema schema = SourcedSchema.reader(List.of(source), List.of()).read();
            source.gateway(schema);
            return Engine.builder(schema)
                    .wiring(Wiring.builder().source(source).build())
                    .build();
        }
    }

    private static <T> T onSmallStack(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(null, task, "small-stack", 512 << 10).start();
        return task.get(100, TimeUnit.SECONDS);
    }
}
