package dev.perigee.bench.grpc;

import dev.perigee.sql.Key;

/** A row of thirty columns. */
public record Book(
        @Key long id,
        String title,
        String subtitle,
        String summary,
        String body,
        String author,
        String editor,
        String publisher,
        String language,
        String country,
        String city,
        String street,
        String phone,
        String mail,
        String site,
        String license,
        String source,
        String series,
        String genre,
        String audience,
        String format,
        String paper,
        String binding,
        String color,
        String origin,
        String shelf,
        String aisle,
        String floor,
        String building,
        String notes) {}
