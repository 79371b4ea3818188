package dev.perigee.sql.hydration;

import dev.perigee.language.Argument;
import dev.perigee.language.BooleanValue;
import dev.perigee.language.Directive;
import dev.perigee.language.EnumValue;
import dev.perigee.language.Field;
import dev.perigee.language.FloatValue;
import dev.perigee.language.IntValue;
import dev.perigee.language.ListValue;
import dev.perigee.language.NullValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a document as JSON, with variables put in. */
record OracleValues(Map<String, Object> variables) {
    Map<String, Object> arguments(Field field) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Argument argument : field.arguments()) arguments.put(argument.name(), value(argument.value()));
        return arguments;
    }

    boolean isIncluded(List<Directive> directives) {
        for (Directive directive : directives) {
            boolean holds = (Boolean) value(directive.arguments().getFirst().value());
            if (holds == directive.name().equals("skip")) return false;
        }
        return true;
    }

    private Object value(Value value) {
        return switch (value) {
            case Variable variable -> variables.get(variable.name());
            case IntValue number -> Integer.valueOf(number.value());
            case FloatValue number -> new BigDecimal(number.value());
            case StringValue text -> text.value();
            case BooleanValue bool -> bool.value();
            case EnumValue name -> name.value();
            case NullValue none -> null;
            case ListValue list -> list.values().stream().map(this::value).toList();
            case ObjectValue object -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (ObjectField field : object.fields()) fields.put(field.name(), value(field.value()));
                yield fields;
            }
        };
    }
}
