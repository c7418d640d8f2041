using System;
using System.Collections.Generic;

namespace A3dav.Client
{
    /// <summary>What a member that may be missing is made of, without its type.</summary>
    internal interface IOptional
    {
        bool IsAbsent { get; }

        object Boxed { get; }

        Type Inner { get; }

        object Made(object value);
    }

    /// <summary>
    /// A member that may be absent, null, or a value. The default is absent, and what is absent is not sent.
    /// A value becomes one by itself: <c>Color = "red"</c>; <c>Color = null</c> is a member that is there and null.
    /// </summary>
    public readonly struct Optional<T> : IOptional, IEquatable<Optional<T>>
    {
        private enum Presence : byte
        {
            Absent,
            Null,
            Value,
        }

        private readonly T value;
        private readonly Presence presence;

        private Optional(T value, Presence presence)
        {
            this.value = value;
            this.presence = presence;
        }

        /// <summary>A member with this value; null is <see cref="Null"/>.</summary>
        public Optional(T value)
            : this(value, value == null ? Presence.Null : Presence.Value)
        {
        }

        /// <summary>A member that is there and null.</summary>
        public static Optional<T> Null => new Optional<T>(default(T), Presence.Null);

        /// <summary>A member that is not there at all.</summary>
        public static Optional<T> Absent => default(Optional<T>);

        /// <summary>Whether the member is not there at all.</summary>
        public bool IsAbsent => presence == Presence.Absent;

        /// <summary>Whether the member is there and null.</summary>
        public bool IsNull => presence == Presence.Null;

        /// <summary>Whether there is a value.</summary>
        public bool HasValue => presence == Presence.Value;

        /// <summary>The value; without one, that is an <see cref="InvalidOperationException"/>.</summary>
        public T Value
        {
            get
            {
                if (!HasValue)
                {
                    throw new InvalidOperationException(IsNull ? "the member is null" : "the member is absent");
                }

                return value;
            }
        }

        object IOptional.Boxed => HasValue ? (object)value : null;

        Type IOptional.Inner => typeof(T);

        /// <summary>A member with this value; null is <see cref="Null"/>.</summary>
        public static implicit operator Optional<T>(T value) => new Optional<T>(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

        /// <summary>The value, or the fallback where the member is absent or null.</summary>
        public T Or(T fallback) => HasValue ? value : fallback;

        /// <summary>The value, or the default of its type where the member is absent or null.</summary>
        public T OrDefault() => value;

        /// <summary>Whether there is a value, and which.</summary>
        public bool TryGet(out T found)
        {
            found = value;
            return HasValue;
        }

        /// <inheritdoc/>
        public bool Equals(Optional<T> other) =>
            presence == other.presence && EqualityComparer<T>.Default.Equals(value, other.value);

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is Optional<T> && Equals((Optional<T>)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => HasValue ? value.GetHashCode() : (int)presence;

        /// <inheritdoc/>
        public override string ToString() => HasValue ? value.ToString() : IsNull ? "null" : string.Empty;

        object IOptional.Made(object made) => made == null ? Null : new Optional<T>((T)made);
    }
}
