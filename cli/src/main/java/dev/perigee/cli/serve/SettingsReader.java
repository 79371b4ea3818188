package dev.perigee.cli.serve;

import dev.perigee.execution.EngineLimits;
import dev.perigee.language.ParserLimits;
import dev.perigee.server.Cors;
import dev.perigee.settings.FilePattern;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import dev.perigee.settings.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads {@code perigee.yaml}: {@code docs/guide/serving.md} lists what may be in it. */
final class SettingsReader {
    static final String FILE_NAME = "perigee.yaml";

    /** In texts of {@code sql}, {@code grpc}, {@code graphql} and {@code auth}, the folder of the file, where others are environment variables. */
    private static final String FOLDER = "folder";

    private static final String SOME_FILES = "files, such as schema.graphqls or schema/*.graphqls";
    private static final String SOME_CODE = "jars or class folders, such as target/classes or target/lib/*.jar";
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);

    private final Path directory;
    private final Overrides overrides;
    private final Problems problems;
    private final Function<String, @Nullable String> variables;

    private SettingsReader(
            Path directory, Overrides overrides, Problems problems, Function<String, @Nullable String> variables) {
        this.directory = directory;
        this.overrides = overrides;
        this.problems = problems;
        this.variables = variables;
    }

    /**
     * @param directory null for a database or servers alone, without a file
     * @throws ServeException with everything that is wrong
     * @throws MissingSettingsException if there is no such folder, or no file in it
     */
    static Settings read(@Nullable Path directory, Overrides overrides) throws ServeException, IOException {
        if (directory == null) return withoutFile(overrides);
        return read(directory, overrides, System::getenv);
    }

    private static Settings withoutFile(Overrides overrides) throws IOException {
        Path none = Path.of("");
        Problems problems = new Problems(none);
        return new SettingsReader(none, overrides, problems, name -> null).read(new SettingsGroup(null, problems));
    }

    /** @param environment null where there is no variable of a name */
    static Settings read(Path directory, Overrides overrides, Function<String, @Nullable String> environment)
            throws ServeException, IOException {
        Path file = directory.resolve(FILE_NAME);
        if (!Files.exists(file)) throw missing(directory, file);
        Problems problems = new Problems(file);
        MappingNode mapping = Yaml.read(file, problems);
        problems.check(ServeException::new);
        if (mapping == null) throw new IllegalStateException("No settings, and no problem");
        String folder = directory.toAbsolutePath().normalize().toString();
        Function<String, @Nullable String> values = name -> name.equals(FOLDER) ? folder : environment.apply(name);
        Variables variables = new Variables(values, problems);
        for (String setting : List.of("sql", "grpc", "graphql", "auth")) mapping = variables.in(setting, mapping);
        Settings settings =
                new SettingsReader(directory, overrides, problems, values).read(new SettingsGroup(mapping, problems));
        problems.check(ServeException::new);
        return settings;
    }

    private static MissingSettingsException missing(Path directory, Path file) {
        String problem = !Files.isDirectory(directory)
                ? "There is no folder " + directory + ". Name the one with the " + FILE_NAME + " to serve."
                : "There is no " + file
                        + ". Make one that says where the schema is, and the Java code if there is any:\n"
                        + "    schema: schema.graphqls\n"
                        + "    code: [target/classes]";
        return new MissingSettingsException(problem);
    }

    private Settings read(SettingsGroup all) throws IOException {
        Mode mode = all.choice("mode", Mode.DEVELOPMENT);
        if (overrides.mode() != null) mode = overrides.mode();
        boolean isDevelopment = mode == Mode.DEVELOPMENT;
        String host = all.text("host", "a name or address to listen on, such as localhost or 0.0.0.0");
        if (overrides.host() != null) host = overrides.host();
        if (host == null) host = isDevelopment ? "localhost" : "0.0.0.0";
        int port = all.integer("port", 8080, 0, 65_535);
        if (overrides.port() != null) port = overrides.port();
        List<Path> schema = files(all.texts("schema", SOME_FILES), false);
        SqlSettings sql = sql(all);
        GrpcSettings grpc = new GrpcSettingsReader(directory, problems).read(all, overrides.grpc());
        List<GraphqlServerSettings> graphql = new GraphqlSettingsReader(directory, problems).read(all);
        if (!all.has("schema") && sql == null && grpc == null && !all.has("graphql"))
            problems.add(1, 1, "The setting \"schema\" is missing. It names " + SOME_FILES + ".");
        List<Path> code = files(all.texts("code", SOME_CODE), true);
        boolean hasGraphiql = all.flag("graphiql", isDevelopment);
        boolean explains = all.flag("explanations", isDevelopment);
        Cors cors = cors(all);
        AuthSettings auth = new AuthSettingsReader(directory, problems)
                .read(all, new ClientsReader(directory, problems, variables));
        Transports transports = new TransportReader(directory, problems).read(all);
        SettingsGroup limits = all.group("limits");
        int maxRequestBytes = limits.bytes("requestBytes", 4 << 20);
        ParserLimits parserLimits = parserLimits(limits);
        EngineLimits engineLimits = engineLimits(limits);
        limits.rejectUnknown();
        Duration gracePeriod = all.duration("gracePeriod", Duration.ofSeconds(10), Duration.ZERO);
        all.leave("generate"); // what perigee generate does
        all.rejectUnknown();
        return new Settings(
                schema,
                code,
                sql,
                grpc,
                graphql,
                host,
                port,
                mode,
                hasGraphiql,
                explains,
                cors,
                auth,
                transports,
                maxRequestBytes,
                parserLimits,
                engineLimits,
                gracePeriod);
    }

    private @Nullable SqlSettings sql(SettingsGroup all) {
        DatabaseAddress address = overrides.database();
        SqlSettings settings = new SqlSettingsReader(directory, problems).read(all, address);
        return all.has("sql") || address != null ? settings : null;
    }

    private @Nullable Cors cors(SettingsGroup all) {
        SettingsGroup cors = all.group("cors");
        List<String> origins =
                cors.texts("origins", "origins, such as https://app.example.com, or \"*\" for all").stream()
                        .map(Text::value)
                        .toList();
        boolean isWithCredentials = cors.flag("credentials", false);
        Duration maxAge = cors.duration("maxAge", Duration.ofHours(1), Duration.ZERO);
        cors.rejectUnknown();
        if (!all.has("cors")) return null;
        if (all.isGroup("cors") && !cors.has("origins"))
            problems.add(all.place("cors"), "\"cors\" needs \"origins\", the sites that may come.");
        if (origins.isEmpty()) return null;
        try {
            return new Cors(origins, isWithCredentials, maxAge);
        } catch (IllegalArgumentException e) {
            problems.add(cors.place("origins"), "\"cors\" can't be: " + e.getMessage() + ".");
            return null;
        }
    }

    private static ParserLimits parserLimits(SettingsGroup limits) {
        ParserLimits standard = ParserLimits.REQUEST;
        return new ParserLimits(
                limits.bytes("documentBytes", standard.maxBytes()),
                limits.integer("tokens", standard.maxTokens(), 1, Integer.MAX_VALUE),
                limits.integer("depth", standard.maxDepth(), 1, ParserLimits.GREATEST_DEPTH));
    }

    private static EngineLimits engineLimits(SettingsGroup limits) {
        EngineLimits standard = EngineLimits.DEFAULT;
        return new EngineLimits(
                limits.integer("plannedFields", standard.maxPlannedFields(), 1, Integer.MAX_VALUE),
                limits.integer("validationErrors", standard.maxValidationErrors(), 1, Integer.MAX_VALUE),
                limits.bytes("responseBytes", standard.maxResponseBytes()),
                limits.duration("timeout", standard.timeout(), A_MILLISECOND),
                limits.integer("cachedPlans", standard.cachedPlans(), 1, Integer.MAX_VALUE));
    }

    /** All that the patterns match, each once, in their order. */
    private List<Path> files(List<Text> patterns, boolean isCode) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (Text pattern : patterns) {
            List<Path> matching = FilePattern.find(directory, pattern.value());
            if (matching.isEmpty()) problems.add(pattern.node(), missing(pattern.value(), isCode));
            files.addAll(matching);
        }
        return new ArrayList<>(files);
    }

    private String missing(String pattern, boolean isCode) {
        String what = FilePattern.isPattern(pattern)
                ? "Nothing in " + directory + " matches \"" + pattern + "\"."
                : "There is no " + directory.resolve(pattern) + ".";
        return isCode ? what + " Build it first" + BuildHint.of(directory) + "." : what;
    }
}
