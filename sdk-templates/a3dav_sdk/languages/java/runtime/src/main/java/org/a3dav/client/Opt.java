package org.a3dav.client;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A member that may be missing: absent, null, or a value. What is absent is not sent, and what is null is sent as null.
 *
 * @param <T> the type of the value
 */
public sealed interface Opt<T> {
    /**
     * Nothing is said.
     *
     * @param <T> the type of the value
     */
    record Absent<T>() implements Opt<T> {}

    /**
     * Said to be null.
     *
     * @param <T> the type of the value
     */
    record Null<T>() implements Opt<T> {}

    /**
     * A value.
     *
     * @param <T> the type of the value
     * @param value never null
     */
    record Value<T>(T value) implements Opt<T> {
        public Value {
            Objects.requireNonNull(value, "a value is not null: say Opt.ofNull() for the null of JSON");
        }
    }

    static <T> Opt<T> absent() {
        return new Absent<>();
    }

    static <T> Opt<T> ofNull() {
        return new Null<>();
    }

    static <T> Opt<T> of(T value) {
        return new Value<>(value);
    }

    default boolean isAbsent() {
        return this instanceof Absent;
    }

    default boolean isNull() {
        return this instanceof Null;
    }

    default boolean isPresent() {
        return this instanceof Value;
    }

    /** The value, if there is one. */
    default Optional<T> toOptional() {
        return this instanceof Value<T> held ? Optional.of(held.value()) : Optional.empty();
    }

    default T get() {
        return toOptional().orElseThrow(() -> new NoSuchElementException(isNull() ? "it is null" : "it is absent"));
    }

    default T orElse(T other) {
        return toOptional().orElse(other);
    }

    default void ifPresent(Consumer<? super T> action) {
        toOptional().ifPresent(action);
    }

    /** The same presence with another value. */
    default <R> Opt<R> map(Function<? super T, ? extends R> change) {
        if (this instanceof Value<T> held) {
            return of(change.apply(held.value()));
        }
        return isNull() ? ofNull() : absent();
    }
}
