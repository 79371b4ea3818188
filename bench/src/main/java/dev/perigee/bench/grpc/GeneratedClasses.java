package dev.perigee.bench.grpc;

import dev.perigee.bench.grpc.catalog.Item;
import dev.perigee.bench.grpc.catalog.ListItemsReply;
import java.io.IOException;
import java.util.List;
import org.curioswitch.common.protobuf.json.MessageMarshaller;

/**
 * What a service that is compiled with its protos does: parse to generated classes, and write them with protobuf-jackson,
 * whose marshallers are bytecode made for each message.
 */
final class GeneratedClasses {
    private final MessageMarshaller marshaller = MessageMarshaller.builder()
            .omittingInsignificantWhitespace(true)
            .register(ListItemsReply.getDefaultInstance())
            .build();
    private final List<String> fields;

    /** @param fields of each item; all twenty, or {@link TranscodeBenchmark#SOME} */
    GeneratedClasses(List<String> fields) {
        this.fields = fields;
    }

    byte[] json(byte[] reply) throws IOException {
        ListItemsReply message = ListItemsReply.parseFrom(reply);
        boolean keepsAll = fields.size() == Item.getDescriptor().getFields().size();
        return marshaller.writeValueAsBytes(keepsAll ? message : selected(message));
    }

    private static ListItemsReply selected(ListItemsReply message) {
        ListItemsReply.Builder selected = ListItemsReply.newBuilder();
        for (Item item : message.getItemsList()) {
            selected.addItems(Item.newBuilder()
                    .setId(item.getId())
                    .setName(item.getName())
                    .setPrice(item.getPrice())
                    .setActive(item.getActive())
                    .setCategory(item.getCategory())
                    .setUrl(item.getUrl()));
        }
        return selected.build();
    }
}
