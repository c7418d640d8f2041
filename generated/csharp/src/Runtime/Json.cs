using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Reads and writes models as JSON, apart from any call.</summary>
    public static class Json
    {
        /// <summary>A value of JSON as a model, a list, or another type of this package.</summary>
        public static T Read<T>(string text)
        {
            try
            {
                return (T)Codec.Read(JsonReading.Read(text), typeof(T));
            }
            catch (JsonFault fault)
            {
                throw Failures.Make(new Failure("decode") { Reason = fault.Message });
            }
        }

        /// <summary>Free JSON as a model, a list, or another type of this package.</summary>
        public static T Read<T>(JToken token)
        {
            try
            {
                return (T)Codec.Read(token, typeof(T));
            }
            catch (JsonFault fault)
            {
                throw Failures.Make(new Failure("decode") { Reason = fault.Message });
            }
        }

        /// <summary>Free JSON; numbers keep their values.</summary>
        public static JToken Parse(string text) => Read<JToken>(text);

        /// <summary>A model, or any other value of this package, as it would be sent.</summary>
        public static string Write(object value) => JsonWriting.Write(ToToken(value));

        /// <summary>A model, or any other value of this package, as free JSON.</summary>
        public static JToken ToToken(object value)
        {
            try
            {
                return Codec.Write(value);
            }
            catch (JsonFault fault)
            {
                throw Failures.Misused(fault.Message);
            }
        }
    }
}
