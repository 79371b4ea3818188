package dev.perigee.grpc.guide;

import com.google.protobuf.Timestamp;
import dev.perigee.grpc.testing.guide.BatchGetCustomersRequest;
import dev.perigee.grpc.testing.guide.BatchGetCustomersResponse;
import dev.perigee.grpc.testing.guide.CreateCustomerRequest;
import dev.perigee.grpc.testing.guide.Customer;
import dev.perigee.grpc.testing.guide.CustomersGrpc;
import dev.perigee.grpc.testing.guide.GetCustomerRequest;
import dev.perigee.grpc.testing.guide.GraphSelection;
import dev.perigee.grpc.testing.guide.ListOrdersOfRequest;
import dev.perigee.grpc.testing.guide.ListOrdersOfResponse;
import dev.perigee.grpc.testing.guide.ListOrdersRequest;
import dev.perigee.grpc.testing.guide.ListOrdersResponse;
import dev.perigee.grpc.testing.guide.Order;
import dev.perigee.grpc.testing.guide.OrdersGrpc;
import dev.perigee.grpc.testing.guide.Tier;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The services of the guide: three customers, each the friend of the others, with two orders each. Keeps its calls. */
final class Shop {
    private static final List<String> NAMES = List.of("Ada", "Grace", "Alan");

    final List<String> calls = new CopyOnWriteArrayList<>();
    final Customers customers = new Customers();
    final Orders orders = new Orders();

    private static Customer customer(long id) {
        Customer.Builder customer = Customer.newBuilder()
                .setId(id)
                .setName(NAMES.get((int) id - 1))
                .setTier(id == 1 ? Tier.TIER_GOLD : Tier.TIER_BASIC)
                .setJoinedAt(Timestamp.newBuilder().setSeconds(1_750_000_000L + id));
        LongStream.rangeClosed(1, 3).filter(friend -> friend != id).forEach(customer::addFriendIds);
        if (id == 1) customer.setEmail("ada@example.com");
        return customer.build();
    }

    private static Stream<Order> ordersOf(long customer) {
        return LongStream.of(customer * 10, customer * 10 + 1)
                .mapToObj(id -> Order.newBuilder()
                        .setId(id)
                        .setCustomerId(customer)
                        .setItem(id % 2 == 0 ? "tea" : "ink")
                        .build());
    }

    private static String shown(List<GraphSelection> selections) {
        return selections.stream()
                .map(selection -> selection.getSelectionsCount() == 0
                        ? selection.getName()
                        : selection.getName() + " " + shown(selection.getSelectionsList()))
                .collect(Collectors.joining(" ", "{", "}"));
    }

    /** People who buy. */
    final class Customers extends CustomersGrpc.CustomersImplBase {
        @Override
        public void getCustomer(GetCustomerRequest request, StreamObserver<Customer> reply) {
            calls.add("GetCustomer " + request.getId() + " " + shown(request.getSelectionsList()));
            if (request.getId() > NAMES.size()) {
                String missing = "There is no customer " + request.getId() + ".";
                reply.onError(Status.NOT_FOUND.withDescription(missing).asRuntimeException());
                return;
            }
            reply.onNext(customer(request.getId()));
            reply.onCompleted();
        }

        @Override
        public void batchGetCustomers(
                BatchGetCustomersRequest request, StreamObserver<BatchGetCustomersResponse> reply) {
            calls.add("BatchGetCustomers " + request.getIdsList() + " " + shown(request.getSelectionsList()));
            BatchGetCustomersResponse.Builder found = BatchGetCustomersResponse.newBuilder();
            for (long id : request.getIdsList()) if (id <= NAMES.size()) found.addCustomers(customer(id));
            reply.onNext(found.build());
            reply.onCompleted();
        }

        @Override
        public void createCustomer(CreateCustomerRequest request, StreamObserver<Customer> reply) {
            calls.add("CreateCustomer " + request.getCustomer().getName());
            reply.onNext(request.getCustomer().toBuilder().setId(4).build());
            reply.onCompleted();
        }
    }

    /** What they buy. */
    final class Orders extends OrdersGrpc.OrdersImplBase {
        @Override
        public void listOrders(ListOrdersRequest request, StreamObserver<ListOrdersResponse> reply) {
            calls.add("ListOrders " + request.getPageSize() + " \"" + request.getPageToken() + "\"");
            long customer = request.getPageToken().isEmpty() ? 1 : Long.parseLong(request.getPageToken());
            ListOrdersResponse.Builder page = ListOrdersResponse.newBuilder();
            ordersOf(customer).forEach(page::addOrders);
            if (customer < NAMES.size()) page.setNextPageToken(Long.toString(customer + 1));
            reply.onNext(page.build());
            reply.onCompleted();
        }

        @Override
        public void listOrdersOf(ListOrdersOfRequest request, StreamObserver<ListOrdersOfResponse> reply) {
            calls.add("ListOrdersOf " + request.getCustomerIdsList() + " " + request.getMost());
            ListOrdersOfResponse.Builder found = ListOrdersOfResponse.newBuilder();
            int most = request.getMost() == 0 ? Integer.MAX_VALUE : request.getMost();
            for (long id : request.getCustomerIdsList())
                ordersOf(id).limit(most).forEach(found::addOrders);
            reply.onNext(found.build());
            reply.onCompleted();
        }
    }
}
