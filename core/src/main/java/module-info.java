/** The engine: language, type system, validation, planning and execution. Depends on nothing but the JDK. */
module dev.perigee.core {
    requires static transitive org.jspecify;

    exports dev.perigee.language;
    exports dev.perigee.schema;
    exports dev.perigee.validation;
    exports dev.perigee.data;
    exports dev.perigee.json;
    exports dev.perigee.plan;
    exports dev.perigee.execution;
}
