package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.InputField.InputForm;

/** An argument of a field that is a call: of the type of the request's field that is given it. */
record RelationArgument(String name, FieldDescriptor descriptor, InputForm form) {}
