package dev.perigee.examples.accounts;

import dev.perigee.sql.Records;
import dev.perigee.sql.SqlSource;
import java.util.Collection;
import java.util.Map;

/** Accounts with their players and guilds, without a graph: for a report, a job, or a server of another kind. */
final class Rosters {
    private final Records<Account> accounts;

    Rosters(SqlSource source) {
        this.accounts = source.records(Account.class).select("{ username players { name guilds { name } } }");
    }

    /** Three statements, however many there are. An id without an account is left out. */
    Map<Long, Account> of(Collection<Long> ids) throws Exception {
        return accounts.byKey(ids);
    }
}
