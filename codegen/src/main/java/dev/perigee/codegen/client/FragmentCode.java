package dev.perigee.codegen.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.client.Shape.Branch;
import dev.perigee.codegen.client.Shape.Component;
import dev.perigee.language.FragmentDefinition;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class of a fragment, for all selections that are nothing but the fragment. */
final class FragmentCode {
    private final ClientModel model;
    private final ValueCode values;

    FragmentCode(ClientModel model, ValueCode values) {
        this.model = model;
        this.values = values;
    }

    TypeSpec of(FragmentDefinition fragment, Shape shape) {
        ClassName name = model.fragment(fragment.name());
        ShapeNames names = new ShapeNames(model, name, branches(shape), components(shape));
        Modifier[] nested = shape instanceof Shape.Branches
                ? new Modifier[] {Modifier.PUBLIC, Modifier.STATIC}
                : new Modifier[] {Modifier.PUBLIC};
        ResultCode records = new ResultCode(model, values, names, nested);
        String description =
                fragment.description() == null ? null : fragment.description().value();
        TypeSpec.Builder code = records.of(shape, name, description).addModifiers(Modifier.PUBLIC);
        records.nested().forEach(code::addType);
        return code.build();
    }

    private static List<String> branches(Shape shape) {
        if (!(shape instanceof Shape.Branches several)) return List.of();
        List<String> names = new ArrayList<>();
        for (Branch each : several.branches()) names.add(each.name());
        names.add("Other");
        return names;
    }

    private static List<Component> components(Shape shape) {
        return switch (shape) {
            case Shape.OneRecord one -> one.components();
            case Shape.Branches several -> {
                List<Component> all = new ArrayList<>(several.common());
                for (Branch each : several.branches()) all.addAll(each.components());
                yield all;
            }
            case Shape.OfFragment shared -> List.of();
        };
    }
}
