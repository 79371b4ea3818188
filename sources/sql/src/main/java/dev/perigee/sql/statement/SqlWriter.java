package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the text and the binds of one statement. Names are always quoted and values always bound, so that neither can
 * be taken for SQL; {@link #sql} is for the fixed parts alone. For one thread.
 */
final class SqlWriter {
    private final char quote;
    private final StringBuilder text = new StringBuilder(512);
    private final List<Bind> binds = new ArrayList<>();
    private int lastAlias;

    SqlWriter(char quote) {
        this.quote = quote;
    }

    SqlWriter sql(String fixed) {
        text.append(fixed);
        return this;
    }

    SqlWriter number(int number) {
        text.append(number);
        return this;
    }

    /** A comma, but for the first of a list. */
    SqlWriter comma(int index) {
        if (index > 0) text.append(", ");
        return this;
    }

    SqlWriter name(String name) {
        text.append(quote);
        if (name.indexOf(quote) < 0) {
            text.append(name);
        } else {
            text.append(name.replace(String.valueOf(quote), String.valueOf(new char[] {quote, quote})));
        }
        text.append(quote);
        return this;
    }

    SqlWriter table(Table table) {
        String schema = table.schema();
        if (schema != null) name(schema).sql(".");
        return name(table.name());
    }

    SqlWriter column(String alias, Column column) {
        return sql(alias).sql(".").name(column.name());
    }

    /** A column that an inner query gives under a label, such as {@code r.c0}. */
    SqlWriter label(String alias, String letter, int index) {
        return sql(alias).sql(".").sql(letter).number(index);
    }

    SqlWriter value(SqlType type, @Nullable Object value) {
        return bind(new Bind.One(type, value));
    }

    SqlWriter bind(Bind bind) {
        text.append('?');
        binds.add(bind);
        return this;
    }

    /** An alias that no other table of the statement has. */
    String newAlias() {
        return "e" + ++lastAlias;
    }

    /** The name, quoted, for a place where an alias is expected. */
    String quoted(String name) {
        int start = text.length();
        name(name);
        String quoted = text.substring(start);
        text.setLength(start);
        return quoted;
    }

    Sql finish() {
        return new Sql(text.toString(), binds);
    }
}
