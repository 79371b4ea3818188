package dev.perigee.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may use whom. Here, since only the command sees all modules. */
@AnalyzeClasses(packages = "dev.perigee", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** The packages of the core, one for each stage of a request, and what each may use beside itself. */
    private static final Map<String, Set<String>> CORE = Map.of(
            "json", Set.of(),
            "language", Set.of(),
            "schema", Set.of("language"),
            "validation", Set.of("schema", "language"),
            "data", Set.of("schema", "language", "json"),
            "plan", Set.of("data", "validation", "schema", "language", "json"),
            "execution", Set.of("plan", "data", "validation", "schema", "language", "json"));

    /** Those of the SQL source, what each may use of it and of the core. */
    private static final Map<String, Set<String>> SQL = Map.of(
            "sql.model", Set.of("data", "schema", "sql"),
            "sql.statement", Set.of("sql.model"),
            "sql.database", Set.of("sql.model", "sql.statement", "data"),
            "sql.graph", Set.of("sql.model", "sql.statement", "data", "schema", "language", "json"),
            "sql.hydration",
                    Set.of(
                            "sql.graph",
                            "sql.database",
                            "sql.model",
                            "sql.statement",
                            "data",
                            "schema",
                            "language",
                            "json"));

    /** Those of the gateway, and what each may use of it. */
    private static final Map<String, Set<String>> GRPC = Map.of(
            "channel", Set.of(),
            "options", Set.of(),
            "idl", Set.of("options"),
            "graph", Set.of("idl", "options"),
            "wire", Set.of("graph"),
            "input", Set.of("graph"),
            "pushdown", Set.of("graph", "wire"),
            "relation", Set.of("graph", "idl"),
            "gateway", Set.of("channel", "graph", "idl", "input", "pushdown", "relation", "wire"));

    @ArchTest
    static void packages_of_the_gateway_use_those_before_them(JavaClasses perigee) {
        GRPC.forEach((name, used) -> noClasses()
                .that()
                .resideInAPackage("dev.perigee.grpc." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Stream.of("dev.perigee.grpc"),
                                GRPC.keySet().stream()
                                        .filter(other -> !other.equals(name) && !used.contains(other))
                                        .map(other -> "dev.perigee.grpc." + other + ".."))
                        .toArray(String[]::new))
                .check(perigee));
    }

    @ArchTest
    static void packages_of_the_core_use_those_before_them_and_the_jdk(JavaClasses perigee) {
        CORE.forEach((name, used) -> classes()
                .that()
                .resideInAPackage(perigee(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages(Stream.concat(Stream.of(name), used.stream()), "java..", "org.jspecify.."))
                .check(perigee));
    }

    @ArchTest
    static void packages_of_the_sql_source_use_those_before_them(JavaClasses perigee) {
        SQL.forEach((name, used) -> classes()
                .that()
                .resideInAPackage(perigee(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(
                                        perigee(name),
                                        "java..",
                                        "javax.sql..",
                                        "com.zaxxer.hikari..",
                                        "org.jspecify.."),
                                used.stream().map(ArchitectureTest::place))
                        .toArray(String[]::new))
                .check(perigee));
    }

    @ArchTest
    static final ArchRule each_class_is_in_a_package_that_has_its_place_here = classes()
            .should()
            .resideInAnyPackage(packages(
                    CORE.keySet().stream(),
                    "dev.perigee.grpc..",
                    "dev.perigee.sql..",
                    "dev.perigee.service..",
                    "dev.perigee.graphql..",
                    "dev.perigee.server..",
                    "dev.perigee.client..",
                    "dev.perigee.settings..",
                    "dev.perigee.codegen..",
                    "dev.perigee.cli.."));

    /** What each module beside the core and the command may use of the others; the core is for all of them. */
    private static final Map<String, Set<String>> MODULES = Map.of(
            "server", Set.of(),
            "client", Set.of(),
            "settings", Set.of(),
            "graphql", Set.of("client"),
            "codegen", Set.of("settings"));

    @ArchTest
    static void modules_use_those_that_they_stand_on(JavaClasses perigee) {
        MODULES.forEach((name, used) -> classes()
                .that()
                .resideInAPackage(perigee(name))
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage("dev.perigee..")
                        .or(JavaClass.Predicates.resideInAnyPackage(packages(
                                Stream.of(CORE.keySet(), used, Set.of(name)).flatMap(Set::stream)))))
                .check(perigee));
    }

    /** Of the gateway, they know how selections are written, and nothing of how it calls. */
    @ArchTest
    static final ArchRule services_stand_on_the_sql_source_and_on_selections = classes()
            .that()
            .resideInAPackage("dev.perigee.service..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.perigee.service..",
                    "dev.perigee.grpc.pushdown..",
                    "dev.perigee.sql..",
                    "dev.perigee.data..",
                    "dev.perigee.schema..",
                    "com.google.protobuf..",
                    "io.grpc..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule nothing_uses_services = noClasses()
            .that()
            .resideOutsideOfPackage("dev.perigee.service..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.perigee.service..");

    @ArchTest
    static final ArchRule nothing_uses_the_command = noClasses()
            .that()
            .resideOutsideOfPackage("dev.perigee.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.perigee.cli..");

    private static String[] packages(Stream<String> ofCore, String... others) {
        return Stream.concat(ofCore.map(ArchitectureTest::perigee), Stream.of(others))
                .toArray(String[]::new);
    }

    /** The annotations of {@code sql} itself are no way to what is below it. */
    private static String place(String name) {
        return name.equals("sql") ? "dev.perigee.sql" : perigee(name);
    }

    private static String perigee(String name) {
        return "dev.perigee." + name + "..";
    }
}
