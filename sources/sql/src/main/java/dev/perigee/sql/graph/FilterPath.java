package dev.perigee.sql.graph;

import org.jspecify.annotations.Nullable;

/** A place in a filter; made a text only for an error. */
record FilterPath(@Nullable FilterPath parent, String name) {
    static final FilterPath ROOT = new FilterPath(null, "filter");

    FilterPath in(Object field) {
        return new FilterPath(this, "." + field);
    }

    FilterPath at(int index) {
        return new FilterPath(this, "[" + index + "]");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (FilterPath path = this; path != null; path = path.parent) text.insert(0, path.name);
        return text.toString();
    }
}
