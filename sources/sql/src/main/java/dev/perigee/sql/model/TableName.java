package dev.perigee.sql.model;

/** What identifies a table in a database. @param namespace its schema; of MariaDB and MySQL, its catalog */
record TableName(String namespace, String name) implements Comparable<TableName> {
    @Override
    public int compareTo(TableName other) {
        int order = namespace.compareTo(other.namespace);
        return order != 0 ? order : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace + "." + name;
    }
}
