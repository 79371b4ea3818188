package dev.perigee.grpc.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selection, compiled: one scan of a message, then its fields in response order. A selection of more fields than a scan
 * has slots is several of both. Immutable.
 */
record Program<K>(List<Part<K>> parts) {
    /** Fields that are written after one scan. */
    static final class Part<K> {
        private final FieldTable table;
        private final Entry<K>[] fields;
        private final @Nullable FieldOrder order;

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can't be made otherwise
        Part(FieldTable table, List<Entry<K>> fields) {
            this.table = table;
            this.fields = fields.toArray(new Entry[0]);
            this.order = FieldOrder.of(table, this.fields);
        }

        /** Null if the fields can't be written in the order in which they most often stand in a message. */
        @Nullable FieldOrder order() {
            return order;
        }

        /** What the scan looks for. */
        FieldTable table() {
            return table;
        }

        /** In response order; not to be changed. */
        Entry<K>[] fields() {
            return fields;
        }
    }
}
