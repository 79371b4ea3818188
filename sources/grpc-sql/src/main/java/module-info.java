/** gRPC services on hydration: messages filled from SQL databases under a selection. */
module dev.perigee.service {
    requires transitive dev.perigee.grpc;
    requires transitive dev.perigee.sql;
    requires transitive com.google.protobuf;
    requires transitive io.grpc;
    requires static transitive org.jspecify;

    exports dev.perigee.service;
}
