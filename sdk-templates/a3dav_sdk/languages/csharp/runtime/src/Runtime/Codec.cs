using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Between JSON and the types of the interface.</summary>
    internal static class Codec
    {
        public static object Read(JToken token, Type type)
        {
            if (type == typeof(JToken))
            {
                return token;
            }

            if (typeof(IOptional).IsAssignableFrom(type))
            {
                var empty = (IOptional)Activator.CreateInstance(type);
                return empty.Made(token.Type == JTokenType.Null ? null : Read(token, empty.Inner));
            }

            if (token.Type == JTokenType.Null)
            {
                return type.IsValueType && Nullable.GetUnderlyingType(type) == null ? throw new JsonFault("null is no value of this member") : (object)null;
            }

            type = Nullable.GetUnderlyingType(type) ?? type;
            return ReadScalar(token, type) ?? ReadWhole(token, type);
        }

        private static object ReadScalar(JToken token, Type type)
        {
            if (type == typeof(string))
            {
                return Text(token);
            }

            if (type == typeof(long))
            {
                return Whole(token);
            }

            if (type == typeof(double))
            {
                return Number(token);
            }

            if (type == typeof(bool))
            {
                return token.Type == JTokenType.Boolean ? (object)(bool)token : throw Mismatch(token, "a boolean");
            }

            if (type == typeof(Timestamp))
            {
                return new Timestamp(Text(token));
            }

            return type == typeof(byte[]) ? Bytes(token) : null;
        }

        private static byte[] Bytes(JToken token)
        {
            try
            {
                return Convert.FromBase64String(Text(token));
            }
            catch (FormatException)
            {
                throw Mismatch(token, "base64");
            }
        }

        private static object ReadWhole(JToken token, Type type)
        {
            if (typeof(IOpenValue).IsAssignableFrom(type))
            {
                var isText = type.GetConstructor(new[] { typeof(string) }) != null;
                return Activator.CreateInstance(type, isText ? (object)Text(token) : Whole(token));
            }

            if (typeof(Model).IsAssignableFrom(type))
            {
                return ReadModel(token, type);
            }

            if (typeof(Union).IsAssignableFrom(type))
            {
                return Unions.Read(token, type);
            }

            var inner = type.GetGenericArguments();
            return inner.Length == 1 ? ReadList(token, type, inner[0]) : ReadMap(token, type, inner[1]);
        }

        private static object ReadModel(JToken token, Type type)
        {
            var found = token as JObject ?? throw Mismatch(token, "an object");
            var model = (Model)Activator.CreateInstance(type);
            var plan = ModelPlan.Of(type);
            foreach (var member in plan.Members)
            {
                if (member.Required && found[member.Name] == null)
                {
                    throw new JsonFault("the member \"" + member.Name + "\" is missing");
                }
            }

            foreach (var one in found.Properties())
            {
                try
                {
                    plan.Set(model, one.Name, one.Value);
                }
                catch (JsonFault fault)
                {
                    throw new JsonFault(one.Name + ": " + fault.Message);
                }
            }

            return model;
        }

        private static object ReadList(JToken token, Type type, Type inner)
        {
            var made = (IList)Activator.CreateInstance(type);
            foreach (var item in token as JArray ?? throw Mismatch(token, "a list"))
            {
                made.Add(Read(item, inner));
            }

            return made;
        }

        private static object ReadMap(JToken token, Type type, Type inner)
        {
            var made = (IDictionary)Activator.CreateInstance(type);
            var found = token as JObject ?? throw Mismatch(token, "an object");
            foreach (var one in found.Properties())
            {
                made[one.Name] = Read(one.Value, inner);
            }

            return made;
        }

        private static JsonFault Mismatch(JToken token, string wanted) =>
            new JsonFault(token.Type.ToString().ToLowerInvariant() + " is not " + wanted);

        private static string Text(JToken token) => token.Type == JTokenType.String ? (string)token : throw Mismatch(token, "a text");

        private static long Whole(JToken token)
        {
            var value = (token as JValue)?.Value;
            if (value is long)
            {
                return (long)value;
            }

            var isWhole = value is double && Math.Floor((double)value).Equals((double)value) && Math.Abs((double)value) < 1L << 53;
            return isWhole ? (long)(double)value : throw Mismatch(token, "an integer of 64 bits");
        }

        private static double Number(JToken token)
        {
            var isNumber = token.Type == JTokenType.Integer || token.Type == JTokenType.Float || token.Type == JTokenType.Raw;
            return isNumber
                ? double.Parse(Convert.ToString(((JValue)token).Value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                : throw Mismatch(token, "a number");
        }

        public static JToken Write(object value)
        {
            if (value == null)
            {
                return JValue.CreateNull();
            }

            if (value is double && (double.IsNaN((double)value) || double.IsInfinity((double)value)))
            {
                throw new JsonFault("JSON has no number " + value);
            }

            return WriteKnown(value) ?? WriteMany(value) ?? new JValue(value);
        }

        private static JToken WriteKnown(object value)
        {
            if (value is JToken)
            {
                return (JToken)value;
            }

            if (value is IOptional)
            {
                return Write(((IOptional)value).Boxed);
            }

            if (value is IOpenValue)
            {
                return Write(((IOpenValue)value).Raw);
            }

            if (value is Timestamp)
            {
                return new JValue(((Timestamp)value).Text);
            }

            if (value is byte[])
            {
                return new JValue(Convert.ToBase64String((byte[])value));
            }

            if (value is Model)
            {
                return WriteModel((Model)value);
            }

            return value is Union ? Write(((Union)value).Held) : null;
        }

        private static JToken WriteMany(object value)
        {
            if (value is IDictionary)
            {
                var made = new JObject();
                foreach (DictionaryEntry one in (IDictionary)value)
                {
                    made[(string)one.Key] = Write(one.Value);
                }

                return made;
            }

            if (value is string || !(value is IEnumerable))
            {
                return null;
            }

            var list = new JArray();
            foreach (var item in (IEnumerable)value)
            {
                list.Add(Write(item));
            }

            return list;
        }

        private static JToken WriteModel(Model model)
        {
            var made = new JObject();
            foreach (var member in ModelPlan.Of(model.GetType()).Members)
            {
                var value = member.Property.GetValue(model);
                if (member.Required || !(value is IOptional) || !((IOptional)value).IsAbsent)
                {
                    made[member.Name] = Write(value);
                }
            }

            foreach (var one in model.Kept())
            {
                if (made[one.Key] == null)
                {
                    made[one.Key] = one.Value;
                }
            }

            return made;
        }

        /// <summary>The members of a model that are there, as a form needs them.</summary>
        public static IEnumerable<KeyValuePair<string, object>> MembersOf(object value)
        {
            var map = value as IDictionary;
            if (map != null)
            {
                foreach (DictionaryEntry one in map)
                {
                    yield return new KeyValuePair<string, object>((string)one.Key, one.Value);
                }

                yield break;
            }

            foreach (var member in ModelPlan.Of(value.GetType()).Members)
            {
                var held = member.Property.GetValue(value);
                yield return new KeyValuePair<string, object>(member.Name, held is IOptional ? ((IOptional)held).Boxed : held);
            }
        }
    }
}
