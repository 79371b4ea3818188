package dev.perigee.grpc.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        localhost:50051             | dns:///localhost:50051
        users.example.com:443       | dns:///users.example.com:443
        127.0.0.1:1                 | dns:///127.0.0.1:1
        [::1]:65535                 | dns:///[::1]:65535
        dns:///users:1              | dns:///users:1
        unix:///run/users.sock      | unix:///run/users.sock
        unix:users.sock             | unix:users.sock
        xds:///users                | xds:///users
        one:1 two:2                 | perigee:///one:1,two:2
        one:1 one:1 [::1]:2         | perigee:///one:1,[::1]:2
        """)
    void becomesATarget(String addresses, String target) {
        assertThat(AddressList.target(Arrays.asList(addresses.split(" ")))).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "localhost:",
                ":1",
                "localhost:0",
                "localhost:65536",
                "localhost:x",
                "::1:1",
                "a b:1",
                "user@host:1",
                "host:1/path",
                "host:1?q",
                "host:-1",
                "host:+1",
                "host:01"
            })
    void isHostAndPort(String address) {
        assertThatThrownBy(() -> Address.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("address: " + address + " (host:port, such as users.example.com:443)");
    }
}
