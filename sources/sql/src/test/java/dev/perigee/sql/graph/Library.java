package dev.perigee.sql.graph;

import static dev.perigee.sql.graph.TableSketch.belongsTo;
import static dev.perigee.sql.graph.TableSketch.has;
import static dev.perigee.sql.graph.TableSketch.hasOne;
import static dev.perigee.sql.graph.TableSketch.through;
import static dev.perigee.sql.model.Column.Trait.DEFAULTED;
import static dev.perigee.sql.model.Column.Trait.FILTERABLE;
import static dev.perigee.sql.model.Column.Trait.GENERATED;
import static dev.perigee.sql.model.Column.Trait.HIDDEN;
import static dev.perigee.sql.model.Column.Trait.NULLABLE;
import static dev.perigee.sql.model.Column.Trait.REFERENCE;
import static dev.perigee.sql.model.Column.Trait.SORTABLE;
import static dev.perigee.sql.model.Column.Trait.VERSION;

import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Table;

/** A small model with one of everything: composite and missing keys, self reference, edge columns, hidden columns. */
final class Library {
    static final Table ACCOUNT = new TableSketch("Account", "Somebody who reads and writes.")
            .column("id", Kind.BIGINT, REFERENCE, DEFAULTED, FILTERABLE, SORTABLE)
            .described("username", Kind.TEXT, "How it is called \"in public\".", FILTERABLE, SORTABLE)
            .column("passwordHash", Kind.TEXT, HIDDEN, FILTERABLE, SORTABLE)
            .column("joined", Kind.INSTANT, DEFAULTED, SORTABLE)
            .column("settings", Kind.JSON, NULLABLE)
            .key("id")
            .unique("findByUsername", "username")
            .unique("findByPassword", "passwordHash")
            .table();
    static final Table POST = new TableSketch("Post", "A text.\nIt has \"\"\"quotes\"\"\" and a \\.")
            .column("id", Kind.BIGINT, REFERENCE, DEFAULTED, FILTERABLE, SORTABLE)
            .column("authorId", Kind.BIGINT, REFERENCE, FILTERABLE, SORTABLE)
            .column("title", Kind.TEXT, FILTERABLE, SORTABLE)
            .column("price", Kind.DECIMAL, NULLABLE, FILTERABLE, SORTABLE)
            .column("words", Kind.INTEGER, GENERATED, SORTABLE)
            .column("score", Kind.DOUBLE, NULLABLE)
            .column("published", Kind.BOOLEAN, FILTERABLE, DEFAULTED)
            .column("version", Kind.INTEGER, VERSION)
            .column("cover", Kind.BINARY, NULLABLE)
            .key("id")
            .table();
    static final Table COMMENT = new TableSketch("Comment")
            .column("id", Kind.UUID, REFERENCE)
            .column("postId", Kind.BIGINT, REFERENCE)
            .column("parentId", Kind.UUID, REFERENCE, NULLABLE)
            .column("not", Kind.TEXT, NULLABLE, FILTERABLE)
            .column("written", Kind.TIMESTAMP, SORTABLE)
            .key("id")
            .table();
    static final Table TAG = new TableSketch("Tag")
            .column("name", Kind.TEXT, REFERENCE, FILTERABLE)
            .column("since", Kind.DATE, NULLABLE)
            .key("name")
            .unique("findByUsername", "name")
            .table();
    static final Table POST_TAG = new TableSketch("PostTag")
            .column("postId", Kind.BIGINT, REFERENCE)
            .column("tagName", Kind.TEXT, REFERENCE)
            .column("node", Kind.TIME, NULLABLE)
            .column("weight", Kind.BIGINT)
            .column("secret", Kind.TEXT, HIDDEN, NULLABLE)
            .key("postId", "tagName")
            .table();
    static final Table DRAFT = new TableSketch("Draft", "Without a key.")
            .column("postId", Kind.BIGINT, REFERENCE)
            .column("text", Kind.TEXT)
            .table();
    static final Table FIGURES = new TableSketch("Figures", "A view.")
            .column("postId", Kind.BIGINT, REFERENCE)
            .column("readers", Kind.BIGINT)
            .key("postId")
            .readOnly()
            .table();
    static final Table AUDIT = new TableSketch("Audit")
            .column("secret", Kind.TEXT, HIDDEN)
            .key("secret")
            .table();

    static final Model MODEL = Model.builder()
            .table(ACCOUNT)
            .table(POST)
            .table(COMMENT)
            .table(TAG)
            .table(POST_TAG)
            .table(DRAFT)
            .table(FIGURES)
            .table(AUDIT)
            .relation(has("posts", ACCOUNT, POST, "authorId"))
            .relation(belongsTo("author", POST, "authorId", ACCOUNT, true))
            .relation(has("comments", POST, COMMENT, "postId"))
            .relation(hasOne("figures", POST, FIGURES, "postId"))
            .relation(through("tags", POST, POST_TAG, "postId", "tagName", TAG, false))
            .relation(through("tagSet", POST, POST_TAG, "postId", "tagName", TAG, true))
            .relation(belongsTo("post", COMMENT, "postId", POST, true))
            .relation(belongsTo("parent", COMMENT, "parentId", COMMENT, false))
            .relation(has("replies", COMMENT, COMMENT, "parentId"))
            .relation(through("posts", TAG, POST_TAG, "tagName", "postId", POST, false))
            .build();

    private Library() {}
}
