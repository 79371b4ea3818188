package dev.perigee.grpc.gateway;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.pushdown.PushDownSettings;

/** Says who serves a method, and how it is told what is selected. Immutable. */
public interface Router {
    /** @throws IllegalStateException if nobody does */
    Upstream upstream(MethodDescriptor method);

    PushDownSettings pushDown(MethodDescriptor method);
}
