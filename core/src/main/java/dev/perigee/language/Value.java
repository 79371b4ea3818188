package dev.perigee.language;

/**
 * A literal, or a variable where one is allowed.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Values">Input Values</a>
 */
public sealed interface Value extends Node
        permits Variable,
                IntValue,
                FloatValue,
                StringValue,
                BooleanValue,
                NullValue,
                EnumValue,
                ListValue,
                ObjectValue {}
