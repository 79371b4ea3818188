package dev.perigee.grpc.wire;

import java.util.List;

/** Told of values that can't be written. @param <K> see {@link Selection} */
@FunctionalInterface
public interface WireErrors<K> {
    /**
     * @param key the field whose value it is
     * @param path response names and list indices from what is written to the value; made for errors only
     * @param cause a {@link dev.perigee.data.ClientException}
     */
    void add(K key, List<Object> path, Exception cause);
}
