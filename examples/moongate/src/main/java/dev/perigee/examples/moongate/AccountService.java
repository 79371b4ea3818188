package dev.perigee.examples.moongate;

import dev.perigee.data.ClientException;
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
import dev.perigee.sql.SqlSource;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing in, and what is known of an account. */
final class AccountService extends AccountsGrpc.AccountsImplBase {
    private final Records<AccountRow> credentials;
    private final MessageHydration<AccountRow, Account> accounts;
    private final Tokens tokens;

    AccountService(SqlSource source, Tokens tokens) {
        this.credentials = source.records(AccountRow.class).select("{ id username password salt role }");
        this.accounts = MessageHydration.of(
                source.records(AccountRow.class), Account.getDefaultInstance(), PlayerService.MAPPING);
        this.tokens = tokens;
    }

    @Override
    public void login(LoginRequest request, StreamObserver<LoginReply> observer) {
        AccountRow found = withPassword(request);
        LoginReply.Builder reply = LoginReply.newBuilder();
        FieldTree asked = Selections.of(request);
        if (asked.has("token")) reply.setToken(tokens.issue(found));
        FieldTree ofAccount = asked.below("account");
        if (ofAccount != null) reply.setAccount(accounts.one(found.id(), ofAccount, CallerInterceptor.caller()));
        observer.onNext(reply.build());
        observer.onCompleted();
    }

    private AccountRow withPassword(LoginRequest request) {
        AccountRow found = found(request.getUsername());
        if (found != null && Passwords.isOf(found, request.getPassword())) return found;
        throw new ClientException("UNAUTHENTICATED", "The username or the password is wrong.");
    }

    private @Nullable AccountRow found(String username) {
        try {
            return credentials.by("findByUsername", List.of(username)).get(username);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The account can't be read", e);
        }
    }

    @Override
    public void getAccount(GetAccountRequest request, StreamObserver<Account> observer) {
        observer.onNext(accounts.one(request.getId(), Selections.of(request), CallerInterceptor.caller()));
        observer.onCompleted();
    }
}
