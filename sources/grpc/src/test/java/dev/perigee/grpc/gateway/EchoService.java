package dev.perigee.grpc.gateway;

import com.google.protobuf.Message;
import dev.perigee.grpc.testing.gateway.EchoGrpc;
import dev.perigee.grpc.testing.gateway.Word;
import dev.perigee.grpc.testing.gateway.WordReply;
import dev.perigee.grpc.testing.input.Kitchen2;
import dev.perigee.grpc.testing.input.Kitchen3;
import dev.perigee.grpc.testing.input.KitchenEdition;
import dev.perigee.grpc.testing.wire.Sink2;
import dev.perigee.grpc.testing.wire.Sink2023;
import dev.perigee.grpc.testing.wire.Sink3;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** Replies with what it was sent, and keeps it. */
final class EchoService extends EchoGrpc.EchoImplBase {
    final LinkedBlockingQueue<Message> received = new LinkedBlockingQueue<>();

    private <T extends Message> void echo(T message, StreamObserver<T> reply) {
        received.add(message);
        reply.onNext(message);
        reply.onCompleted();
    }

    @Override
    public void sayKitchen2(Kitchen2 message, StreamObserver<Kitchen2> reply) {
        echo(message, reply);
    }

    @Override
    public void sayKitchen3(Kitchen3 message, StreamObserver<Kitchen3> reply) {
        echo(message, reply);
    }

    @Override
    public void sayKitchenEdition(KitchenEdition message, StreamObserver<KitchenEdition> reply) {
        echo(message, reply);
    }

    @Override
    public void saySink2(Sink2 message, StreamObserver<Sink2> reply) {
        echo(message, reply);
    }

    @Override
    public void saySink3(Sink3 message, StreamObserver<Sink3> reply) {
        echo(message, reply);
    }

    @Override
    public void saySink2023(Sink2023 message, StreamObserver<Sink2023> reply) {
        echo(message, reply);
    }

    @Override
    public void repeat(Word word, StreamObserver<Word> reply) {
        for (int time = 1; time <= word.getTimes(); time++) {
            reply.onNext(word.toBuilder().setTimes(time).build());
        }
        reply.onCompleted();
    }

    @Override
    public StreamObserver<Word> join(StreamObserver<Word> reply) {
        List<String> words = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Word word) {
                words.add(word.getText());
            }

            @Override
            public void onError(Throwable failure) {
                words.clear();
            }

            @Override
            public void onCompleted() {
                reply.onNext(Word.newBuilder()
                        .setText(String.join(" ", words))
                        .setTimes(words.size())
                        .build());
                reply.onCompleted();
            }
        };
    }

    @Override
    public void getWord(Word word, StreamObserver<WordReply> reply) {
        WordReply.Builder words = WordReply.newBuilder().setWord(word);
        for (int time = 1; time <= word.getTimes(); time++) {
            words.addMore(word.toBuilder().setTimes(time));
        }
        reply.onNext(words.build());
        reply.onCompleted();
    }
}
