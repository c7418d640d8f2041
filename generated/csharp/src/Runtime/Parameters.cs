using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>How parameters are written (OpenAPI 3.2, Style Values).</summary>
    internal sealed partial class ApiRequest
    {
        public void InPath(string name, object value, string style, bool explode)
        {
            var text = Parts.Of(value).Segment(name, style, explode);
            if (text.Length == 0 || text == "." || text == "..")
            {
                throw Failures.Misused(name + ": \"" + text + "\" cannot stand in a path");
            }

            Path = Path.Replace("{" + name + "}", text);
        }

        public void InQuery(string name, object value, string style, bool explode)
        {
            if (IsGiven(ref value))
            {
                var parts = Parts.Of(value);
                Query.AddRange((style == "json" ? parts.AsJson() : parts).Fields(Addresses.Escape(name), style, explode));
            }
        }

        /// <summary>A whole query.</summary>
        public void InQuerystring(string name, object value, string style, bool explode)
        {
            if (IsGiven(ref value))
            {
                Query.Add(Addresses.Escape(Parts.Of(value).Text).Replace("%3D", "=").Replace("%26", "&"));
            }
        }

        public void InHeader(string name, object value, string style, bool explode)
        {
            if (IsGiven(ref value))
            {
                Headers[name] = Line(name, value, style, explode);
            }
        }

        public void InCookie(string name, object value, string style, bool explode)
        {
            if (!IsGiven(ref value))
            {
                return;
            }

            string before;
            var prefix = Headers.TryGetValue("Cookie", out before) ? before + "; " : string.Empty;
            Headers["Cookie"] = prefix + name + "=" + Line(name, value, style, explode);
        }

        /// <summary>Replaces a parameter.</summary>
        public void SetQuery(string name, string value)
        {
            var field = Addresses.Escape(name) + "=";
            Query.RemoveAll(one => one.StartsWith(field, System.StringComparison.Ordinal));
            Query.Add(field + Addresses.Escape(value));
        }

        private static string Line(string name, object value, string style, bool explode)
        {
            var text = Parts.Of(value).Line(style, explode);
            return text.IndexOfAny(new[] { '\r', '\n', '\0' }) < 0 ? text : throw Failures.Misused(name + " has a line end");
        }
    }

    /// <summary>The texts of a value: one of a scalar, one each of a list, name and text by turns of an object.</summary>
    internal sealed class Parts
    {
        private readonly JToken token;
        private readonly List<string> texts;
        private readonly bool isJson;

        private Parts(JToken token, bool isJson)
        {
            this.token = token;
            this.isJson = isJson;
            texts = isJson ? new List<string> { JsonWriting.Write(token) } : TextsOf(token).ToList();
        }

        /// <summary>A value where only one text can be.</summary>
        public string Text => IsList || IsObject ? JsonWriting.Write(token) : texts[0];

        private bool IsList => token is JArray && !isJson;

        private bool IsObject => token is JObject && !isJson;

        public static Parts Of(object value) => new Parts(Json.ToToken(value), false);

        public Parts AsJson() => new Parts(token, true);

        public string Line(string style, bool explode) =>
            style == "json" ? JsonWriting.Write(token) : string.Join(",", IsObject && explode ? Pairs(texts, "=") : texts);

        public string Segment(string name, string style, bool explode)
        {
            var escaped = texts.Select(Addresses.Escape).ToList();
            var written = IsObject && explode ? Pairs(escaped, "=").ToList() : escaped;
            if (style == "label")
            {
                return "." + string.Join(explode ? "." : ",", written);
            }

            if (style != "matrix")
            {
                return string.Join(",", written);
            }

            var isApart = explode && IsList;
            return IsObject && explode
                ? ";" + string.Join(";", written)
                : ";" + name + "=" + string.Join(isApart ? ";" + name + "=" : ",", written);
        }

        public IEnumerable<string> Fields(string name, string style, bool explode)
        {
            var escaped = texts.Select(Addresses.Escape).ToList();
            if (IsObject && style == "deepObject")
            {
                return Pairs(escaped, "%5D=").Select(field => name + "%5B" + field);
            }

            if (IsObject && explode)
            {
                return Pairs(escaped, "=");
            }

            if (IsList && (explode || escaped.Count == 0))
            {
                return escaped.Select(text => name + "=" + text);
            }

            var between = style == "spaceDelimited" ? "%20" : style == "pipeDelimited" ? "%7C" : ",";
            return new[] { name + "=" + string.Join(between, escaped) };
        }

        private static IEnumerable<string> TextsOf(JToken token)
        {
            var held = token as JObject;
            if (held != null)
            {
                return held.Properties().SelectMany(one => new[] { one.Name, TextOf(one.Value) });
            }

            return token is JArray ? token.Select(TextOf) : new[] { TextOf(token) };
        }

        private static string TextOf(JToken token)
        {
            if (token.Type == JTokenType.String)
            {
                return (string)token;
            }

            return token.Type == JTokenType.Null ? string.Empty : JsonWriting.Write(token);
        }

        private static IEnumerable<string> Pairs(IReadOnlyList<string> all, string between)
        {
            for (var i = 0; i + 1 < all.Count; i += 2)
            {
                yield return all[i] + between + all[i + 1];
            }
        }
    }
}
