package dev.perigee.codegen.settings;

/**
 * A text of the settings.
 *
 * @param place what stands before a problem with it, such as {@code perigee.yaml:3:5: }; empty if it stands in no file
 */
public record Setting(String value, String place) {
    /** Of a program. */
    public static Setting of(String value) {
        return new Setting(value, "");
    }
}
