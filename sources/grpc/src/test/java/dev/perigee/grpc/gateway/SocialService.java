package dev.perigee.grpc.gateway;

import com.google.protobuf.Timestamp;
import dev.perigee.grpc.testing.gateway.Address;
import dev.perigee.grpc.testing.gateway.BatchGetPeopleReply;
import dev.perigee.grpc.testing.gateway.BatchGetPeopleRequest;
import dev.perigee.grpc.testing.gateway.CreatePersonRequest;
import dev.perigee.grpc.testing.gateway.GetPersonRequest;
import dev.perigee.grpc.testing.gateway.GraphSelection;
import dev.perigee.grpc.testing.gateway.ListPeopleReply;
import dev.perigee.grpc.testing.gateway.ListPeopleRequest;
import dev.perigee.grpc.testing.gateway.Mood;
import dev.perigee.grpc.testing.gateway.PeopleGrpc;
import dev.perigee.grpc.testing.gateway.Person;
import dev.perigee.grpc.testing.gateway.WatchPeopleRequest;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** People with ids from 1 on, unless said to 9; each has the next two as friends, and the first as boss. Keeps what it was asked. */
final class SocialService extends PeopleGrpc.PeopleImplBase {
    /** One line a call: the method with what it was asked for. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    private final long last;

    SocialService() {
        this(9);
    }

    SocialService(long last) {
        this.last = last;
    }

    private Person person(long id) {
        Person.Builder person = Person.newBuilder()
                .setId(id)
                .setName("Person " + id)
                .setMood(id == 1 ? Mood.MOOD_GRUMPY : Mood.MOOD_HAPPY)
                .setAddress(Address.newBuilder().setStreet("Street " + id).setCity("Town"))
                .addNicknames("p" + id)
                .setSince(Timestamp.newBuilder().setSeconds(1_700_000_000L + id))
                .putScores("chess", (int) id);
        if (id != 1) person.setBossId(1).setAge((int) (20 + id));
        if (id % 2 == 0) person.setMail(id + "@example.com");
        for (long friend = id + 1; friend <= Math.min(last, id + 2); friend++) person.addFriendIds(friend);
        return person.build();
    }

    @Override
    public void getPerson(GetPersonRequest request, StreamObserver<Person> reply) {
        calls.add("GetPerson " + request.getId() + " " + shown(request.getSelectionsList()));
        if (request.getId() > last) {
            reply.onError(Status.NOT_FOUND
                    .withDescription("There is no person " + request.getId() + ".")
                    .asRuntimeException());
            return;
        }
        reply.onNext(person(request.getId()));
        reply.onCompleted();
    }

    @Override
    public void listPeople(ListPeopleRequest request, StreamObserver<ListPeopleReply> reply) {
        calls.add("ListPeople " + request.getPageSize() + " " + request.getPageToken());
        int size = request.getPageSize() == 0 ? 3 : request.getPageSize();
        long first = request.getPageToken().isEmpty() ? 1 : Long.parseLong(request.getPageToken());
        ListPeopleReply.Builder page = ListPeopleReply.newBuilder();
        for (long id = first; id <= last && id < first + size; id++) page.addPeople(person(id));
        if (first + size <= last) page.setNextPageToken(Long.toString(first + size));
        reply.onNext(page.build());
        reply.onCompleted();
    }

    /** In the opposite order, and without those who are not there. */
    @Override
    public void batchGetPeople(BatchGetPeopleRequest request, StreamObserver<BatchGetPeopleReply> reply) {
        calls.add("BatchGetPeople " + request.getIdsList() + " " + shown(request.getSelectionsList()));
        BatchGetPeopleReply.Builder people = BatchGetPeopleReply.newBuilder();
        for (long id : request.getIdsList().reversed()) if (id <= last) people.addPeople(person(id));
        reply.onNext(people.build());
        reply.onCompleted();
    }

    @Override
    public void createPerson(CreatePersonRequest request, StreamObserver<Person> reply) {
        calls.add("CreatePerson " + request.getPerson().getName());
        reply.onNext(request.getPerson().toBuilder().setId(10).build());
        reply.onCompleted();
    }

    @Override
    public void watchPeople(WatchPeopleRequest request, StreamObserver<Person> reply) {
        calls.add("WatchPeople " + request.getCount());
        for (long id = 1; id <= request.getCount(); id++) reply.onNext(person(id));
        reply.onCompleted();
    }

    private static String shown(List<GraphSelection> selections) {
        return selections.stream()
                .map(selection -> selection.getSelectionsCount() == 0
                        ? selection.getName()
                        : selection.getName() + shown(selection.getSelectionsList()))
                .collect(Collectors.joining(" ", "{", "}"));
    }
}
