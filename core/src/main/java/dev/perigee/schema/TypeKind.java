package dev.perigee.schema;

/** The kinds of type, by their names in introspection. */
enum TypeKind {
    SCALAR("a scalar", DirectiveLocation.SCALAR),
    OBJECT("an object", DirectiveLocation.OBJECT),
    INTERFACE("an interface", DirectiveLocation.INTERFACE),
    UNION("a union", DirectiveLocation.UNION),
    ENUM("an enum", DirectiveLocation.ENUM),
    INPUT_OBJECT("an input object", DirectiveLocation.INPUT_OBJECT);

    private final String described;
    private final DirectiveLocation location;

    TypeKind(String described, DirectiveLocation location) {
        this.described = described;
        this.location = location;
    }

    static TypeKind of(DefinedType type) {
        return switch (type) {
            case ScalarType scalar -> SCALAR;
            case ObjectType object -> OBJECT;
            case InterfaceType interfaceType -> INTERFACE;
            case UnionType union -> UNION;
            case EnumType enumType -> ENUM;
            case InputObjectType input -> INPUT_OBJECT;
        };
    }

    /** What messages call it, with an article. */
    String described() {
        return described;
    }

    /** The location of directives on its definition. */
    DirectiveLocation location() {
        return location;
    }
}
