package dev.perigee.codegen.client;

import com.palantir.javapoet.ClassName;
import dev.perigee.codegen.client.Shape.Branch;
import dev.perigee.codegen.client.Shape.Component;
import dev.perigee.codegen.code.ClassNames;
import dev.perigee.codegen.code.JavaNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The classes of shapes that are nested in the class of an operation or fragment. A class has the name of its type. Where different
 * things are selected from one type, the place goes before it: {@code OwnerPerson}.
 */
final class ShapeNames {
    private final ClientModel model;
    private final Map<Shape, String> places = new LinkedHashMap<>();
    private final Map<Shape, ClassName> names = new LinkedHashMap<>();

    /**
     * @param outer the class that they are nested in
     * @param taken names that other classes in it have
     */
    ShapeNames(ClientModel model, ClassName outer, List<String> taken, List<Component> components) {
        this.model = model;
        components.forEach(this::find);
        Map<String, Integer> counts = new HashMap<>();
        places.keySet().forEach(shape -> counts.merge(shape.typeName(), 1, Integer::sum));
        ClassNames free = new ClassNames(outer.packageName());
        free.add(outer.simpleName());
        taken.forEach(free::add);
        places.forEach((shape, place) -> {
            String type = JavaNames.type(shape.typeName());
            boolean isPlain = Objects.equals(counts.get(shape.typeName()), 1)
                    || JavaNames.type(place).equals(type);
            String name = isPlain ? type : JavaNames.type(place) + type;
            names.put(shape, outer.nestedClass(free.add(name).simpleName()));
        });
    }

    private void find(Component component) {
        switch (component.below()) {
            case Shape.OneRecord one -> {
                if (places.putIfAbsent(one, component.responseName()) == null)
                    one.components().forEach(this::find);
            }
            case Shape.Branches several -> {
                if (places.putIfAbsent(several, component.responseName()) != null) return;
                several.common().forEach(this::find);
                for (Branch branch : several.branches()) branch.components().forEach(this::find);
            }
            case Shape.OfFragment shared -> {}
            case null -> {}
        }
    }

    /** In the order in which they are met. */
    Map<Shape, ClassName> names() {
        return names;
    }

    ClassName of(Shape shape) {
        return shape instanceof Shape.OfFragment shared
                ? model.fragment(shared.fragment())
                : Objects.requireNonNull(names.get(shape), shape.typeName());
    }
}
