package dev.perigee.codegen.client;

import com.palantir.javapoet.ClassName;

/** What generated code uses of the client, on which the generator itself does not depend. */
final class ClientNames {
    static final ClassName OPERATION = ClassName.get("dev.perigee.client", "Operation");
    static final ClassName DATA = ClassName.get("dev.perigee.client", "Data");
    static final ClassName VALUE_READER = ClassName.get("dev.perigee.client", "ValueReader");
    static final ClassName INPUT_OBJECT = ClassName.get("dev.perigee.client", "InputObject");
    static final ClassName OBJECT_SELECTION = ClassName.get("dev.perigee.client.select", "ObjectSelection");
    static final ClassName ARGUMENTS = ClassName.get("dev.perigee.client.select", "Arguments");
    static final ClassName VARIABLES = ClassName.get("dev.perigee.client.select", "Variables");

    private ClientNames() {}
}
