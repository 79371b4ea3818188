package dev.perigee.cli.serve;

import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.channel.UpstreamBuilder;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the settings of {@code grpc}: {@code docs/guide/grpc.md} lists what may be in them. */
final class GrpcSettingsReader {
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);

    /** For a graph that is only looked at: nothing is ever called there. */
    private static final String NOWHERE = "localhost:1";

    private final Path directory;
    private final Problems problems;

    GrpcSettingsReader(Path directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** @param target what the command line has in place of the servers here; null for nothing */
    @Nullable GrpcSettings read(SettingsGroup all, @Nullable GrpcTarget target) throws IOException {
        SettingsGroup grpc = all.group("grpc");
        List<GrpcServerSettings> servers = servers(grpc);
        if (all.isGroup("grpc") && servers.isEmpty() && target == null) {
            problems.add(all.place("grpc"), "\"grpc\" needs \"servers\", each with a name and \"addresses\".");
        }
        GraphOptions options = new GrpcOptionsReader(problems).read(grpc);
        boolean hasRpc = grpc.flag("rpc", false);
        Reload reload = grpc.choice("reload", Reload.ALWAYS);
        Duration poll = grpc.duration("poll", Duration.ofSeconds(10), A_MILLISECOND);
        grpc.rejectUnknown();
        if (!all.has("grpc") && target == null) return null;
        boolean callsDirectly = hasRpc || (target != null && target.hasRpc());
        return new GrpcSettings(target == null ? servers : servers(target), options, callsDirectly, reload, poll);
    }

    private List<GrpcServerSettings> servers(SettingsGroup grpc) throws IOException {
        List<GrpcServerSettings> read = new ArrayList<>();
        SettingsGroup servers = grpc.group("servers");
        for (Text name : servers.names()) {
            GrpcServerSettings server =
                    new GrpcServerReader(directory, problems).read(name, servers.group(name.value()));
            if (server != null) read.add(server);
        }
        return read;
    }

    private static List<GrpcServerSettings> servers(GrpcTarget target) {
        List<String> servers = target.servers().isEmpty() ? List.of(NOWHERE) : target.servers();
        return servers.stream()
                .map(server -> new GrpcServerSettings(server, upstream(server, target.isTls()), target.idl()))
                .toList();
    }

    private static UpstreamBuilder upstream(String server, boolean isTls) {
        UpstreamBuilder upstream = Upstream.to(server, List.of(server.split(",", -1)));
        return isTls ? upstream.tls() : upstream.plaintext();
    }
}
