package dev.perigee.grpc.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.UnknownFieldSet;
import dev.perigee.grpc.testing.idl.LibraryProto;
import dev.perigee.grpc.testing.idl.ShelfProto;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DescriptorSetsTest {
    private static final FileDescriptorProto LIBRARY =
            LibraryProto.getDescriptor().toProto();
    private static final FileDescriptorProto SHELF = ShelfProto.getDescriptor().toProto();

    @Test
    void links_a_set_in_any_order_and_fills_in_what_everyone_imports() throws Exception {
        Idl idl = DescriptorSets.link("library.binpb", set(LIBRARY, SHELF));

        assertThat(idl.files())
                .extracting(file -> file.getFullName())
                .containsExactly(
                        "google/api/field_behavior.proto",
                        "google/protobuf/descriptor.proto",
                        "google/protobuf/timestamp.proto",
                        "idl/library.proto",
                        "idl/shelf.proto");
        assertThat(Objects.requireNonNull(idl.message("perigee.testing.idl.GetBookRequest"))
                        .findFieldByName("name")
                        .getOptions()
                        .getExtension(FieldBehaviorProto.fieldBehavior))
                .containsExactly(FieldBehavior.REQUIRED);
        assertThat(idl.method("perigee.testing.idl.Library/GetBook")).isNotNull();
        assertThat(idl.method("perigee.testing.idl.Library/DropBook")).isNull();
    }

    @Test
    void names_each_missing_import() {
        assertThat(problems(set(LIBRARY)))
                .containsExactly("idl/library.proto imports idl/shelf.proto, which is missing."
                        + " Write the set with protoc --include_imports --descriptor_set_out, or with buf build -o.");
    }

    @Test
    void several_sets_are_one_idl_if_they_agree(@TempDir Path folder) throws Exception {
        Path library = Files.write(folder.resolve("library.binpb"), set(LIBRARY));
        Path shelf = Files.write(folder.resolve("shelf.binpb"), set(SHELF));
        Path other = Files.write(
                folder.resolve("other.binpb"),
                set(SHELF.toBuilder().setPackage("other").build()));

        assertThat(DescriptorSets.of(List.of(library, shelf)).read().services()).hasSize(1);
        assertThatExceptionOfType(IdlException.class)
                .isThrownBy(
                        () -> DescriptorSets.of(List.of(library, shelf, other)).read())
                .withMessage(other + ": its idl/shelf.proto is not the idl/shelf.proto of the sets before it.");
        assertThatExceptionOfType(IdlException.class)
                .isThrownBy(() ->
                        DescriptorSets.of(List.of(folder.resolve("no.binpb"))).read())
                .withMessage(folder.resolve("no.binpb") + ": there is no such file.");
    }

    @Test
    void has_another_fingerprint_when_a_file_changes(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("shelf.binpb"), set(SHELF));
        DescriptorSets sets = DescriptorSets.of(List.of(file));
        String before = sets.fingerprint();

        assertThat(sets.fingerprint()).isEqualTo(before);
        Files.write(file, set(LIBRARY, SHELF));
        assertThat(sets.fingerprint()).isNotEqualTo(before);
    }

    @Test
    void refuses_what_is_no_set() {
        assertThat(problems("syntax = \"proto3\";".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("it: not a descriptor set: ");
        assertThat(problems(new byte[0])).singleElement().asString().startsWith("it: no files in it. Write the set");
    }

    @Test
    void refuses_what_is_too_large(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("library.binpb"), set(LIBRARY, SHELF));

        assertThatExceptionOfType(IdlException.class)
                .isThrownBy(() -> DescriptorSets.of(List.of(file), new IdlLimits(1, 10_000, Duration.ofSeconds(1)))
                        .read())
                .withMessage(file + ": more than 1 proto files.");
        assertThatExceptionOfType(IdlException.class)
                .isThrownBy(() -> DescriptorSets.of(List.of(file), new IdlLimits(9, 100, Duration.ofSeconds(1)))
                        .read())
                .withMessage(file + ": more than 100 bytes.");
    }

    @Test
    void refuses_imports_in_a_circle() {
        assertThat(problems(set(file("a", "b"), file("b", "c"), file("c", "b"))))
                .containsExactly("Files import each other: b -> c -> b.");
        assertThat(problems(set(file("a", "a")))).containsExactly("Files import each other: a -> a.");
    }

    @Test
    void survives_depth_of_all_kinds() throws Exception {
        List<FileDescriptorProto> chain = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) chain.add(publicly(file("f" + i, "f" + (i + 1))));
        chain.add(file("f9000"));
        assertThat(problems(set(chain.toArray(FileDescriptorProto[]::new))))
                .containsExactly("f0: a chain of more than 500 imports.");

        chain = new ArrayList<>(chain.subList(8_600, 9_001));
        assertThat(DescriptorSets.link("it", set(chain.toArray(FileDescriptorProto[]::new)))
                        .files())
                .hasSize(401);

        FileDescriptorProto dots =
                file("dots").toBuilder().setPackage("a" + ".a".repeat(100_000)).build();
        assertThat(problems(set(dots))).containsExactly("dots: a package name longer than 1000.");
    }

    @Test
    void refuses_a_name_that_two_files_declare() {
        FileDescriptorProto one = message("one", "Same");
        FileDescriptorProto two = message("two", "Same");

        assertThat(problems(set(one, two)))
                .containsExactly("two: Same is declared in one too. Only one of the two files can be part of an IDL.");
    }

    @Test
    void refuses_options_of_the_wrong_form() {
        FileDescriptorProto broken = LIBRARY.toBuilder()
                .clearMessageType()
                .clearService()
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("Book")
                        .addField(FieldDescriptorProto.newBuilder()
                                .setName("title")
                                .setNumber(1)
                                .setType(FieldDescriptorProto.Type.TYPE_STRING)
                                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                                .setOptions(com.google.protobuf.DescriptorProtos.FieldOptions.newBuilder()
                                        .setUnknownFields(UnknownFieldSet.newBuilder()
                                                .addField(
                                                        50900,
                                                        UnknownFieldSet.Field.newBuilder()
                                                                .addLengthDelimited(
                                                                        ByteString.copyFrom(new byte[] {10, 99}))
                                                                .build())
                                                .build()))))
                .build();

        assertThat(problems(set(broken, SHELF)))
                .singleElement()
                .asString()
                .startsWith("idl/library.proto: malformed options: ");
    }

    /** Each of them is refused, or linked; nothing else comes out, and none takes long. */
    @Test
    void survives_mutated_sets() {
        byte[] valid = set(LIBRARY, SHELF);
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            try {
                DescriptorSets.link("it", mutated(valid, random));
            } catch (IdlException e) {
                assertThat(e.getMessage()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 4_999);
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes =
                random.nextInt(10) == 0 ? java.util.Arrays.copyOf(valid, random.nextInt(valid.length)) : valid.clone();
        for (int n = random.nextInt(1, 4); n > 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static List<String> problems(byte[] set) {
        try {
            DescriptorSets.link("it", set);
        } catch (IdlException e) {
            return e.problems();
        }
        throw new AssertionError("is linked");
    }

    private static FileDescriptorProto file(String name, String... imports) {
        return FileDescriptorProto.newBuilder()
                .setName(name)
                .addAllDependency(List.of(imports))
                .build();
    }

    private static FileDescriptorProto publicly(FileDescriptorProto file) {
        return file.toBuilder().addPublicDependency(0).build();
    }

    private static FileDescriptorProto message(String file, String name) {
        return file(file).toBuilder()
                .addMessageType(DescriptorProto.newBuilder().setName(name))
                .build();
    }

    private static byte[] set(FileDescriptorProto... files) {
        return FileDescriptorSet.newBuilder().addAllFile(List.of(files)).build().toByteArray();
    }
}
