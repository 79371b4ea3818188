package dev.perigee.grpc.relation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.testing.relation.Shelf;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferenceTest {
    private static final Idl IDL = Idl.of(List.of(Shelf.getDescriptor().getFile()));

    /** Messages under their own names. */
    private static final MessageTypes TYPES = new MessageTypes() {
        private final PlainTypes made = new PlainTypes(People.NO_TYPES);

        @Override
        public MessageType named(String typeName) {
            Descriptor message = IDL.message("shelves.v1." + typeName);
            return message == null ? null : made.of(message);
        }

        @Override
        public MessageType of(Descriptor message) {
            return made.of(message);
        }

        @Override
        public EnumShape enumNamed(String typeName) {
            return null;
        }
    };

    @Test
    void referencesWithMethodsThatGetThemAreSuggested() {
        String suggested = Inference.suggest(IDL, TYPES);
        assertThat(suggested).isEqualTo("""
            extend type Shelf {
              owner: Person @grpc(method: "shelves.v1.Shelves/GetPerson", with: {id: "parent.owner_id"})
              roomResource: Room @grpc(method: "shelves.v1.Shelves/BatchGetRooms", batch: {keys: "names", from: "parent.room", result: "rooms", key: "name"})
              nearRooms: [Room] @grpc(method: "shelves.v1.Shelves/BatchGetRooms", batch: {keys: "names", from: "parent.near_room_names", result: "rooms", key: "name"})
            }
            """);
        Schema schema = Schema.of(
                Source.of(
                        "base",
                        "type Query { a: Shelf } type Shelf { name: String! } type Person { id: String! } type Room {"
                                + " name: String! }"),
                Source.of("grpc", Directives.SDL),
                Source.of("suggested", suggested));
        assertThat(Relations.of(schema, TYPES, IDL).all()).hasSize(3);
    }

    @Test
    void withoutReferencesNothingIs() {
        assertThat(Inference.suggest(People.IDL, People.TYPES)).isEmpty();
    }
}
