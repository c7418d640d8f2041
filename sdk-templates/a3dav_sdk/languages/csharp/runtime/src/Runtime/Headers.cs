using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;

namespace A3dav.Client
{
    /// <summary>The headers of an answer, by names in any case; several of one name are joined by commas.</summary>
    public sealed class Headers : IEnumerable<KeyValuePair<string, string>>
    {
        private readonly Dictionary<string, string> held = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        /// <summary>Headers to verify a webhook with, for example.</summary>
        public Headers(IEnumerable<KeyValuePair<string, string>> headers = null)
        {
            foreach (var one in headers ?? new KeyValuePair<string, string>[0])
            {
                held[one.Key] = one.Value;
            }
        }

        internal Headers(HttpResponseMessage answer)
        {
            foreach (var one in answer.Headers)
            {
                held[one.Key] = string.Join(", ", one.Value);
            }

            if (answer.Content == null)
            {
                return;
            }

            foreach (var one in answer.Content.Headers)
            {
                held[one.Key] = string.Join(", ", one.Value);
            }
        }

        /// <summary>The value of a header, or null.</summary>
        public string this[string name]
        {
            get
            {
                string found;
                return held.TryGetValue(name, out found) ? found : null;
            }
        }

        internal string MediaType => (this["Content-Type"] ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();

        internal long? Length
        {
            get
            {
                long length;
                return long.TryParse(this["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out length) ? length : (long?)null;
            }
        }

        /// <inheritdoc/>
        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => held.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
