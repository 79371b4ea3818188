package dev.perigee.examples.persona;

/**
 * A person. Its components are the fields of the type Persona and of the input NuevaPersona: nothing maps them.
 *
 * @param altura in metres
 */
record Persona(String nombre, int edad, double altura) {}
