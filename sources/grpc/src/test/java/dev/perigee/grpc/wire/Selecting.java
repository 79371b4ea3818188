package dev.perigee.grpc.wire;

import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.Selection.Selected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

/** Selections by text, such as {@code id friend:child{id}}. */
final class Selecting {
    private final Scanner tokens;

    private Selecting(String text) {
        this.tokens = new Scanner(text.replace("{", " { ").replace("}", " } "));
    }

    static Selection<String> of(MessageType type, String text) {
        return new Selecting(text).selection(type);
    }

    private Selection<String> selection(MessageType type) {
        List<Selected<String>> selected = new ArrayList<>();
        while (tokens.hasNext() && !tokens.hasNext("\\}")) selected.add(selected(type));
        if (tokens.hasNext()) tokens.next();
        return new Selection<>(type, selected);
    }

    private Selected<String> selected(MessageType type) {
        String[] names = tokens.next().split(":", 2);
        String name = names[names.length - 1];
        MessageField field = name.equals("__typename") ? null : type.field(name);
        Map<MessageType, Selection<String>> below = new LinkedHashMap<>();
        if (tokens.hasNext("\\{")) {
            tokens.next();
            Selection<String> inner = selection(Types.objectTypes(field).getFirst());
            below.put(inner.type(), inner);
        }
        return new Selected<>(name, names[0], field, below, false);
    }
}
