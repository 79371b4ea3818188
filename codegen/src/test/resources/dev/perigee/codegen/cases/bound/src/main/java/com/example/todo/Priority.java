package com.example.todo;

public enum Priority {
    LOW,
    HIGH,
    UNKNOWN
}
