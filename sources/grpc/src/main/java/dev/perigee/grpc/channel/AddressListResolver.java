package dev.perigee.grpc.channel;

import io.grpc.Attributes;
import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.Status;
import io.grpc.StatusOr;
import io.grpc.SynchronizationContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the names of several addresses: each of their servers is one that calls may go to. Names that are not known
 * are left out, and asked for again later. All is run in the channel's synchronization context but the asking itself.
 */
final class AddressListResolver extends NameResolver {
    private static final long ASK_AGAIN_SECONDS = 30;

    private final List<Address> addresses;
    private final Args args;
    private final SynchronizationContext context;
    private @Nullable Listener2 listener;
    private SynchronizationContext.@Nullable ScheduledHandle later;
    private boolean isResolving;

    AddressListResolver(List<Address> addresses, Args args) {
        this.addresses = addresses;
        this.args = args;
        this.context = args.getSynchronizationContext();
    }

    /** Of the channel as a whole; each server is asked under its own name. */
    @Override
    public String getServiceAuthority() {
        return addresses.getFirst().toString();
    }

    @Override
    public void start(Listener2 listener) {
        this.listener = listener;
        refresh();
    }

    @Override
    public void refresh() {
        if (isResolving || listener == null) return;
        isResolving = true;
        if (later != null) later.cancel();
        Thread.startVirtualThread(this::resolve);
    }

    @Override
    public void shutdown() {
        listener = null;
        if (later != null) later.cancel();
    }

    private void resolve() {
        List<EquivalentAddressGroup> servers = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Address address : addresses) {
            try {
                for (InetAddress found : InetAddress.getAllByName(address.host())) {
                    servers.add(server(address, found));
                }
            } catch (UnknownHostException | RuntimeException e) {
                unknown.add(address.host());
            }
        }
        context.execute(() -> resolved(servers, unknown));
    }

    private EquivalentAddressGroup server(Address address, InetAddress found) {
        // Also what its certificate must be for, unless the channel says otherwise for all.
        Attributes attributes = args.getOverrideAuthority() != null
                ? Attributes.EMPTY
                : Attributes.newBuilder()
                        .set(EquivalentAddressGroup.ATTR_AUTHORITY_OVERRIDE, address.toString())
                        .build();
        return new EquivalentAddressGroup(new InetSocketAddress(found, address.port()), attributes);
    }

    private void resolved(List<EquivalentAddressGroup> servers, List<String> unknown) {
        isResolving = false;
        Listener2 told = listener;
        if (told == null) return;
        StatusOr<List<EquivalentAddressGroup>> result = servers.isEmpty()
                ? StatusOr.fromStatus(Status.UNAVAILABLE.withDescription("Unknown hosts: " + unknown))
                : StatusOr.fromValue(servers);
        told.onResult2(ResolutionResult.newBuilder().setAddressesOrError(result).build());
        // gRPC itself asks again if there is nothing at all.
        if (!unknown.isEmpty() && !servers.isEmpty()) {
            later = context.schedule(
                    this::refresh, ASK_AGAIN_SECONDS, TimeUnit.SECONDS, args.getScheduledExecutorService());
        }
    }
}
