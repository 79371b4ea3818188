package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The calls for one key each that stand in for a batch.
 *
 * @param parameters what is filled in of their requests besides the key
 */
record Singles(Relation relation, Batch batch, ByteString parameters, MessageReader reader) {
    List<RelationCall> of(Map<Object, Slot> slots) {
        SingleCall single = batch.single();
        if (single == null) throw new IllegalStateException(relation + " has no call for one key");
        List<RelationCall> calls = new ArrayList<>(slots.size());
        slots.forEach((key, slot) -> calls.add(new WholeCall(
                single.method(),
                parameters.concat(Keys.inSingle(batch.parts(), key)),
                slot,
                single.result(),
                relation.missing(),
                reader)));
        return calls;
    }
}
