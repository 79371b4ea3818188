/** The gateway: a graph over gRPC services. Depends on the engine, grpc-java and protobuf. */
module dev.perigee.grpc {
    requires transitive dev.perigee.core;
    requires transitive com.google.protobuf;
    requires transitive io.grpc;
    requires com.google.gson;
    requires io.grpc.inprocess;
    requires io.grpc.netty.shaded;
    requires io.grpc.protobuf;
    requires io.grpc.services;
    requires io.grpc.stub;
    requires proto.google.common.protos;
    requires protovalidate;
    requires static transitive org.jspecify;

    exports dev.perigee.grpc;
    exports dev.perigee.grpc.channel;
    exports dev.perigee.grpc.graph;
    exports dev.perigee.grpc.idl;
    exports dev.perigee.grpc.input;
    exports dev.perigee.grpc.options;
    exports dev.perigee.grpc.pushdown;
    exports dev.perigee.grpc.relation;
    exports dev.perigee.grpc.wire;
}
