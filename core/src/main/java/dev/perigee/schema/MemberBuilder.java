package dev.perigee.schema;

/**
 * Builds a field, an argument, an input field or an enum value.
 *
 * @param <B> the builder itself
 */
public abstract sealed class MemberBuilder<B extends MemberBuilder<B>> extends ElementBuilder<B>
        permits FieldBuilder, InputValueBuilder, EnumValueBuilder {
    MemberBuilder() {}

    /** Marks it as no longer supported, for no given reason. */
    public B deprecated() {
        return deprecated(Deprecation.DEFAULT_REASON);
    }

    /** Marks it as no longer supported; the reason says what to use instead. */
    public B deprecated(String reason) {
        return apply(Deprecation.directive(reason));
    }
}
