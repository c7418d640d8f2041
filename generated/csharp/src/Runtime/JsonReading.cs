using System;
using System.Globalization;
using System.Numerics;
using System.Text;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Reads JSON and nothing else (RFC 8259). Numbers keep their values: what no number type holds stays a <see cref="JRaw"/>.</summary>
    internal sealed class JsonReading
    {
        private const int Deepest = 256;
        private static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);

        private readonly string text;
        private int at;
        private int depth;

        private JsonReading(string text)
        {
            this.text = text;
        }

        public static JToken Read(byte[] content)
        {
            try
            {
                return Read(Strict.GetString(content));
            }
            catch (DecoderFallbackException)
            {
                throw new JsonFault("the text is not UTF-8");
            }
        }

        public static JToken Read(string text)
        {
            var reading = new JsonReading(text);
            if (text.StartsWith("\ufeff", StringComparison.Ordinal))
            {
                reading.at = 1;
            }

            var found = reading.Value();
            reading.Blanks();
            return reading.at == text.Length ? found : throw reading.Wrong();
        }

        private JsonFault Wrong() => new JsonFault("this is no JSON at character " + at);

        private char Peek() => at < text.Length ? text[at] : '\0';

        private void Blanks()
        {
            while (at < text.Length && " \t\r\n".IndexOf(text[at]) >= 0)
            {
                at++;
            }
        }

        private bool Takes(char wanted)
        {
            Blanks();
            var found = Peek() == wanted;
            at += found ? 1 : 0;
            return found;
        }

        private void Needs(char wanted)
        {
            if (!Takes(wanted))
            {
                throw Wrong();
            }
        }

        private JToken Value()
        {
            Blanks();
            switch (Peek())
            {
                case '{':
                    return Inside(Object);
                case '[':
                    return Inside(Array);
                case '"':
                    return new JValue(Text());
                case 't':
                    return Word("true", new JValue(true));
                case 'f':
                    return Word("false", new JValue(false));
                case 'n':
                    return Word("null", JValue.CreateNull());
                default:
                    return Number();
            }
        }

        private JToken Inside(Func<JToken> read)
        {
            if (++depth > Deepest)
            {
                throw new JsonFault("the JSON is nested too deeply");
            }

            at++;
            var found = read();
            depth--;
            return found;
        }

        private JToken Object()
        {
            var found = new JObject();
            if (Takes('}'))
            {
                return found;
            }

            do
            {
                Blanks();
                var name = Peek() == '"' ? Text() : throw Wrong();
                Needs(':');
                found[name] = Value();
            }
            while (Takes(','));
            Needs('}');
            return found;
        }

        private JToken Array()
        {
            var found = new JArray();
            if (Takes(']'))
            {
                return found;
            }

            do
            {
                found.Add(Value());
            }
            while (Takes(','));
            Needs(']');
            return found;
        }

        private JToken Word(string word, JToken meant)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            {
                throw Wrong();
            }

            at += word.Length;
            return meant;
        }

        private string Text()
        {
            var made = new StringBuilder();
            for (at++; Peek() != '"'; at++)
            {
                if (at >= text.Length || text[at] < ' ')
                {
                    throw Wrong();
                }

                made.Append(text[at] == '\\' ? Escaped() : text[at]);
            }

            at++;
            return made.ToString();
        }

        private char Escaped()
        {
            at++;
            var which = "\"\\/bfnrt".IndexOf(Peek());
            if (which >= 0 && at < text.Length)
            {
                return "\"\\/\b\f\n\r\t"[which];
            }

            ushort code;
            var isCode = Peek() == 'u' && at + 4 < text.Length
                && ushort.TryParse(text.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
            if (!isCode)
            {
                throw Wrong();
            }

            at += 4;
            return (char)Convert.ToUInt16(text.Substring(at - 3, 4), 16);
        }

        private JToken Number()
        {
            var start = at;
            at += Peek() == '-' ? 1 : 0;
            var first = at;
            Digits();
            if (text[first] == '0' && at > first + 1)
            {
                throw Wrong();
            }

            var isWhole = true;
            if (Peek() == '.')
            {
                at++;
                Digits();
                isWhole = false;
            }

            if (Peek() == 'e' || Peek() == 'E')
            {
                at++;
                at += Peek() == '+' || Peek() == '-' ? 1 : 0;
                Digits();
                isWhole = false;
            }

            var found = text.Substring(start, at - start);
            return isWhole && found != "-0" ? JsonNumbers.Whole(found) : JsonNumbers.Fraction(found);
        }

        private void Digits()
        {
            var start = at;
            while (Peek() >= '0' && Peek() <= '9')
            {
                at++;
            }

            if (at == start)
            {
                throw Wrong();
            }
        }
    }

    /// <summary>Numbers of JSON as the smallest type that holds them exactly.</summary>
    internal static class JsonNumbers
    {
        public static JToken Whole(string text)
        {
            long small;
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out small)
                ? new JValue(small)
                : text.Length > 1000 ? (JToken)new JRaw(text) : new JValue((object)BigInteger.Parse(text, CultureInfo.InvariantCulture));
        }

        public static JToken Fraction(string text)
        {
            double near;
            var read = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out near);
            if (read && !double.IsInfinity(near) && Plain(Text(near)) == Plain(text))
            {
                return new JValue(near);
            }

            decimal exact;
            read = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out exact);
            return read && Plain(exact.ToString(CultureInfo.InvariantCulture)) == Plain(text) ? new JValue(exact) : (JToken)new JRaw(text);
        }

        /// <summary>The shortest text that is read as this number.</summary>
        public static string Text(double value)
        {
            var text = value.ToString("R", CultureInfo.InvariantCulture);
            return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
        }

        /// <summary>Digits and exponent, so that equal values have equal texts.</summary>
        private static string Plain(string text)
        {
            var cut = text.IndexOfAny(new[] { 'e', 'E' });
            var number = cut < 0 ? text : text.Substring(0, cut);
            long exponent;
            if (!long.TryParse(cut < 0 ? "0" : text.Substring(cut + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                return text;
            }

            var point = number.IndexOf('.');
            exponent -= point < 0 ? 0 : number.Length - point - 1;
            var digits = number.Replace(".", string.Empty).TrimStart('-').TrimStart('0');
            var whole = digits.TrimEnd('0');
            exponent = whole.Length == 0 ? 0 : exponent + digits.Length - whole.Length;
            return (number[0] == '-' && whole.Length > 0 ? "-" : string.Empty) + whole + "e" + exponent.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What is wrong with a value, before it is known which call it belongs to.</summary>
    internal sealed class JsonFault : Exception
    {
        public JsonFault(string message)
            : base(message)
        {
        }
    }
}
