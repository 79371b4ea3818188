package dev.perigee.schema;

import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the members of types: fields, arguments, enum values. Of those with the same name, the first counts. */
final class MemberAssembler {
    private final Attachments attachments;
    private final Draft draft;
    private final DirectiveApplication directives;

    MemberAssembler(Attachments attachments, Draft draft, DirectiveApplication directives) {
        this.attachments = attachments;
        this.draft = draft;
        this.directives = directives;
    }

    Members<OutputField> fields(List<TypePart> parts) {
        Map<String, OutputField> fields = new LinkedHashMap<>();
        for (TypePart part : parts) {
            for (FieldDefinition node : part.fields()) {
                if (!fields.containsKey(node.name())) fields.put(node.name(), field(part.name(), node));
            }
        }
        return Members.of(fields);
    }

    private OutputField field(String typeName, FieldDefinition node) {
        OutputField field = new OutputField(
                typeName,
                node.name(),
                text(node.description()),
                inputs(new InputOwner.OfField(typeName, node.name()), node.arguments()),
                draft.resolve(node.type()),
                Deprecation.reason(node.directives()),
                Places.withoutDescription(node));
        directives.add(node.directives(), field::apply);
        return field;
    }

    Members<InputValue> inputFields(List<TypePart> parts) {
        InputOwner owner = new InputOwner.OfInputObject(parts.getFirst().name());
        if (parts.size() == 1) return inputs(owner, parts.getFirst().inputFields());
        List<InputValueDefinition> nodes = new ArrayList<>();
        for (TypePart part : parts) nodes.addAll(part.inputFields());
        return inputs(owner, nodes);
    }

    Members<InputValue> inputs(InputOwner owner, List<InputValueDefinition> nodes) {
        if (nodes.isEmpty()) return Members.none();
        Map<String, InputValue> inputs = new LinkedHashMap<>();
        for (InputValueDefinition node : nodes) {
            if (!inputs.containsKey(node.name())) inputs.put(node.name(), input(owner, node));
        }
        return Members.of(inputs);
    }

    private InputValue input(InputOwner owner, InputValueDefinition node) {
        InputValue input = new InputValue(
                owner,
                node.name(),
                text(node.description()),
                draft.resolve(node.type()),
                node.defaultValue(),
                Deprecation.reason(node.directives()),
                Places.withoutDescription(node));
        directives.add(node.directives(), input::apply);
        return input;
    }

    Members<EnumMember> enumMembers(String enumName, List<TypePart> parts) {
        Map<String, EnumMember> members = new LinkedHashMap<>();
        for (TypePart part : parts) {
            for (EnumValueDefinition node : part.values()) {
                if (!members.containsKey(node.name())) members.put(node.name(), enumMember(enumName, node));
            }
        }
        return Members.of(members);
    }

    private EnumMember enumMember(String enumName, EnumValueDefinition node) {
        EnumMember member = new EnumMember(
                enumName,
                node.name(),
                text(node.description()),
                Deprecation.reason(node.directives()),
                attachments.enumValue(enumName, node.name()),
                Places.withoutDescription(node));
        directives.add(node.directives(), member::apply);
        return member;
    }

    static @Nullable String text(@Nullable StringValue description) {
        return description == null ? null : description.value();
    }
}
