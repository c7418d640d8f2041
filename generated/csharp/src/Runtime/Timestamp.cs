using System;
using System.Globalization;

namespace A3dav.Client
{
    /// <summary>
    /// An instant as the text it came as. The text is what is sent again, so that fractions, offsets, and what is no
    /// date at all come back as they were.
    /// </summary>
    public readonly struct Timestamp : IEquatable<Timestamp>
    {
        private readonly string text;

        /// <summary>A text as it is.</summary>
        public Timestamp(string text)
        {
            this.text = text;
        }

        /// <summary>The text of an instant (RFC 3339).</summary>
        public Timestamp(DateTimeOffset instant)
        {
            text = instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
                + (instant.Offset == TimeSpan.Zero ? "Z" : instant.ToString("zzz", CultureInfo.InvariantCulture));
        }

        /// <summary>What came, or what is sent.</summary>
        public string Text => text ?? string.Empty;

        /// <summary>The instant, or null where the text is none; fractions end at a hundred nanoseconds.</summary>
        public DateTimeOffset? Instant
        {
            get
            {
                var isDate = Text.Length > 10 && (Text[10] == 'T' || Text[10] == 't' || Text[10] == ' ');
                DateTimeOffset found;
                var read = DateTimeOffset.TryParse(Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out found);
                return isDate && read ? found : (DateTimeOffset?)null;
            }
        }

        /// <summary>The text of an instant.</summary>
        public static implicit operator Timestamp(DateTimeOffset instant) => new Timestamp(instant);

        /// <summary>A text as it is.</summary>
        public static implicit operator Timestamp(string text) => new Timestamp(text);

        /// <summary>Whether both have the same text.</summary>
        public static bool operator ==(Timestamp left, Timestamp right) => left.Equals(right);

        /// <summary>Whether both have different texts.</summary>
        public static bool operator !=(Timestamp left, Timestamp right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(Timestamp other) => Text == other.Text;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is Timestamp && Equals((Timestamp)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Text.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Text;
    }
}
