package dev.perigee.codegen.settings;

/** @param place as of {@link Setting} */
public record ResolverSetting(ResolverKind kind, String place) {}
