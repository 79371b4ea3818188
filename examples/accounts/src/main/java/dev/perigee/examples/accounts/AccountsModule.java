package dev.perigee.examples.accounts;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.sql.SqlSource;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts the database, and lets it stand behind the schema. */
public final class AccountsModule implements GraphModule {
    private final UnaryOperator<DataSource> around;
    private @Nullable AccountDatabase database;

    /** What {@code perigee serve} finds by {@code META-INF/services}. */
    public AccountsModule() {
        this(pool -> pool);
    }

    AccountsModule(UnaryOperator<DataSource> around) {
        this.around = around;
    }

    @Override
    public void wire(Wiring.Builder graph) throws SQLException {
        database = AccountDatabase.inMemory(around);
        SqlSource source = database.source();
        graph.source(source).query("signIn", new SignIn(source.records(Account.class)));
    }

    @Override
    public void close() {
        if (database != null) database.close();
    }
}
