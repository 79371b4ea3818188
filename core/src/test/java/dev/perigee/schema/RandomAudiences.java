package dev.perigee.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.language.Definition;
import dev.perigee.language.EnumTypeDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputObjectTypeDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.InterfaceTypeDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.ScalarTypeDefinition;
import dev.perigee.language.Source;
import dev.perigee.language.UnionTypeDefinition;
import dev.perigee.language.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Marks schemas with audiences at random, so that each audience is left with a valid face; the same way for the same seed. */
public final class RandomAudiences {
    public static final List<String> NAMES = List.of("mobile", "server");

    private static final List<String> MARKS = List.of(
            "@audience(only: [\"mobile\"])",
            "@audience(only: [\"server\"])",
            "@audience(only: [\"server\", \"mobile\"])",
            "@audience(only: [])");

    private RandomAudiences() {}

    /** @param tries how many marks to try: those that would break a face are left out again */
    public static String mark(String sdl, long seed, int tries) {
        Random random = new Random(seed);
        String marked = sdl + AudienceDirective.SDL;
        for (int i = 0; i < tries; i++) {
            String next = withMark(marked, random);
            if (isValid(next)) marked = next;
        }
        return marked;
    }

    private static String withMark(String sdl, Random random) {
        String mark = MARKS.get(random.nextInt(MARKS.size()));
        List<Location> members = new ArrayList<>();
        List<String> types = new ArrayList<>();
        var document = Parser.parse(Source.of("schema", sdl), ParserLimits.SCHEMA);
        Visitor.builder()
                .enter(FieldDefinition.class, node -> members.add(node.location()))
                .enter(InputValueDefinition.class, node -> members.add(node.location()))
                .enter(EnumValueDefinition.class, node -> members.add(node.location()))
                .build()
                .visit(document);
        for (Definition definition : document.definitions()) {
            String extended = extended(definition);
            if (extended != null) types.add(extended);
        }
        if (random.nextInt(4) == 0) {
            return sdl + "\nextend " + types.get(random.nextInt(types.size())) + " " + mark + "\n";
        }
        int end = members.get(random.nextInt(members.size())).end();
        byte[] bytes = sdl.getBytes(UTF_8);
        return new String(bytes, 0, end, UTF_8) + " " + mark + new String(bytes, end, bytes.length - end, UTF_8);
    }

    private static String extended(Definition definition) {
        return switch (definition) {
            case ObjectTypeDefinition type -> "type " + type.name();
            case InterfaceTypeDefinition type -> "interface " + type.name();
            case UnionTypeDefinition type -> "union " + type.name();
            case EnumTypeDefinition type -> "enum " + type.name();
            case InputObjectTypeDefinition type -> "input " + type.name();
            case ScalarTypeDefinition type -> "scalar " + type.name();
            default -> null;
        };
    }

    private static boolean isValid(String sdl) {
        try {
            Schema schema = Schema.of(Source.of("schema", sdl));
            SchemaFace.of(schema, "");
            for (String audience : NAMES) SchemaFace.of(schema, audience);
            return true;
        } catch (SchemaException e) {
            return false;
        }
    }
}
