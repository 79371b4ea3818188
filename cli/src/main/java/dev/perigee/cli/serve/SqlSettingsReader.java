package dev.perigee.cli.serve;

import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.graph.FilterLimits;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.GraphOptions.ToMany;
import dev.perigee.sql.graph.PageLimits;
import dev.perigee.sql.model.Refinement;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the settings of {@code sql}: {@code docs/guide/sql.md} lists what may be in them. */
final class SqlSettingsReader {
    private static final String A_URL = "a URL of JDBC, such as jdbc:postgresql://localhost/music";
    private static final String A_TEXT = "a text; a number needs quotes";
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int MOST_PAGE_ROWS = Integer.MAX_VALUE - 1;

    private final Path directory;
    private final Problems problems;

    private enum Lists {
        CONNECTIONS,
        PLAIN
    }

    SqlSettingsReader(Path directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** @param address what the command line has in place of what is here; null for nothing */
    SqlSettings read(SettingsGroup all, @Nullable DatabaseAddress address) {
        SettingsGroup sql = all.group("sql");
        String url = sql.text("url", A_URL);
        if (!sql.has("url") && all.isGroup("sql") && address == null) {
            problems.add(all.place("sql"), "\"sql\" needs \"url\", " + A_URL + ".");
        }
        String user = sql.text("user", A_TEXT);
        String password = sql.text("password", A_TEXT);
        Path driver = driver(sql);
        int connections = sql.integer("connections", SqlSettings.DEFAULT_CONNECTIONS, 1, MOST_CONNECTIONS);
        Refinement.Builder refinement = Refinement.builder();
        for (Text schema : sql.texts("schemas", "names of schemas")) refinement.schema(schema.value());
        GraphOptions options = options(sql);
        boolean isConsistent = sql.flag("consistent", false);
        if (sql.flag("onlyIndexed", false)) refinement.onlyIndexed();
        SqlPlaces places = new SqlTablesReader(refinement, problems).read(sql.group("tables"));
        SettingsGroup limits = sql.group("limits");
        SqlLimits sqlLimits = sqlLimits(limits);
        PageLimits pageLimits = pageLimits(limits);
        FilterLimits filterLimits = filterLimits(limits);
        limits.rejectUnknown();
        sql.rejectUnknown();
        SqlSettings settings = new SqlSettings(
                url == null ? "" : url,
                user,
                password,
                driver,
                connections,
                isConsistent,
                refinement.build(),
                options,
                pageLimits,
                filterLimits,
                sqlLimits,
                places);
        return address == null ? settings : settings.at(address);
    }

    private @Nullable Path driver(SettingsGroup sql) {
        String jar = sql.text("driver", "a jar with a JDBC driver, such as lib/mariadb.jar");
        if (jar == null) return null;
        Path file = directory.resolve(jar);
        if (!Files.isRegularFile(file)) problems.add(sql.place("driver"), "There is no " + file + ".");
        return file;
    }

    private static GraphOptions options(SettingsGroup sql) {
        boolean hasMutations = sql.flag("mutations", false);
        GraphOptions options = hasMutations ? GraphOptions.DEFAULT.withMutations() : GraphOptions.DEFAULT;
        return options.with(sql.choice("lists", Lists.CONNECTIONS) == Lists.PLAIN ? ToMany.LISTS : ToMany.CONNECTIONS);
    }

    private static SqlLimits sqlLimits(SettingsGroup limits) {
        SqlLimits standard = SqlLimits.DEFAULT;
        return new SqlLimits(
                limits.integer("rowsPerParent", standard.rowsPerParent(), 1, Integer.MAX_VALUE),
                limits.integer("rowsPerStatement", standard.rowsPerStatement(), 1, Integer.MAX_VALUE),
                limits.integer("rowsPerOperation", standard.rowsPerOperation(), 1, Integer.MAX_VALUE),
                limits.integer("statementsAtOnce", standard.statementsAtOnce(), 1, MOST_CONNECTIONS));
    }

    private PageLimits pageLimits(SettingsGroup limits) {
        PageLimits standard = PageLimits.DEFAULT;
        int size = limits.integer("pageSize", standard.defaultSize(), 1, MOST_PAGE_ROWS);
        int most = limits.integer("maxPageSize", standard.maxSize(), 1, MOST_PAGE_ROWS);
        if (size <= most) return new PageLimits(size, most);
        if (!limits.has("pageSize")) return new PageLimits(most, most); // a standard that is over it gives way
        problems.add(limits.place("pageSize"), "\"pageSize\" is " + size + ", over \"maxPageSize\", " + most + ".");
        return standard;
    }

    private static FilterLimits filterLimits(SettingsGroup limits) {
        FilterLimits standard = FilterLimits.DEFAULT;
        return new FilterLimits(
                limits.integer("filterNodes", standard.maxNodes(), 1, FilterLimits.MOST_NODES),
                limits.integer("filterValues", standard.maxInSize(), 1, Integer.MAX_VALUE));
    }
}
