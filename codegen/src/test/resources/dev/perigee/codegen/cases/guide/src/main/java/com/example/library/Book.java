package com.example.library;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record Book(UUID id, String title, @Nullable Shelf shelf) {}
