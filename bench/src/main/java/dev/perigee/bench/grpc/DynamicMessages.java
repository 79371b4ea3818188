package dev.perigee.bench.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.perigee.bench.grpc.catalog.Item;
import dev.perigee.bench.grpc.catalog.ListItemsReply;
import java.util.List;

/** What a gateway without generated classes does with protobuf-java: parse, keep what is selected, print. */
final class DynamicMessages {
    private static final FieldDescriptor ITEMS = ListItemsReply.getDescriptor().findFieldByName("items");

    private final JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
    private final List<FieldDescriptor> fields;
    private final boolean keepsAll;

    /** @param fields of each item */
    DynamicMessages(List<String> fields) {
        this.fields = fields.stream()
                .map(name -> Item.getDescriptor().findFieldByName(name))
                .toList();
        this.keepsAll = fields.size() == Item.getDescriptor().getFields().size();
    }

    byte[] json(byte[] reply) throws InvalidProtocolBufferException {
        DynamicMessage message = DynamicMessage.parseFrom(ListItemsReply.getDescriptor(), reply);
        return printer.print(keepsAll ? message : selected(message)).getBytes(UTF_8);
    }

    private DynamicMessage selected(DynamicMessage message) {
        DynamicMessage.Builder selected = DynamicMessage.newBuilder(ListItemsReply.getDescriptor());
        for (int i = 0, count = message.getRepeatedFieldCount(ITEMS); i < count; i++) {
            Message item = (Message) message.getRepeatedField(ITEMS, i);
            DynamicMessage.Builder kept = DynamicMessage.newBuilder(Item.getDescriptor());
            for (FieldDescriptor field : fields) kept.setField(field, item.getField(field));
            selected.addRepeatedField(ITEMS, kept.build());
        }
        return selected.build();
    }
}
