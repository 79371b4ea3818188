package dev.perigee.grpc.gateway;

import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.grpc.pushdown.FieldTree.Selected;
import dev.perigee.grpc.pushdown.SelectionReader;
import dev.perigee.grpc.testing.gateway.Album;
import dev.perigee.grpc.testing.gateway.AlbumsGrpc;
import dev.perigee.grpc.testing.gateway.BatchGetAlbumsReply;
import dev.perigee.grpc.testing.gateway.BatchGetAlbumsRequest;
import dev.perigee.grpc.testing.gateway.CreateAlbumRequest;
import dev.perigee.grpc.testing.gateway.GetAlbumRequest;
import dev.perigee.grpc.testing.gateway.UpdateAlbumRequest;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Albums that have as many photos as they are asked for, and the next two albums as related ones. */
final class PhotosService extends AlbumsGrpc.AlbumsImplBase {
    final List<String> calls = new CopyOnWriteArrayList<>();

    private static Album album(String id, FieldTree wanted) {
        Album.Builder album = Album.newBuilder().setId(id).setTitle("Album " + id);
        double first = 1;
        for (Selected field : wanted.selected()) {
            if (field.name().equals("photos") && field.arguments().get("first") instanceof Double given) first = given;
        }
        for (int photo = 1; photo <= first; photo++) album.addPhotos(id + "." + photo);
        int number = Integer.parseInt(id);
        return album.addRelatedIds("" + (number + 1))
                .addRelatedIds("" + (number + 2))
                .build();
    }

    private static <T> void reply(T message, StreamObserver<T> reply) {
        reply.onNext(message);
        reply.onCompleted();
    }

    @Override
    public void getAlbum(GetAlbumRequest request, StreamObserver<Album> reply) {
        FieldTree wanted = SelectionReader.of(GetAlbumRequest.getDescriptor()).read(request);
        calls.add("GetAlbum " + request.getId() + " " + wanted);
        reply(album(request.getId(), wanted), reply);
    }

    @Override
    public void batchGetAlbums(BatchGetAlbumsRequest request, StreamObserver<BatchGetAlbumsReply> reply) {
        FieldTree wanted =
                SelectionReader.of(BatchGetAlbumsRequest.getDescriptor()).read(request);
        calls.add("BatchGetAlbums " + request.getIdsList() + " " + wanted);
        BatchGetAlbumsReply.Builder albums = BatchGetAlbumsReply.newBuilder();
        for (String id : request.getIdsList()) albums.addAlbums(album(id, wanted.below("albums")));
        reply(albums.build(), reply);
    }

    @Override
    public void createAlbum(CreateAlbumRequest request, StreamObserver<Album> reply) {
        calls.add("CreateAlbum " + request.getAlbum().getTitle());
        reply(request.getAlbum(), reply);
    }

    @Override
    public void updateAlbum(UpdateAlbumRequest request, StreamObserver<Album> reply) {
        calls.add("UpdateAlbum " + request.getAlbum().getId() + " "
                + request.getUpdateMask().getPathsList());
        reply(request.getAlbum(), reply);
    }
}
