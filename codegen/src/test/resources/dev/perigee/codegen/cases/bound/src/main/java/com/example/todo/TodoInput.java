package com.example.todo;

import dev.perigee.data.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public record TodoInput(
        String title, Optional<Instant> due, Priority priority, List<String> tags, Given<String> note) {}
