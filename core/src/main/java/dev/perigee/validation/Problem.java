package dev.perigee.validation;

import dev.perigee.language.Location;
import java.util.List;

public record Problem(String code, String message, List<Location> locations) {}
