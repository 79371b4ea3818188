package dev.perigee.examples.todo.model;

/** A todo that can't be. The message is for who wants to have it. */
public final class InvalidTodoException extends RuntimeException {
    public InvalidTodoException(String message) {
        super(message);
    }
}
