using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace A3dav.Client
{
    /// <summary>Addresses: their origins, what of them may be shown, and how text stands in them.</summary>
    internal static class Addresses
    {
        private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
        private static readonly Regex Secrets = new Regex(
            "(^|[?&])(access_token|token|code|secret|password|signature|key)=[^&]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

        private static readonly Regex Illegal = new Regex("[^!#$%&'()*+,./0-9:;=?@A-Z\\[\\]_a-z~-]+", RegexOptions.CultureInvariant);

        /// <summary>Percent-encodes all but the unreserved characters of RFC 3986.</summary>
        public static string Escape(string text)
        {
            var made = new StringBuilder();
            foreach (var one in Encoding.UTF8.GetBytes(text))
            {
                if (Unreserved.IndexOf((char)one) >= 0)
                {
                    made.Append((char)one);
                }
                else
                {
                    made.Append('%').Append(one.ToString("X2", CultureInfo.InvariantCulture));
                }
            }

            return made.ToString();
        }

        /// <summary>Whether scheme, host and port are the same (RFC 6454 §5).</summary>
        public static bool SameOrigin(Uri left, Uri right) =>
            left.Scheme == right.Scheme && string.Equals(left.Host, right.Host, StringComparison.OrdinalIgnoreCase) && left.Port == right.Port;

        public static bool IsWeb(Uri address) => address.Scheme == "http" || address.Scheme == "https";

        public static string Redacted(Uri address)
        {
            var shown = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
            return shown + Secrets.Replace(address.Query, "$1$2=…");
        }

        /// <summary>An address with the path as it is written, which <see cref="Uri"/> would otherwise decode where it can.</summary>
        public static Uri Exact(string text)
        {
            Uri plain;
            text = Illegal.Replace(text, found => Escape(found.Value));
            if (!Uri.TryCreate(text, UriKind.Absolute, out plain) || !IsWeb(plain))
            {
                return null;
            }

            return plain.AbsoluteUri == text ? plain : ExactUri.Make(text) ?? plain;
        }

        /// <summary>The path and query of an address without its origin and fragment, as they are written.</summary>
        public static string PathOf(string address)
        {
            var start = address.IndexOf("://", StringComparison.Ordinal);
            var path = start < 0 ? 0 : address.IndexOf('/', start + 3);
            var whole = path < 0 ? "/" : address.Substring(path);
            return whole.Split('#')[0].Split('?')[0];
        }

        /// <summary>A reference of this origin as a path, as it is written; null where it leads elsewhere.</summary>
        public static string Resolve(Uri from, string reference)
        {
            reference = reference.Trim();
            Uri target;
            if (!Uri.TryCreate(from, reference, out target) || !SameOrigin(target, from))
            {
                return null;
            }

            if (reference.IndexOf("://", StringComparison.Ordinal) > 0 || (reference.StartsWith("/", StringComparison.Ordinal) && !reference.StartsWith("//", StringComparison.Ordinal)))
            {
                return PathOf(reference);
            }

            return target.AbsolutePath;
        }

        /// <summary>What two spellings of a path have in common.</summary>
        public static string KeyOf(string path) =>
            string.Join("/", PathOf(path).TrimEnd('/').Split('/').Select(segment => Uri.UnescapeDataString(segment).Replace("/", "%2F")));
    }

    /// <summary>Makes addresses that keep their text, by the means of each runtime.</summary>
    internal static class ExactUri
    {
        private static readonly Regex Encoded = new Regex("%[0-9A-Fa-f]{2}");

        public static Uri Make(string text)
        {
            try
            {
                var options = typeof(Uri).Assembly.GetType("System.UriCreationOptions");
                return options == null ? Replaced(text) : Created(text, options);
            }
            catch (Exception error) when (error is TargetInvocationException || error is MissingMemberException || error is InvalidCastException || error is ArgumentException)
            {
                return null;
            }
        }

        private static Uri Created(string text, Type kind)
        {
            var options = Activator.CreateInstance(kind);
            kind.GetProperty("DangerousDisablePathAndQueryCanonicalization").SetValue(options, true);
            return (Uri)Activator.CreateInstance(typeof(Uri), text, options);
        }

        /// <summary>Has an address of the same shape read that needs no decoding, and puts the text in its place.</summary>
        private static Uri Replaced(string text)
        {
            var made = new Uri(Encoded.Replace(text, "xxx"));
            var held = typeof(Uri).GetField("m_String", BindingFlags.Instance | BindingFlags.NonPublic)
                ?? typeof(Uri).GetField("_string", BindingFlags.Instance | BindingFlags.NonPublic);
            if (held == null || made.PathAndQuery.Length == 0 || ((string)held.GetValue(made)).Length != text.Length)
            {
                return null;
            }

            held.SetValue(made, text);
            return made;
        }
    }
}
