package dev.perigee.examples.accounts;

import dev.perigee.data.Arguments;
import dev.perigee.data.Context;
import dev.perigee.data.Root;
import dev.perigee.sql.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The field {@code signIn}: server code reads what is hidden from clients. */
final class SignIn implements Root<Account> {
    private final Records<Account> accounts;

    /** @param accounts with all their columns */
    SignIn(Records<Account> accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable Account resolve(Arguments arguments, Context context) throws Exception {
        String username = arguments.string("username");
        Account account = accounts.within(context.remaining())
                .by("findByUsername", List.of(username))
                .get(username);
        return account != null && Passwords.isOf(account, arguments.string("secret")) ? account : null;
    }

    @Override
    public String source() {
        return "sql";
    }
}
