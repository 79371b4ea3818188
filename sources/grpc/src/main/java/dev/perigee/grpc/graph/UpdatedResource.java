package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request updates, by AIP-134.
 *
 * @param mask the field of the request that says which of the resource's fields are meant
 * @param resource the field of the request that has their values
 */
public record UpdatedResource(FieldDescriptor mask, FieldDescriptor resource) {
    private static final String UPDATE = "Update";

    /**
     * By {@code update_mask}, or {@code field_mask} of an {@code Update...}, beside the only message that is given, or
     * the one that the request is named after. Null if a request has no such mask, or it isn't sure what it is about.
     */
    public static @Nullable UpdatedResource find(Descriptor request) {
        FieldDescriptor mask = mask(request);
        FieldDescriptor resource = mask == null ? null : resource(request);
        return mask == null || resource == null ? null : new UpdatedResource(mask, resource);
    }

    private static @Nullable FieldDescriptor mask(Descriptor request) {
        FieldDescriptor mask = request.findFieldByName("update_mask");
        if (mask == null && request.getName().startsWith(UPDATE)) mask = request.findFieldByName("field_mask");
        return mask != null && PushDownField.isFieldMask(mask) ? mask : null;
    }

    private static @Nullable FieldDescriptor resource(Descriptor request) {
        List<FieldDescriptor> resources = new ArrayList<>();
        for (FieldDescriptor field : request.getFields()) {
            boolean isMessage = field.getJavaType() == JavaType.MESSAGE
                    && !field.isRepeated()
                    && !field.getMessageType().getFullName().startsWith(ValueKind.WELL_KNOWN);
            if (isMessage) resources.add(field);
        }
        if (resources.size() == 1) return resources.getFirst();
        for (FieldDescriptor field : resources) {
            if (request.getName().equals(UPDATE + field.getMessageType().getName() + "Request")) return field;
        }
        return null;
    }
}
