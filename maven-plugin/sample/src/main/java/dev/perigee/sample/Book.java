package dev.perigee.sample;

public record Book(String title) {}
