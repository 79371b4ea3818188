package dev.perigee.grpc.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import build.buf.validate.ValidateProto;
import com.google.api.AnnotationsProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtoFilesTest {
    @TempDir
    Path folder;

    @Test
    void links_files_that_import_each_other_from_the_folder_above() throws Exception {
        write("protos/acme/v1/money.proto", "syntax = 'proto3'; package acme.v1; message Money { int64 units = 1; }");
        Path shop = write("protos/acme/v1/shop.proto", """
            syntax = 'proto3';
            package acme.v1;
            import 'acme/v1/money.proto';
            message Product { Money price = 1; }
            """);

        Idl idl = ProtoFiles.of(List.of(shop), List.of()).read();

        assertThat(idl.files())
                .extracting(file -> file.getFullName())
                .containsExactly("acme/v1/money.proto", "acme/v1/shop.proto");
        assertThat(field(idl, "acme.v1.Product", "price").getMessageType().getFullName())
                .isEqualTo("acme.v1.Money");
    }

    @Test
    void names_a_file_by_its_package_where_nothing_imports_it() throws Exception {
        Path money = write("protos/acme/v1/money.proto", "syntax = 'proto3'; package acme.v1; message Money {}");

        Idl idl = ProtoFiles.of(List.of(money), List.of()).read();

        assertThat(idl.files()).extracting(file -> file.getFullName()).containsExactly("acme/v1/money.proto");
    }

    @Test
    void a_folder_stands_for_all_files_below_it() throws Exception {
        write("a/one.proto", "syntax = 'proto3'; message One {}");
        write("a/b/two.proto", "syntax = 'proto3'; import 'b/two_too.proto'; message Two { TwoToo too = 1; }");
        write("a/b/two_too.proto", "syntax = 'proto3'; message TwoToo {}");
        write("a/readme.txt", "not a proto file");

        Idl idl = ProtoFiles.of(List.of(folder.resolve("a")), List.of()).read();

        assertThat(idl.files())
                .extracting(file -> file.getFullName())
                .containsExactly("b/two.proto", "b/two_too.proto", "one.proto");
    }

    @Test
    void finds_imports_in_the_folders_given() throws Exception {
        write("vendor/common/id.proto", "syntax = 'proto3'; package common; message Id {}");
        Path file = write(
                "app/app.proto", "syntax = 'proto3'; import 'common/id.proto'; message App { common.Id id = 1; }");

        Idl idl =
                ProtoFiles.of(List.of(file), List.of(folder.resolve("vendor"))).read();

        assertThat(idl.message("common.Id")).isNotNull();
    }

    @Test
    void brings_along_what_most_import_and_parses_its_options() throws Exception {
        Path file = write("users.proto", """
            syntax = "proto3";
            package acme;
            import "buf/validate/validate.proto";
            import "google/api/annotations.proto";
            import "google/protobuf/empty.proto";
            import "google/rpc/status.proto";
            import "google/type/date.proto";
            import "perigee/options.proto";
            service Users {
              rpc Get(User) returns (google.protobuf.Empty) { option (google.api.http).get = "/users"; }
            }
            message User {
              string name = 1 [(buf.validate.field).string.max_len = 7];
              google.type.Date born = 2;
              google.rpc.Status status = 3;
            }
            """);

        Idl idl = ProtoFiles.of(List.of(file), List.of()).read();

        MethodDescriptor get = Objects.requireNonNull(idl.method("acme.Users/Get"));
        assertThat(get.getOptions().getExtension(AnnotationsProto.http).getGet())
                .isEqualTo("/users");
        FieldOptions name = field(idl, "acme.User", "name").getOptions();
        assertThat(name.getExtension(ValidateProto.field).getString().getMaxLen())
                .isEqualTo(7);
        assertThat(name.getUnknownFields().asMap()).isEmpty();
    }

    @Test
    void parses_options_that_the_files_declare_themselves() throws Exception {
        Path file = write("own.proto", """
            syntax = "proto3";
            import "google/protobuf/descriptor.proto";
            message Place { string room = 1; }
            extend google.protobuf.FieldOptions { Place place = 50900; bool hidden = 50901; }
            message Book { string title = 1 [(place) = { room: "north" }, (hidden) = true]; }
            """);

        Idl idl = ProtoFiles.of(List.of(file), List.of()).read();

        assertThat(field(idl, "Book", "title").getOptions().getAllFields().entrySet())
                .extracting(option -> option.getKey().getFullName() + ": "
                        + option.getValue().toString().strip())
                .containsExactly("place: room: \"north\"", "hidden: true");
    }

    @Test
    void keeps_comments_and_knows_all_syntaxes() throws Exception {
        Path two = write("two.proto", "syntax = 'proto2'; message Two { required string name = 1; }");
        Path edition = write("edition.proto", """
            edition = "2023";
            // A thing.
            message Thing {
              string implicit = 1 [features.field_presence = IMPLICIT];
              Thing child = 2 [features.message_encoding = DELIMITED];
              string explicit = 3;
            }
            """);

        Idl idl = ProtoFiles.of(List.of(two, edition), List.of()).read();

        assertThat(field(idl, "Two", "name").isRequired()).isTrue();
        assertThat(field(idl, "Thing", "implicit").hasPresence()).isFalse();
        assertThat(field(idl, "Thing", "explicit").hasPresence()).isTrue();
        assertThat(field(idl, "Thing", "child").getType()).isEqualTo(FieldDescriptor.Type.GROUP);
        assertThat(idl.files().getFirst().toProto().getSourceCodeInfo().getLocationList())
                .anySatisfy(
                        location -> assertThat(location.getLeadingComments()).isEqualTo(" A thing.\n"));
    }

    @Test
    void says_of_each_mistake_where_it_is() throws Exception {
        Path file = write("wrong.proto", """
            syntax = "proto3";
            message A {
              Nothing nothing = 1;
              string twice = 2;
              string other = 2;
            }
            """);

        assertThatExceptionOfType(IdlException.class)
                .isThrownBy(() -> ProtoFiles.of(List.of(file), List.of()).read())
                .satisfies(e -> assertThat(e.problems())
                        .containsExactly(
                                file + ":3:3: \"Nothing\" is not defined.",
                                file + ":5:18: Field number 2 has already been used in \"A\" by field \"twice\"."
                                        + " Next available field number is 3."));
    }

    @Test
    void says_of_a_missing_import_where_imports_start_from() throws Exception {
        Path file = write("users.proto", "syntax = 'proto3';\nimport 'nobody/has/it.proto';\n");

        assertThatExceptionOfType(IdlException.class)
                .isThrownBy(() -> ProtoFiles.of(List.of(file), List.of()).read())
                .satisfies(e -> assertThat(e.problems())
                        .containsExactly(
                                "nobody/has/it.proto: File not found.",
                                file + ":2:1: Import \"nobody/has/it.proto\" was not found or had errors.",
                                "Imports start from the folder given as --proto-path, or from one above the file."));
    }

    @Test
    void refuses_what_is_not_there_or_too_large() throws Exception {
        Path file = write("users.proto", "syntax = 'proto3'; message User {}");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        IdlLimits small = new IdlLimits(10, 20, Duration.ofSeconds(30));

        assertThat(problem(ProtoFiles.of(List.of(folder.resolve("no.proto")), List.of())))
                .isEqualTo(folder.resolve("no.proto") + ": there is no such file or folder.");
        assertThat(problem(ProtoFiles.of(List.of(empty), List.of()))).isEqualTo(empty + ": no .proto files in it.");
        assertThat(problem(ProtoFiles.of(List.of(file), List.of(folder.resolve("no")))))
                .isEqualTo(folder.resolve("no") + ": no folder to import from.");
        assertThat(problem(ProtoFiles.of(List.of(file), List.of(), small))).isEqualTo(file + ": more than 20 bytes.");
        assertThat(problem(ProtoFiles.of(List.of(), List.of()))).isEqualTo("No .proto files.");
    }

    @Test
    void has_another_fingerprint_when_an_import_changes() throws Exception {
        Path imported = write("money.proto", "syntax = 'proto3'; message Money {}");
        Path file = write("shop.proto", "syntax = 'proto3'; import 'money.proto'; message Shop { Money money = 1; }");
        ProtoFiles files = ProtoFiles.of(List.of(file), List.of());
        String before = files.fingerprint();

        assertThat(files.fingerprint()).isEqualTo(before);
        Files.writeString(imported, "syntax = 'proto3'; message Money { int64 units = 1; }");
        assertThat(files.fingerprint()).isNotEqualTo(before);
    }

    @Test
    void leaves_no_temporary_folder_behind() throws Exception {
        Path file = write("wrong.proto", "this is no proto file");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

        for (int i = 0; i < 3; i++)
            assertThat(problem(ProtoFiles.of(List.of(file), List.of()))).contains("wrong.proto:1:1");

        try (var left = Files.newDirectoryStream(temporary, "perigee-proto*")) {
            assertThat(left)
                    .allSatisfy(other ->
                            assertThat(other.resolve("arguments")).content().doesNotContain(folder.toString()));
        }
    }

    private static String problem(IdlSource source) {
        try {
            source.read();
        } catch (IdlException e) {
            return e.getMessage();
        }
        throw new AssertionError("is read");
    }

    private static FieldDescriptor field(Idl idl, String message, String field) {
        return Objects.requireNonNull(
                Objects.requireNonNull(idl.message(message)).findFieldByName(field));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
