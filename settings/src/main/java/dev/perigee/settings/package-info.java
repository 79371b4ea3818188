/**
 * Settings from YAML files, whose problems all name their places: {@code file:line:column}. Uses SnakeYAML Engine. Read
 * {@link dev.perigee.settings.SettingsGroup} first.
 */
@NullMarked
package dev.perigee.settings;

import org.jspecify.annotations.NullMarked;
