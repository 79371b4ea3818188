package dev.perigee.examples.moongate.game;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.examples.moongate.login.Passwords;
import dev.perigee.examples.moongate.login.Tokens;
import dev.perigee.examples.moongate.v1.Account;
import dev.perigee.examples.moongate.v1.AccountsGrpc;
import dev.perigee.examples.moongate.v1.GetAccountRequest;
import dev.perigee.examples.moongate.v1.LoginReply;
import dev.perigee.examples.moongate.v1.LoginRequest;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.service.CallerInterceptor;
import dev.perigee.service.MessageHydration;
import dev.perigee.service.Selections;
import dev.perigee.sql.Records;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service {@code moongate.v1.Accounts}. */
public final class AccountService extends AccountsGrpc.AccountsImplBase {
    private final Records<AccountRow> logins;
    private final MessageHydration<AccountRow, Account> accounts;
    private final Tokens tokens;

    public AccountService(GameDatabase database, Tokens tokens) {
        this.logins = database.records(AccountRow.class).select("{ id username password salt scopes }");
        this.accounts = MessageHydration.of(database.records(AccountRow.class), Account.getDefaultInstance());
        this.tokens = tokens;
    }

    @Override
    public void login(LoginRequest request, StreamObserver<LoginReply> reply) {
        AccountRow account = known(request.getUsername(), request.getPassword());
        Caller caller = caller(account);
        var found = LoginReply.newBuilder().setToken(tokens.issue(caller));
        FieldTree selected = Selections.of(request, "account");
        if (selected != null) found.setAccount(accounts.one(account.id(), selected, caller));
        reply.onNext(found.build());
        reply.onCompleted();
    }

    /** The same error, whether it is the name or the password. */
    private AccountRow known(String username, String password) {
        AccountRow account = login(username);
        if (account != null && Passwords.isRight(password, account.password(), account.salt())) return account;
        throw new ClientException("UNAUTHENTICATED", "Username or password is wrong.");
    }

    private @Nullable AccountRow login(String username) {
        try {
            return logins.by("findByUsername", List.of(username)).get(username);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Accounts can't be read", e);
        }
    }

    private static Caller caller(AccountRow account) {
        String scopes = account.scopes();
        return Caller.named(account.username()).withScopes(scopes.isEmpty() ? new String[0] : scopes.split(" "));
    }

    @Override
    public void getAccount(GetAccountRequest request, StreamObserver<Account> reply) {
        reply.onNext(accounts.one(request.getId(), Selections.of(request), CallerInterceptor.caller()));
        reply.onCompleted();
    }
}
