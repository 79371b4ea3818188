package dev.perigee.grpc.gateway;

import static dev.perigee.grpc.gateway.JsonService.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.perigee.grpc.idl.Idl;
import io.grpc.BindableService;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shop of nine services in memory. */
final class Market {
    /** Methods as they are called. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    private final Map<String, JsonObject> articles = new LinkedHashMap<>();
    private final Map<String, JsonArray> baskets = new LinkedHashMap<>();

    Market() {
        articles.put("mug", article("mug", "A mug", 8));
        articles.put("hat", article("hat", "A hat", 19));
    }

    private static JsonObject article(String id, String name, int euros) {
        return json(
                "{'id': '%s', 'name': '%s', 'price': {'currencyCode': 'EUR', 'units': '%d', 'nanos': 990000000},"
                        + " 'categories': ['things']}",
                id, name, euros);
    }

    List<BindableService> services(Idl idl) {
        return List.of(
                service(idl, "Baskets")
                        .on("AddArticle", this::add)
                        .on("GetBasket", this::basket)
                        .on("EmptyBasket", request -> {
                            calls.add("EmptyBasket");
                            baskets.remove(text(request, "customerId"));
                            return new JsonObject();
                        }),
                service(idl, "Suggestions").on("ListSuggestions", request -> json("{'articleIds': ['hat', 'gone']}")),
                service(idl, "Articles")
                        .on("ListArticles", request -> all("articles"))
                        .on("SearchArticles", request -> all("results"))
                        .on("GetArticle", this::article),
                service(idl, "Delivery")
                        .on("GetQuote", request -> json("{'cost': {'currencyCode': 'EUR', 'units': '5'}}"))
                        .on("ShipOrder", request -> json("{'trackingId': 'T-1'}")),
                service(idl, "Currencies")
                        .on("GetSupported", request -> json("{'currencyCodes': ['EUR', 'USD']}"))
                        .on(
                                "Convert",
                                request -> json(
                                        "{'currencyCode': '%s', 'units': '%d'}",
                                        text(request, "toCode"),
                                        2
                                                * request.getAsJsonObject("from")
                                                        .get("units")
                                                        .getAsLong())),
                service(idl, "Payments").on("Charge", request -> json("{'transactionId': 'P-1'}")),
                service(idl, "Mail").on("SendConfirmation", request -> new JsonObject()),
                service(idl, "Checkout").on("PlaceOrder", this::order),
                service(idl, "Advertisements").on("GetAds", request -> json("{'ads': [{'text': 'Buy!'}]}")));
    }

    private static JsonService service(Idl idl, String name) {
        return new JsonService(idl.service("market.v1." + name));
    }

    private static String text(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value == null ? "" : value.getAsString();
    }

    private JsonObject all(String name) {
        JsonObject reply = new JsonObject();
        JsonArray list = new JsonArray();
        articles.values().forEach(list::add);
        reply.add(name, list);
        return reply;
    }

    private JsonObject article(JsonObject request) {
        String id = text(request, "id");
        calls.add("GetArticle " + id);
        JsonObject found = articles.get(id);
        if (found == null)
            throw Status.NOT_FOUND.withDescription("No article " + id + ".").asRuntimeException();
        return found;
    }

    private JsonObject add(JsonObject request) {
        JsonObject line = request.getAsJsonObject("line");
        calls.add("AddArticle " + text(line, "articleId"));
        baskets.computeIfAbsent(text(request, "customerId"), customer -> new JsonArray())
                .add(line);
        return new JsonObject();
    }

    private JsonObject basket(JsonObject request) {
        String customer = text(request, "customerId");
        calls.add("GetBasket " + customer);
        JsonObject reply = json("{'customerId': '%s'}", customer);
        reply.add("lines", baskets.getOrDefault(customer, new JsonArray()));
        return reply;
    }

    private JsonObject order(JsonObject request) {
        calls.add("PlaceOrder");
        List<String> lines = new ArrayList<>();
        for (JsonElement line : baskets.getOrDefault(text(request, "customerId"), new JsonArray())) {
            lines.add("{\"line\": " + line + ", \"cost\": {\"currencyCode\": \"EUR\", \"units\": \"1\"}}");
        }
        return json(
                "{'order': {'orderId': 'O-1', 'trackingId': 'T-1', 'lines': [%s], 'address': %s}}",
                String.join(", ", lines), request.get("address"));
    }
}
