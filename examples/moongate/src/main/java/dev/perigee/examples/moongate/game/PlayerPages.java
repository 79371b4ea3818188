package dev.perigee.examples.moongate.game;

import com.google.protobuf.FieldMask;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.examples.moongate.v1.ListPlayersReply;
import dev.perigee.examples.moongate.v1.ListPlayersRequest;
import dev.perigee.examples.moongate.v1.Player;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.service.MessageHydration;
import dev.perigee.service.Selections;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Condition.Compare;
import dev.perigee.sql.statement.Condition.Operator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Players page by page, in the order of their ids. A page's token is the last id of the page before it. */
final class PlayerPages {
    private static final int USUAL_SIZE = 20;
    private static final FieldTree ID =
            FieldTree.fromMask(FieldMask.newBuilder().addPaths("id").build());

    private final MessageHydration<PlayerRow, Player> players;
    private final Column id;
    private final Column level;

    PlayerPages(MessageHydration<PlayerRow, Player> players, Table table) {
        this.players = players;
        this.id = Objects.requireNonNull(table.columnOfField("id"));
        this.level = Objects.requireNonNull(table.columnOfField("level"));
    }

    /** Reads one more than the page has, to know whether there is another page. */
    ListPlayersReply page(ListPlayersRequest request, Caller caller) {
        int size = request.getPageSize() == 0 ? USUAL_SIZE : request.getPageSize();
        FieldTree selected = Selections.of(request, "players");
        if (selected == null) selected = ID; // somebody wants to know only whether there is another page
        Map<Object, Player> found = players.whereByKey(condition(request), size + 1, selected, caller);
        var page = ListPlayersReply.newBuilder()
                .addAllPlayers(found.values().stream().limit(size).toList());
        List<Object> ids = List.copyOf(found.keySet());
        if (ids.size() > size) page.setNextPageToken(ids.get(size - 1).toString());
        return page.build();
    }

    private Condition condition(ListPlayersRequest request) {
        return new Condition.And(List.of(
                new Compare(id, Operator.GREATER, lastId(request.getPageToken())),
                new Compare(level, Operator.GREATER_OR_EQUAL, request.getMinLevel())));
    }

    private static long lastId(String token) {
        try {
            return token.isEmpty() ? 0 : Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw new ClientException("INVALID_ARGUMENT", "page_token is none that was given here.");
        }
    }
}
