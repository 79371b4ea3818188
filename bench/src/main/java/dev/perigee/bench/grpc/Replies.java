package dev.perigee.bench.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.perigee.bench.grpc.catalog.Category;
import dev.perigee.bench.grpc.catalog.Item;
import dev.perigee.bench.grpc.catalog.ListItemsReply;
import dev.perigee.bench.grpc.catalog.Vendor;

/** What a service replies with: items that have something in all of their twenty fields. */
final class Replies {
    private Replies() {}

    static byte[] items(int count) {
        return reply(count).toByteArray();
    }

    static ListItemsReply reply(int count) {
        ListItemsReply.Builder reply = ListItemsReply.newBuilder();
        for (int i = 1; i <= count; i++) reply.addItems(item(i));
        return reply.build();
    }

    private static Item item(int number) {
        return Item.newBuilder()
                .setId(4_000_000_000L + number)
                .setName("Item number " + number)
                .setSku("SKU-%08d".formatted(number * 7919))
                .setDescription(
                        "One of many items, with a description of the length that descriptions have, in café style.")
                .setPrice(number * 1.25 + 0.99)
                .setCurrency("EUR")
                .setStock(number * 37 % 500 + 1)
                .setActive(true)
                .setCategory(Category.forNumber(number % 3 + 1))
                .setRating(number % 50 / 10f + 0.5f)
                .setVotes(number * 13)
                .addTags("new")
                .addTags("sale-" + number % 7)
                .addTags("recommended")
                .setCreated(Timestamp.newBuilder().setSeconds(1_700_000_000L + number * 86_400L))
                .setUpdated(Timestamp.newBuilder()
                        .setSeconds(1_760_000_000L + number * 3_600L)
                        .setNanos(number * 1_000_000))
                .setVendor(Vendor.newBuilder().setId(number % 10 + 1).setName("Vendor " + number % 10))
                .setWidth(number * 3)
                .setHeight(number * 5)
                .setBalance(-number)
                .setChecksum(ByteString.copyFromUtf8("%016x".formatted(number * 0x9E3779B97F4A7C15L)))
                .setUrl("https://shop.example.com/items/" + number)
                .build();
    }
}
