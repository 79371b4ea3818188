/** The gateway: a graph over gRPC services. Depends on the engine, grpc-java and protobuf. */
module dev.perigee.grpc {
    requires transitive dev.perigee.core;
    requires transitive com.google.protobuf;
    requires transitive io.grpc;
    requires com.google.gson;
    requires io.grpc.inprocess;
    requires io.grpc.netty.shaded;
    requires proto.google.common.protos;
    requires static transitive org.jspecify;

    exports dev.perigee.grpc.channel;
}
