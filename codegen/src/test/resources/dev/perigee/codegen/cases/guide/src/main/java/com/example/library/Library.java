package com.example.library;

import com.example.library.graph.BookResolver;
import com.example.library.graph.GraphResolvers;
import com.example.library.graph.GraphWiring;
import com.example.library.graph.MutationRoots;
import com.example.library.graph.QueryRoots;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import java.util.List;

final class Library {
    private Library() {}

    record Resolvers(QueryRoots query, MutationRoots mutation, BookResolver book) implements GraphResolvers {}

    static Engine engine(Resolvers resolvers, Source schema) throws Exception {
        Wiring wiring = Wiring.builder().module(new GraphWiring(resolvers)).build();
        return Engine.builder(wiring.reader(List.of(schema)).read()).wiring(wiring).build();
    }
}
