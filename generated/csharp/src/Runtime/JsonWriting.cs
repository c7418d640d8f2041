using System.Globalization;
using System.Numerics;
using System.Text;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Writes compact JSON that escapes only what must be.</summary>
    internal static class JsonWriting
    {
        public static string Write(JToken token)
        {
            var text = new StringBuilder();
            Append(text, token);
            return text.ToString();
        }

        public static byte[] Bytes(JToken token) => new UTF8Encoding(false).GetBytes(Write(token));

        private static void Append(StringBuilder text, JToken token)
        {
            var isNothing = token is JValue && ((JValue)token).Value == null;
            if (isNothing)
            {
                text.Append("null");
                return;
            }

            switch (token.Type)
            {
                case JTokenType.Object:
                    AppendObject(text, (JObject)token);
                    break;
                case JTokenType.Array:
                    AppendArray(text, (JArray)token);
                    break;
                case JTokenType.Integer:
                case JTokenType.Float:
                case JTokenType.Raw:
                    text.Append(Number(((JValue)token).Value));
                    break;
                case JTokenType.Boolean:
                    text.Append((bool)token ? "true" : "false");
                    break;
                case JTokenType.String:
                    AppendText(text, (string)token);
                    break;
                default:
                    text.Append(token.ToString(Newtonsoft.Json.Formatting.None));
                    break;
            }
        }

        private static void AppendObject(StringBuilder text, JObject found)
        {
            text.Append('{');
            var between = string.Empty;
            foreach (var member in found.Properties())
            {
                text.Append(between);
                AppendText(text, member.Name);
                text.Append(':');
                Append(text, member.Value);
                between = ",";
            }

            text.Append('}');
        }

        private static void AppendArray(StringBuilder text, JArray found)
        {
            text.Append('[');
            var between = string.Empty;
            foreach (var item in found)
            {
                text.Append(between);
                Append(text, item);
                between = ",";
            }

            text.Append(']');
        }

        private static string Number(object value)
        {
            if (value is double)
            {
                return JsonNumbers.Text((double)value);
            }

            return value is BigInteger
                ? ((BigInteger)value).ToString(CultureInfo.InvariantCulture)
                : System.Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        private static void AppendText(StringBuilder text, string value)
        {
            text.Append('"');
            for (var i = 0; i < value.Length; i++)
            {
                var letter = value[i];
                var which = "\"\\\b\f\n\r\t".IndexOf(letter);
                if (which >= 0)
                {
                    text.Append('\\').Append("\"\\bfnrt"[which]);
                }
                else if (letter < ' ' || IsLone(value, i))
                {
                    text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
                }
                else
                {
                    text.Append(letter);
                }
            }

            text.Append('"');
        }

        /// <summary>Half of a pair without the other, which UTF-8 cannot hold.</summary>
        private static bool IsLone(string value, int at)
        {
            if (char.IsHighSurrogate(value[at]))
            {
                return at + 1 == value.Length || !char.IsLowSurrogate(value[at + 1]);
            }

            return char.IsLowSurrogate(value[at]) && (at == 0 || !char.IsHighSurrogate(value[at - 1]));
        }
    }
}
