package dev.perigee.grpc.input;

import com.google.protobuf.ByteString;
import dev.perigee.grpc.input.AnyTypes.Content;
import dev.perigee.schema.CoercionException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code google.protobuf.Any} from an object whose {@code @type} is known, or whose {@code value} is its bytes. */
record AnyWriter(AnyTypes types) implements ValueWriter {
    private static final int TYPE_URL = 1;
    private static final int VALUE = 2;

    @Override
    public int wireType() {
        return WireBuffer.DELIMITED;
    }

    @Override
    public void write(Object given, Encoding encoding) {
        Map<?, ?> map = (Map<?, ?>) GrpcScalars.ANY.coerceInput(given);
        String url = String.valueOf(map.get(AnyCoercion.TYPE));
        int start = encoding.beginMessage();
        Tagged.write(TYPE_URL, ScalarWriter.STRING, url, encoding);
        Content content = types.content(url.substring(url.lastIndexOf('/') + 1));
        if (content == null) writeBytes(map, encoding);
        else writeContent(content, map, encoding);
        encoding.endMessage(start);
    }

    private static void writeContent(Content content, Map<?, ?> map, Encoding encoding) {
        if (content.isMessage()) {
            Map<Object, @Nullable Object> fields = new LinkedHashMap<>(map);
            fields.remove(AnyCoercion.TYPE);
            write(content, fields, encoding);
            return;
        }
        int mark = encoding.path().enter(AnyCoercion.VALUE);
        Object value = map.get(AnyCoercion.VALUE);
        if (value == null) throw new CoercionException("It is missing, or null: the content of this type is in it.");
        write(content, value, encoding);
        encoding.path().leave(mark);
    }

    private static void write(Content content, Object json, Encoding encoding) {
        Object read = content.reader().read(json, encoding.path());
        Tagged.writeUnlessDefault(VALUE, content.writer(), read, encoding);
    }

    private static void writeBytes(Map<?, ?> map, Encoding encoding) {
        Object value = map.get(AnyCoercion.VALUE);
        if (!(value instanceof String) || map.size() > 2) {
            throw new CoercionException(Shown.value(map.get(AnyCoercion.TYPE))
                    + " is not a known type. Give its bytes as Base64 in \"value\", and nothing else.");
        }
        ByteString bytes = GrpcScalars.BYTES.coerceInput(value);
        Tagged.writeUnlessDefault(VALUE, ScalarWriter.BYTES, bytes, encoding);
    }
}
