package dev.perigee.sql.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes models of annotated records.
 *
 * @see dev.perigee.sql.Table
 */
public final class RecordModels {
    private RecordModels() {}

    /** @see #of(Collection) */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only, and nobody else has it
    public static Model of(Class<? extends Record>... records) {
        return of(List.of(records));
    }

    /**
     * The tables of these records, in their order. No database is asked.
     *
     * @param records all that relations lead to are among them
     * @throws ModelException if something about the records is wrong; it names everything at once
     */
    public static Model of(Collection<? extends Class<? extends Record>> records) {
        Problems problems = new Problems();
        Map<Class<?>, RecordDraft> drafts = new LinkedHashMap<>();
        for (Class<? extends Record> record : records) {
            if (drafts.containsKey(record)) {
                problems.add(record.getSimpleName(), "the record is given twice", "Give it once");
                continue;
            }
            drafts.put(record, new RecordReader(record, problems).read());
            checkAccess(record, problems);
        }
        checkNames(drafts.values(), problems);
        RelationResolver resolver = new RelationResolver(drafts, problems);
        for (RecordDraft draft : drafts.values()) {
            for (RelationDraft relation : draft.relations()) resolver.path(draft, relation);
        }
        problems.check();
        return new RecordModelBuilder(drafts.values(), resolver).build();
    }

    private static void checkAccess(Class<? extends Record> record, Problems problems) {
        try {
            RecordMaker.of(record);
        } catch (ModelException e) {
            problems.addAll(e.problems());
        }
    }

    private static void checkNames(Collection<RecordDraft> drafts, Problems problems) {
        Map<String, RecordDraft> byType = new HashMap<>(), byTable = new HashMap<>();
        for (RecordDraft draft : drafts) {
            RecordDraft sameType = byType.putIfAbsent(draft.typeName(), draft);
            if (sameType != null) {
                problems.add(
                        draft.recordClass().getName(),
                        "its type " + draft.typeName() + " is that of "
                                + sameType.recordClass().getName() + " too",
                        "Name another one with @Table(type = …)");
            }
            RecordDraft sameTable = byTable.putIfAbsent(draft.schema() + "." + draft.tableName(), draft);
            if (sameTable != null) {
                problems.add(
                        draft.place(),
                        "its table " + draft.tableName() + " is that of " + sameTable.place() + " too",
                        "Name another one with @Table");
            }
        }
    }
}
