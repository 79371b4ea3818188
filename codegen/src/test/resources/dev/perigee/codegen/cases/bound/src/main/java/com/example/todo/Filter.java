package com.example.todo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class Filter {
    private final @Nullable Boolean done;
    private final @Nullable UUID owner;

    private Filter(Builder builder) {
        this.done = builder.done;
        this.owner = builder.owner;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String toString() {
        return done + " " + owner;
    }

    public static final class Builder {
        private @Nullable Boolean done;
        private @Nullable UUID owner;

        public Builder done(@Nullable Boolean done) {
            this.done = done;
            return this;
        }

        public Builder owner(@Nullable UUID owner) {
            this.owner = owner;
            return this;
        }

        public Filter build() {
            return new Filter(this);
        }
    }
}
