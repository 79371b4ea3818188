package com.example.todo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

public class User {
    public final UUID id;
    private final String name;
    private final boolean admin;

    public User(UUID id, String name, boolean admin) {
        this.id = id;
        this.name = name;
        this.admin = admin;
    }

    public String getName() {
        return name;
    }

    /** Has an overload, so that a method reference could mean either. */
    public String getName(String title) {
        return title + " " + name;
    }

    public boolean isAdmin() {
        return admin;
    }

    public @Nullable UUID superior() {
        return null;
    }
}
