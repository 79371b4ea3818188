package dev.perigee.cli.serve;

import dev.perigee.client.ClientBuilder;
import dev.perigee.graphql.GraphqlServer;
import java.util.function.UnaryOperator;

/**
 * What {@code perigee.yaml} says of one GraphQL server.
 *
 * @param client how to reach it
 * @param asPart how it becomes a part of the graph
 */
record GraphqlServerSettings(String name, ClientBuilder client, UnaryOperator<GraphqlServer> asPart) {}
