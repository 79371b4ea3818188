package dev.perigee.grpc.input;

import com.google.protobuf.ByteString;
import dev.perigee.schema.Coercion;
import java.nio.ByteBuffer;
import java.util.Base64;

/** {@code Bytes}: a ByteString, from Base64 of either alphabet, with padding or without; to the standard one, padded. */
final class BytesCoercion implements Coercion {
    @Override
    public ByteString coerceInput(Object value) {
        if (!(value instanceof String text)) throw Misfit.of("Bytes", value, "not Base64, such as \"AP8=\"");
        try {
            return ByteString.copyFrom(Base64.getDecoder().decode(standard(text)));
        } catch (IllegalArgumentException invalid) {
            throw Misfit.of("Bytes", value, "not Base64, such as \"AP8=\"");
        }
    }

    @Override
    public String coerceResult(Object value) {
        return switch (value) {
            case ByteString bytes -> encode(bytes.asReadOnlyByteBuffer());
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case ByteBuffer bytes -> encode(bytes.duplicate());
            case String text -> coerceResult(coerceInput(text));
            default -> throw Misfit.of("Bytes", value, "neither bytes nor their Base64");
        };
    }

    private static String encode(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }

    /** The standard alphabet, without the padding: the decoder takes that, but no part of a padding. */
    private static String standard(String text) {
        int end = text.length();
        while (end > 0 && text.length() - end < 2 && text.charAt(end - 1) == '=') end--;
        return text.substring(0, end).replace('-', '+').replace('_', '/');
    }
}
