package dev.perigee.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes may be read until they are allowed anew: a list may be endless, one element of it must not. */
final class Allowance extends FilterInputStream {
    private final int maxBytes;
    private long left;

    Allowance(InputStream in, int maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
        this.left = maxBytes;
    }

    void renew() {
        left = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) use(1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) use(read);
        return read;
    }

    private void use(int bytes) {
        left -= bytes;
        if (left >= 0) return;
        throw new UnreadableException(
                "one element of it has more than %,d bytes, which is what a reply may have (maxReplyBytes)"
                        .formatted(maxBytes));
    }
}
