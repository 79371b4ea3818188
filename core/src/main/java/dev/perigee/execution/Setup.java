package dev.perigee.execution;

import dev.perigee.data.Wiring;

/** What all requests of an engine have in common. */
record Setup(
        Preparations preparations, Wiring wiring, EngineLimits limits, Writers writers, ErrorFormatter formatter) {}
