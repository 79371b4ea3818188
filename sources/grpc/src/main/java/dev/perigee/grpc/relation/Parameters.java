package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;

/**
 * What a batch's requests have besides keys. Keys whose parameters are equal share a call.
 *
 * @param request of the request itself
 * @param item of each message with a key in it
 * @param single of the request for one key
 * @param pushed the selection
 */
record Parameters(ByteString request, ByteString item, ByteString single, ByteString pushed) {}
