using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An object of the interface. Members that this package does not know are kept, and sent again.</summary>
    [JsonConverter(typeof(ModelConverter))]
    public abstract class Model
    {
        internal abstract Type ExtraType { get; }

        internal abstract void Keep(string name, JToken value);

        internal abstract IEnumerable<KeyValuePair<string, JToken>> Kept();

        /// <summary>The JSON that would be sent.</summary>
        public override string ToString() => Json.Write(this);
    }

    /// <summary>An object whose members that are not listed have a type.</summary>
    public abstract class Model<T> : Model
    {
        /// <summary>Members that are not known here.</summary>
        public IDictionary<string, T> Extra { get; } = new Dictionary<string, T>();

        internal override Type ExtraType => typeof(T);

        internal override void Keep(string name, JToken value) => Extra[name] = (T)Codec.Read(value, typeof(T));

        internal override IEnumerable<KeyValuePair<string, JToken>> Kept()
        {
            foreach (var one in Extra)
            {
                yield return new KeyValuePair<string, JToken>(one.Key, Codec.Write(one.Value));
            }
        }
    }

    /// <summary>One of several values that are known by name; a server may know more.</summary>
    public interface IOpenValue
    {
        /// <summary>A text, or a 64-bit integer.</summary>
        object Raw { get; }
    }

    /// <summary>One of several types. What is none of them is kept as it came.</summary>
    [JsonConverter(typeof(ModelConverter))]
    public abstract class Union
    {
        internal object Held { get; set; }

        internal int Place { get; set; } = -1;

        /// <summary>The value, whatever it is; a <see cref="JToken"/> when it is none of the types.</summary>
        public object Value => Held;

        /// <summary>JSON that is none of the types, or null.</summary>
        public JToken Unknown => Place < 0 ? (JToken)Held : null;

        /// <summary>The JSON that would be sent.</summary>
        public override string ToString() => Json.Write(this);

        internal object At(int place) => Place == place ? Held : null;
    }

    /// <summary>What a member of an object is called in JSON.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    internal sealed class MemberAttribute : Attribute
    {
        public MemberAttribute(string name, bool required)
        {
            Name = name;
            Required = required;
        }

        public string Name { get; }

        public bool Required { get; }
    }

    /// <summary>Which member of an object tells the type of a union.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class ToldByAttribute : Attribute
    {
        public ToldByAttribute(string member)
        {
            Member = member;
        }

        public string Member { get; }
    }

    /// <summary>One of the types of a union: its place, and the values of the member that tell it.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    internal sealed class VariantAttribute : Attribute
    {
        public VariantAttribute(int place, Type type, params string[] tags)
        {
            Place = place;
            Type = type;
            Tags = tags;
        }

        public int Place { get; }

        public Type Type { get; }

        public string[] Tags { get; }
    }
}
