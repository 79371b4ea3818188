package dev.perigee.graphql;

import dev.perigee.data.SelectedField;
import dev.perigee.schema.ListOf;
import java.util.List;

/** A part of an upstream document: what one root field, or one join, asks for. Immutable. */
sealed interface Piece {
    /** What the names of joins in a document begin with, and no others. */
    String JOIN = "join";

    static boolean isJoin(String key) {
        return key.startsWith(JOIN);
    }

    /** The field of the graph that it is for; of a join, one of those that ask alike. */
    SelectedField field();

    Delegated delegated();

    Selection selection();

    /** Its number among all of a batch. */
    int number();

    /** Adds itself to a document. @param count how many objects it asks for one by one */
    void write(DocumentText document, int count);

    /** A root field, under a response name that no other has. */
    record OfRoot(int number, SelectedField field, RootField delegated, String key, Selection selection)
            implements Piece {
        @Override
        public void write(DocumentText document, int count) {
            document.use(selection.slots());
            document.field(selection.text());
        }
    }

    /** A join whose keys go into one list. */
    record OfBatch(int number, SelectedField field, Join delegated, Join.Batch batch, Selection selection)
            implements Piece {
        @Override
        public void write(DocumentText document, int count) {
            String key = key();
            document.use(selection.slots());
            document.variable(key, batch.argument().type().toString());
            String arguments = batch.argument().name() + ": $" + key;
            for (Join.Given given : delegated.arguments()) {
                document.variable(variable(given), given.argument().type().toString());
                arguments += ", " + given.argument().name() + ": $" + variable(given);
            }
            document.field(key + ": " + delegated.remote().name() + "(" + arguments + ")" + selection.text());
        }

        String key() {
            return JOIN + number;
        }

        String variable(Join.Given given) {
            return key() + "_" + given.argument().name();
        }
    }

    /** A join that asks for each object under an alias of its own. What is selected of them all is written once. */
    record OfEach(int number, SelectedField field, Join delegated, Selection selection) implements Piece {
        @Override
        public void write(DocumentText document, int count) {
            String key = JOIN + number;
            document.use(selection.slots());
            String selected = selection.text();
            if (!selected.isEmpty()) {
                document.fragment("fragment " + key + " on "
                        + delegated.remote().namedType().name() + selected);
                selected = " { ..." + key + " }";
            }
            for (int i = 0; i < count; i++) {
                String alias = key(i);
                List<String> arguments = delegated.arguments().stream()
                        .map(given -> {
                            String variable = variable(alias, given);
                            document.variable(variable, given.argument().type().toString());
                            return given.argument().name() + ": $" + variable;
                        })
                        .toList();
                String given = arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
                document.field(alias + ": " + delegated.remote().name() + given + selected);
            }
        }

        String key(int i) {
            return JOIN + number + "_" + i;
        }

        static String variable(String alias, Join.Given given) {
            return alias + "_" + given.argument().name();
        }
    }

    /** Whether the field of the graph has a list. */
    default boolean isList() {
        return field().definition().type().nullable() instanceof ListOf;
    }
}
