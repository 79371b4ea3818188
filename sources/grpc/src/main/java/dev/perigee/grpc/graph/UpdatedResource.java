package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.FieldDescriptor;

/**
 * What a request updates, by AIP-134.
 *
 * @param mask the field of the request that says which of the resource's fields are meant
 * @param resource the field of the request that has their values
 */
public record UpdatedResource(FieldDescriptor mask, FieldDescriptor resource) {}
