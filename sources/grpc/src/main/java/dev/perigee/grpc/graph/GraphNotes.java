package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;

/** What people should know of the types of a graph, in its report. */
final class GraphNotes {
    private final Shown shown;
    private final Visibility visibility;
    private final List<String> report;

    GraphNotes(Shown shown, Visibility visibility, List<String> report) {
        this.shown = shown;
        this.visibility = visibility;
        this.report = report;
    }

    void run() {
        for (MessageType type : shown.objects.values()) {
            Descriptor message = type.descriptor();
            if (message.isExtendable()) {
                report.add("%s: extensions are left out.".formatted(message.getFullName()));
            }
            noteRename(message.getFullName(), type.name());
            for (FieldDescriptor field : message.getFields()) {
                if (!visibility.isShown(field)) report.add(field.getFullName() + " is left out of replies.");
            }
        }
        for (EnumShape type : shown.enums.values()) noteRename(type.descriptor().getFullName(), type.name());
        for (InputType type : shown.inputs.values()) {
            UpdatedResource updated = type.updated();
            if (!AccessRules.of(type.descriptor()).isNone()) {
                report.add("%s: the rules for who may see it say nothing of who may give it; those of its fields do."
                        .formatted(type.descriptor().getFullName()));
            }
            if (updated != null) {
                report.add("%s is made of the fields that are given of %s."
                        .formatted(
                                updated.mask().getFullName(), updated.resource().getName()));
            }
        }
    }

    private void noteRename(String fullName, String name) {
        boolean isReserved = name.endsWith("_") && ReservedNames.TYPES.contains(name.substring(0, name.length() - 1));
        if (isReserved)
            report.add("%s is called %s: the graph has a type of that name itself.".formatted(fullName, name));
    }
}
