package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether all that options name is in the IDL: a name that is mistyped would else do nothing, and say so nowhere. */
final class OptionCheck {
    private final Elements elements;
    private final GraphOptions options;
    private final Visibility visibility;
    private final Problems problems;

    OptionCheck(Elements elements, GraphOptions options, Visibility visibility, Problems problems) {
        this.elements = elements;
        this.options = options;
        this.visibility = visibility;
        this.problems = problems;
    }

    void run() {
        String parts = "a package or a service";
        check("services", options.services, parts, this::isPackageOrService, this::packagesAndServices);
        check("withoutServices", options.withoutServices, parts, this::isPackageOrService, this::packagesAndServices);
        check("prefix", options.prefixes.keySet(), parts, this::isPackageOrService, this::packagesAndServices);
        check("hide", options.hidden, "in the IDL", elements::has, this::all);
        check("rename", options.names.keySet(), "in the IDL", elements::has, this::all);
        check("renameInput", options.inputNames.keySet(), "in the IDL", elements::has, this::all);
        check("operation", options.operations.keySet(), "a method", this::isMethod, this::methods);
        check("expose", options.exposed.keySet(), "a method", this::isMethod, this::methods);
        check("oneMessage", options.oneMessage, "a method", this::isMethod, this::methods);
        check("list", options.lists.keySet(), "a method that gives a stream", this::isStream, this::methods);
        check(
                "connections",
                options.connections,
                "a method, a service or a package",
                name -> isPackageOrService(name) || isMethod(name),
                this::methods);
        check("explicit", options.explicit, "a field", this::isField, this::fields);
        check("jsonMaps", options.jsonMaps, "a field that is a map", this::isMap, this::fields);
        check("ids", options.ids, "a field", name -> name.startsWith("*.") || isField(name), this::fields);
        checkUnions();
        checkFallback();
    }

    private void check(
            String option,
            Collection<String> named,
            String kind,
            Predicate<String> isOfKind,
            Supplier<List<String>> candidates) {
        for (String name : named.stream().sorted().toList()) {
            if (isOfKind.test(name)) continue;
            problems.add(
                    elements.has(name)
                            ? "Option %s: \"%s\" is not %s.".formatted(option, name, kind)
                            : "Option %s: the IDL has no \"%s\".%s"
                                    .formatted(option, name, Suggestions.didYouMean(name, candidates.get())));
        }
    }

    private void checkUnions() {
        for (String name : options.unions.stream().sorted().toList()) {
            OneofDescriptor oneof = oneof(name);
            if (oneof == null) {
                problems.add("Option unions: the IDL has no oneof \"%s\".".formatted(name));
            } else if (!visibility.hasDistinctMessages(oneof)) {
                problems.add("Option unions: \"%s\" can't be a union: each of its members must be another message."
                        .formatted(name));
            }
        }
    }

    private void checkFallback() {
        String name = options.unknownEnumValue;
        if (name == null || Words.isName(name)) return;
        problems.add("Option unknownEnumValue: \"%s\" is not a name that a value can have.".formatted(name));
    }

    private boolean isPackageOrService(String name) {
        return name.equals("*") || elements.hasPackageOrService(name);
    }

    private boolean isMethod(String name) {
        return elements.method(name) != null;
    }

    private boolean isStream(String name) {
        MethodDescriptor method = elements.method(name);
        return method != null && method.isServerStreaming();
    }

    private boolean isMap(String name) {
        FieldDescriptor field = field(name);
        return field != null && field.isMapField();
    }

    private boolean isField(String name) {
        return field(name) != null;
    }

    private @Nullable FieldDescriptor field(String name) {
        Descriptor message = elements.message(Elements.parent(name));
        return message == null ? null : message.findFieldByName(Elements.last(name));
    }

    private @Nullable OneofDescriptor oneof(String name) {
        Descriptor message = elements.message(Elements.parent(name));
        if (message == null) return null;
        return message.getRealOneofs().stream()
                .filter(oneof -> oneof.getName().equals(Elements.last(name)))
                .findFirst()
                .orElse(null);
    }

    private List<String> packagesAndServices() {
        List<String> names = new ArrayList<>();
        elements.services().forEach(service -> {
            names.add(service.getFullName());
            names.add(service.getFile().getPackage());
        });
        return names;
    }

    private List<String> methods() {
        List<String> names = new ArrayList<>();
        elements.services().forEach(service -> service.getMethods().forEach(method -> names.add(method.getFullName())));
        return names;
    }

    private List<String> fields() {
        List<String> names = new ArrayList<>();
        elements.messages().forEach(message -> message.getFields().forEach(field -> names.add(field.getFullName())));
        return names;
    }

    private List<String> all() {
        List<String> names = new ArrayList<>(methods());
        elements.services().forEach(service -> names.add(service.getFullName()));
        elements.messages().forEach(message -> names.add(message.getFullName()));
        elements.enums().forEach(type -> names.add(type.getFullName()));
        names.addAll(fields());
        return names;
    }
}
