package dev.perigee.grpc.idl;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import io.grpc.reflection.v1.ErrorResponse;
import io.grpc.reflection.v1.FileDescriptorResponse;
import io.grpc.reflection.v1.ListServiceResponse;
import io.grpc.reflection.v1.ServerReflectionGrpc.ServerReflectionImplBase;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers with the files that it is given, the first one for each symbol; lies as it is told. */
final class FakeReflection extends ServerReflectionImplBase {
    private final String service;
    private final FileDescriptorProto first;
    private final Map<String, FileDescriptorProto> files;

    boolean inventsFiles;
    boolean isMalformed;
    boolean endsEarly;
    boolean renames;

    @Nullable FileDescriptorProto secondVersion;

    FakeReflection(String service, FileDescriptorProto... files) {
        this.service = service;
        this.first = files[0];
        this.files = Stream.of(files).collect(Collectors.toMap(FileDescriptorProto::getName, Function.identity()));
    }

    @Override
    public StreamObserver<ServerReflectionRequest> serverReflectionInfo(
            StreamObserver<ServerReflectionResponse> answers) {
        return new StreamObserver<>() {
            @Override
            public void onNext(ServerReflectionRequest question) {
                if (endsEarly) answers.onCompleted();
                else answers.onNext(answer(question));
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onCompleted() {
                answers.onCompleted();
            }
        };
    }

    private ServerReflectionResponse answer(ServerReflectionRequest question) {
        return switch (question.getMessageRequestCase()) {
            case LIST_SERVICES ->
                ServerReflectionResponse.newBuilder()
                        .setListServicesResponse(ListServiceResponse.newBuilder()
                                .addService(ServiceResponse.newBuilder().setName(service)))
                        .build();
            case FILE_CONTAINING_SYMBOL -> described(first);
            default -> byName(question.getFileByFilename());
        };
    }

    private ServerReflectionResponse byName(String name) {
        FileDescriptorProto file = files.get(name);
        if (file != null)
            return described(renames ? file.toBuilder().setName("src/" + name).build() : file);
        if (inventsFiles)
            return described(FileDescriptorProto.newBuilder().setName(name).build());
        return ServerReflectionResponse.newBuilder()
                .setErrorResponse(ErrorResponse.newBuilder().setErrorCode(5).setErrorMessage("not here"))
                .build();
    }

    private ServerReflectionResponse described(FileDescriptorProto file) {
        FileDescriptorProto handedOut = inventsFiles
                ? file.toBuilder().addDependency(file.getName() + "x").build()
                : file;
        List<ByteString> protos = Stream.of(handedOut, secondVersion)
                .filter(proto -> proto != null)
                .map(FileDescriptorProto::toByteString)
                .map(bytes -> isMalformed ? bytes.substring(0, bytes.size() / 2 + 1) : bytes)
                .toList();
        return ServerReflectionResponse.newBuilder()
                .setFileDescriptorResponse(FileDescriptorResponse.newBuilder().addAllFileDescriptorProto(protos))
                .build();
    }
}
