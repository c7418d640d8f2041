using System;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Lets Newtonsoft.Json read and write models inside objects of one's own.</summary>
    internal sealed class ModelConverter : JsonConverter
    {
        public override bool CanConvert(Type objectType) =>
            typeof(Model).IsAssignableFrom(objectType) || typeof(Union).IsAssignableFrom(objectType);

        public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
        {
            // Before the first text is read: a date must stay the text it is.
            reader.DateParseHandling = DateParseHandling.None;
            try
            {
                return Codec.Read(JToken.Load(reader), objectType);
            }
            catch (JsonFault fault)
            {
                throw new JsonSerializationException(fault.Message);
            }
        }

        public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => Codec.Write(value).WriteTo(writer);
    }
}
