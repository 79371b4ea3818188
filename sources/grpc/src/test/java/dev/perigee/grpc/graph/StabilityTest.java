package dev.perigee.grpc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.schema.ChangeSeverity;
import dev.perigee.schema.SchemaDiff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same IDL makes the same schema, and what is added to it changes nothing else. */
class StabilityTest {
    private static final Path CASES = Path.of("src/test/resources/dev/perigee/grpc/graph/idl");

    @Test
    void the_order_of_files_and_services_says_nothing() throws Exception {
        Idl shop = Protos.folder(CASES.resolve("shop"));
        String expected = GrpcGraph.of(shop, GraphOptions.DEFAULT).sdl();
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            List<FileDescriptor> files = new ArrayList<>(shop.files());
            Collections.shuffle(files, random);
            List<FileDescriptor> changed = new ArrayList<>();
            for (FileDescriptor file : files) changed.add(shuffled(file, random));
            assertThat(GrpcGraph.of(Idl.of(changed), GraphOptions.DEFAULT).sdl())
                    .isEqualTo(withoutComments(expected, shop));
        }
    }

    /** Comments are found by place, which is another one in a shuffled file. */
    private static String withoutComments(String expected, Idl idl) throws Exception {
        List<FileDescriptor> bare = new ArrayList<>();
        for (FileDescriptor file : idl.files()) {
            bare.add(link(file.toProto().toBuilder().clearSourceCodeInfo().build(), file));
        }
        String sdl = GrpcGraph.of(Idl.of(bare), GraphOptions.DEFAULT).sdl();
        assertThat(expected).contains("type Article {").contains("\"\"\"Something to buy.\"\"\"");
        return sdl;
    }

    private static FileDescriptor shuffled(FileDescriptor file, Random random) throws Exception {
        FileDescriptorProto.Builder proto = file.toProto().toBuilder().clearSourceCodeInfo();
        var services = new ArrayList<>(proto.getServiceList());
        var messages = new ArrayList<>(proto.getMessageTypeList());
        Collections.shuffle(services, random);
        Collections.shuffle(messages, random);
        proto.clearService().addAllService(services).clearMessageType().addAllMessageType(messages);
        return link(proto.build(), file);
    }

    private static FileDescriptor link(FileDescriptorProto proto, FileDescriptor like) throws Exception {
        return FileDescriptor.buildFrom(proto, like.getDependencies().toArray(FileDescriptor[]::new));
    }

    @Test
    void a_service_that_is_added_only_adds() throws Exception {
        Idl shop = Protos.folder(CASES.resolve("shop"));
        Map<String, FileDescriptor> files = new HashMap<>();
        for (FileDescriptor file : Protos.folder(CASES.resolve("store")).files()) files.put(file.getFullName(), file);
        for (FileDescriptor file : Protos.folder(CASES.resolve("constructs")).files()) {
            files.put(file.getFullName(), file);
        }
        for (FileDescriptor file : shop.files()) files.put(file.getFullName(), file);
        GrpcGraph before = GrpcGraph.of(shop, GraphOptions.DEFAULT);
        GrpcGraph after = GrpcGraph.of(Idl.of(files.values()), GraphOptions.DEFAULT);

        assertThat(Protos.lines(after)).containsAll(Protos.lines(before));
        assertThat(SchemaDiff.between(Protos.read(before), Protos.read(after)))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.severity()).isNotEqualTo(ChangeSeverity.BREAKING));
    }

    /** As reflection gives them: nobody has told the parser what extensions there are. */
    @Test
    void options_that_came_as_unknown_fields_are_read() throws Exception {
        for (String folder : List.of("constructs", "relations")) {
            Idl known = Protos.folder(CASES.resolve(folder));
            FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
            for (FileDescriptor file : known.files()) set.addFile(file.toProto());
            FileDescriptorSet unknown = FileDescriptorSet.parseFrom(set.build().toByteString());
            Map<String, FileDescriptor> linked = new HashMap<>();
            List<FileDescriptorProto> left = new ArrayList<>(unknown.getFileList());
            while (!left.isEmpty()) {
                FileDescriptorProto next = left.stream()
                        .filter(file -> linked.keySet().containsAll(file.getDependencyList()))
                        .findFirst()
                        .orElseThrow();
                left.remove(next);
                FileDescriptor[] imports =
                        next.getDependencyList().stream().map(linked::get).toArray(FileDescriptor[]::new);
                linked.put(next.getName(), FileDescriptor.buildFrom(next, imports));
            }
            assertThat(GrpcGraph.of(Idl.of(linked.values()), GraphOptions.DEFAULT)
                            .sdl())
                    .isEqualTo(GrpcGraph.of(known, GraphOptions.DEFAULT).sdl());
        }
    }
}
