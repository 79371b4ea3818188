package dev.perigee.examples.persona;

import dev.perigee.data.ClientException;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Everyone we know, by name. Thread-safe. */
final class Personas {
    private final ConcurrentNavigableMap<String, Persona> byNombre = new ConcurrentSkipListMap<>();

    Personas() {
        add(new Persona("Ana", 34, 1.68));
        add(new Persona("Bruno", 17, 1.81));
        add(new Persona("Carmen", 71, 1.59));
    }

    @Nullable Persona byNombre(String nombre) {
        return byNombre.get(nombre);
    }

    List<Persona> all() {
        return List.copyOf(byNombre.values());
    }

    List<Persona> olderThan(int edad) {
        return byNombre.values().stream()
                .filter(persona -> persona.edad() > edad)
                .toList();
    }

    Persona add(Persona persona) {
        if (byNombre.putIfAbsent(persona.nombre(), persona) == null) return persona;
        throw new ClientException("ALREADY_EXISTS", "There is a " + persona.nombre() + " already.");
    }
}
