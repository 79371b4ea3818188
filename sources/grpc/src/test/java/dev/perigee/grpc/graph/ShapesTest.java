package dev.perigee.grpc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.perigee.grpc.graph.PushDownField.Kind;
import dev.perigee.grpc.idl.Idl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known by its shape or its words. */
class ShapesTest {
    @Test
    void fields_that_selections_are_told_by() {
        Idl idl = Protos.of("""
            package x;
            import "google/protobuf/field_mask.proto";
            message A { repeated Node selections = 1; google.protobuf.FieldMask read_mask = 2; AView view = 3; }
            message B { repeated Wide fields = 1; google.protobuf.FieldMask field_mask = 2; }
            message UpdateB { google.protobuf.FieldMask field_mask = 1; B b = 2; }
            message C {
              Node selections = 1;
              repeated google.protobuf.FieldMask read_mask = 2;
              Mode view = 3;
              repeated Other others = 4;
              string other_view = 5;
            }
            message Node { string name = 1; repeated Node selections = 2; }
            message Wide { string name = 1; string alias = 2; repeated Wide selections = 3; map<string, string> arguments = 4; }
            message Other { string name = 1; repeated Node selections = 2; }
            enum AView { A_VIEW_UNSPECIFIED = 0; A_VIEW_BASIC = 1; A_VIEW_FULL = 2; }
            enum Mode { MODE_BASIC = 0; MODE_FULL = 1; }
            """);
        assertThat(found(idl, "x.A")).containsExactly("SELECTIONS selections", "MASK read_mask", "VIEW view");
        assertThat(found(idl, "x.B")).containsExactly("SELECTIONS fields", "MASK field_mask");
        assertThat(found(idl, "x.UpdateB")).isEmpty();
        assertThat(found(idl, "x.C")).isEmpty();
        assertThat(Kind.values()).hasSize(3);
        UpdatedResource updated = UpdatedResource.find(message(idl, "x.UpdateB"));
        assertThat(updated).isNotNull();
        assertThat(updated.resource().getName()).isEqualTo("b");
    }

    private static List<String> found(Idl idl, String message) {
        return PushDownField.find(message(idl, message)).stream()
                .map(field -> field.kind() + " " + field.field().getName())
                .toList();
    }

    private static Descriptor message(Idl idl, String name) {
        Descriptor message = idl.message(name);
        assertThat(message).isNotNull();
        return message;
    }

    @ParameterizedTest
    @CsvSource({
        "GetUser, getUser",
        "get_user, getUser",
        "HTTPPing, httpPing",
        "URL, url",
        "A, a",
        "ListV2Users, listV2Users",
        "GRPC_Call, grpcCall",
        "already, already",
    })
    void root_fields_are_in_lower_camel_case(String method, String field) {
        assertThat(Words.lowerCamel(method)).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "Get, GetUser, true",
        "Get, Get, true",
        "Get, Getaway, false",
        "Get, Get2, true",
        "BatchGet, BatchGetUsers, true",
        "List, Listen, false",
    })
    void a_first_word_ends_where_the_next_begins(String word, String name, boolean isFirst) {
        assertThat(Words.hasFirst(name, word)).isEqualTo(isFirst);
    }

    @ParameterizedTest
    @CsvSource({
        "'enum OrderState { ORDER_STATE_A = 0; ORDER_STATE_B = 1; }', A B",
        "'enum HTTPMethod { HTTP_METHOD_GET = 0; }', GET",
        "'enum HttpMethod { HTTP_METHOD_GET = 0; }', GET",
        "'enum OAuth2 { OAUTH2_ONE = 0; }', ONE",
        "'enum State { STATE_A = 0; B = 1; }', STATE_A B",
        "'enum State { STATE_1 = 0; STATE_2 = 1; }', STATE_1 STATE_2",
        "'enum State { STATE_ = 0; }', STATE_",
        "'enum State { STATES_A = 0; }', STATES_A",
        "'enum State { STATE_true = 0; STATE_null = 1; }', true_ null_",
        "'enum E { true = 0; false = 1; null = 2; }', true_ false_ null_",
    })
    void an_enum_s_own_name_is_cut_where_that_is_safe(String definition, String values) {
        Idl idl = Protos.of("package x; " + definition);
        GraphOptions options = GraphOptions.DEFAULT;
        EnumShape shape = new EnumTypes(options, new TypeNames(options))
                .of(idl.files().getFirst().getEnumTypes().getFirst());
        assertThat(String.join(" ", shape.valueNames())).isEqualTo(values);
    }

    @Test
    void a_chain_of_messages_of_any_length_is_followed() throws Exception {
        int length = 20_000;
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName("chain.proto")
                .setPackage("x")
                .setSyntax("proto3");
        for (int i = 0; i < length; i++) {
            file.addMessageType(DescriptorProto.newBuilder()
                    .setName("M" + i)
                    .addField(FieldDescriptorProto.newBuilder()
                            .setName("next")
                            .setNumber(1)
                            .setLabel(Label.LABEL_OPTIONAL)
                            .setType(Type.TYPE_MESSAGE)
                            .setTypeName(".x.M" + (i + 1) % length)));
        }
        file.addService(ServiceDescriptorProto.newBuilder()
                .setName("S")
                .addMethod(MethodDescriptorProto.newBuilder()
                        .setName("Set")
                        .setInputType(".x.M0")
                        .setOutputType(".x.M0")));
        GrpcGraph graph = GrpcGraph.of(
                Idl.of(List.of(FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]))), GraphOptions.DEFAULT);
        assertThat(graph.types()).hasSize(length);
        assertThat(graph.inputs()).hasSize(length);
    }
}
