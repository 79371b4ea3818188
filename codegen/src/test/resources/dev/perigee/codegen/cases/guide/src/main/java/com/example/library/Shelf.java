package com.example.library;

public enum Shelf {
    FICTION,
    SCIENCE
}
