package dev.perigee.schema;

/** The kinds of type, by their names in introspection. */
enum TypeKind {
    SCALAR("scalar", DirectiveLocation.SCALAR),
    OBJECT("object", DirectiveLocation.OBJECT),
    INTERFACE("interface", DirectiveLocation.INTERFACE),
    UNION("union", DirectiveLocation.UNION),
    ENUM("enum", DirectiveLocation.ENUM),
    INPUT_OBJECT("input object", DirectiveLocation.INPUT_OBJECT);

    private final String word;
    private final DirectiveLocation location;

    TypeKind(String word, DirectiveLocation location) {
        this.word = word;
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
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }

    /** The location of directives on its definition. */
    DirectiveLocation location() {
        return location;
    }
}
