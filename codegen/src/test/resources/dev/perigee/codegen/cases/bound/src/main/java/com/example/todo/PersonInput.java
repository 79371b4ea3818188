package com.example.todo;

import org.jspecify.annotations.Nullable;

public final class PersonInput {
    private String name = "";
    private @Nullable String nickname;

    public void setName(String name) {
        this.name = name;
    }

    public void setNickname(@Nullable String nickname) {
        this.nickname = nickname;
    }

    @Override
    public String toString() {
        return name + " " + nickname;
    }
}
