package com.example.todo;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record Todo(
        UUID id, String title, boolean done, Optional<Instant> due, Priority priority, Set<String> tags, @Nullable UUID ownerId) {}
