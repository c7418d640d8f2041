using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What the attributes of a model say, read once for each type.</summary>
    internal sealed class ModelPlan
    {
        private static readonly ConcurrentDictionary<Type, ModelPlan> Known = new ConcurrentDictionary<Type, ModelPlan>();

        private readonly Dictionary<string, MemberPlan> places;

        private ModelPlan(Type type)
        {
            Members = type.GetProperties()
                .Select(property => new MemberPlan(property, property.GetCustomAttribute<MemberAttribute>()))
                .Where(member => member.Name != null).ToList();
            places = Members.ToDictionary(member => member.Name);
        }

        public IReadOnlyList<MemberPlan> Members { get; }

        public static ModelPlan Of(Type type) => Known.GetOrAdd(type, wanted => new ModelPlan(wanted));

        public void Set(Model model, string name, JToken value)
        {
            MemberPlan member;
            if (places.TryGetValue(name, out member))
            {
                member.Property.SetValue(model, Codec.Read(value, member.Property.PropertyType));
            }
            else
            {
                model.Keep(name, value);
            }
        }
    }

    /// <summary>A member of a model.</summary>
    internal sealed class MemberPlan
    {
        public MemberPlan(PropertyInfo property, MemberAttribute told)
        {
            Property = property;
            Name = told?.Name;
            Required = told != null && told.Required;
        }

        public PropertyInfo Property { get; }

        public string Name { get; }

        public bool Required { get; }
    }

    /// <summary>Finds the type of a union that a value is.</summary>
    internal static class Unions
    {
        private static readonly ConcurrentDictionary<Type, List<VariantAttribute>> Known = new ConcurrentDictionary<Type, List<VariantAttribute>>();

        public static object Read(JToken token, Type type)
        {
            var made = (Union)Activator.CreateInstance(type, true);
            var member = type.GetCustomAttribute<ToldByAttribute>()?.Member;
            made.Held = token;
            foreach (var one in Known.GetOrAdd(type, Variants))
            {
                if (member == null ? Fits(token, one.Type) && Takes(token, one.Type) : IsTold(token, member, one))
                {
                    made.Held = Codec.Read(token, one.Type);
                    made.Place = one.Place;
                    break;
                }
            }

            return made;
        }

        private static List<VariantAttribute> Variants(Type type) =>
            type.GetProperties().Select(property => property.GetCustomAttribute<VariantAttribute>())
                .Where(one => one != null).OrderBy(one => one.Place).ToList();

        private static bool IsTold(JToken token, string member, VariantAttribute one)
        {
            var told = (token as JObject)?[member];
            return told != null && told.Type == JTokenType.String && one.Tags.Contains((string)told);
        }

        private static bool Fits(JToken token, Type type)
        {
            if (!typeof(Model).IsAssignableFrom(type))
            {
                return true;
            }

            var found = token as JObject;
            return found != null && ModelPlan.Of(type).Members.All(member => !member.Required || found[member.Name] != null);
        }

        private static bool Takes(JToken token, Type type)
        {
            try
            {
                return Codec.Read(token, type) != null;
            }
            catch (JsonFault)
            {
                return false;
            }
        }
    }
}
