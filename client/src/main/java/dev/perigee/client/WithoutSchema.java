package dev.perigee.client;

import dev.perigee.language.Document;
import dev.perigee.language.OperationDefinition;

/**
 * Finds out what there is to know of an operation without a schema. Nothing is refused for its document: whether it is
 * right is the server's to say, whose language may have more than ours.
 */
final class WithoutSchema implements Preparation {
    private final Scalars scalars;
    private final DocumentCache parsed = new DocumentCache();

    WithoutSchema(Scalars scalars) {
        this.scalars = scalars;
    }

    @Override
    public Prepared prepare(Operation<?> operation) {
        OperationDefinition definition = null;
        try {
            Document document = parsed.get(operation.document(), OperationCheck::parse);
            definition = OperationCheck.chosen(document, operation.name());
        } catch (InvalidOperationException e) {
            // The server is asked all the same, and says better what is wrong.
        }
        return new Prepared(definition, OperationCheck.variables(operation, definition, null, scalars));
    }
}
