package dev.perigee.grpc.channel;

import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Targets of several addresses, which gRPC has no form for: {@code perigee:///one:443,two:443}. */
final class AddressList extends NameResolverProvider {
    private static final String SCHEME = "perigee";

    static {
        NameResolverRegistry.getDefaultRegistry().register(new AddressList());
    }

    /** What gRPC is told to connect to. Both forms resolve names again when a connection is lost. */
    static String target(List<String> addresses) {
        if (addresses.isEmpty()) throw new IllegalArgumentException("addresses: none (at least one)");
        if (addresses.size() == 1) return targetOfOne(addresses.getFirst());
        return addresses.stream()
                .map(address -> Address.of(address).toString())
                .distinct()
                .collect(Collectors.joining(",", SCHEME + ":///", ""));
    }

    /** One may be whatever gRPC understands, such as {@code unix:///run/users.sock}. */
    private static String targetOfOne(String address) {
        return address.contains(":/") || address.startsWith("unix:") ? address : "dns:///" + Address.of(address);
    }

    @Override
    public @Nullable NameResolver newNameResolver(URI target, NameResolver.Args args) {
        if (!SCHEME.equals(target.getScheme())) return null;
        List<Address> addresses = Stream.of(target.getPath().substring(1).split(",", -1))
                .map(Address::of)
                .toList();
        return new AddressListResolver(addresses, args);
    }

    @Override
    public String getDefaultScheme() {
        return SCHEME;
    }

    @Override
    protected boolean isAvailable() {
        return true;
    }

    /** Below that of DNS: a target without a scheme is not ours. */
    @Override
    protected int priority() {
        return 1;
    }

    @Override
    public Collection<Class<? extends SocketAddress>> getProducedSocketAddressTypes() {
        return Set.of(InetSocketAddress.class);
    }
}
