using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>
    /// Every error of a call but cancellation, which is an <see cref="OperationCanceledException"/>. There is a class for each status
    /// that says something of its own, and for what goes wrong beside the answers.
    /// </summary>
    public class A3davException : Exception
    {
        internal A3davException(Failure failure)
            : base(failure.Sentence(), failure.Cause)
        {
            Facts = failure;
        }

        /// <summary>In one word what went wrong: <c>not_found</c>, <c>connection</c> …</summary>
        public string Code => Facts.Code;

        /// <summary>The status of the answer, or null when there was none.</summary>
        public int? Status => Facts.Status;

        /// <summary>What the answer says of itself (RFC 9457), or null.</summary>
        public Problem Problem => Facts.Problem;

        /// <summary>The elements of a DAV:error.</summary>
        public IReadOnlyList<XName> Conditions => Facts.Conditions;

        /// <summary>The headers of the answer; empty when there was none.</summary>
        public Headers Headers => Facts.Headers;

        /// <summary>The first 64 KiB of the answer.</summary>
        public byte[] Body => Facts.Body;

        /// <summary>X-Request-Id of the answer, or null.</summary>
        public string RequestId => Facts.Headers["X-Request-Id"]?.Trim();

        /// <summary>How often the request was sent.</summary>
        public int Attempts => Facts.Attempts;

        /// <summary>The method of the request, or null.</summary>
        public string Method => Facts.Method;

        /// <summary>The address without user information and secrets, or null.</summary>
        public string Url => Facts.Url;

        internal Failure Facts { get; }

        /// <summary>Whether the answer names this type of problem.</summary>
        public bool IsProblem(string type) => Problem != null && Problem.Type == type;

        /// <summary>Whether the answer names this precondition of DAV.</summary>
        public bool HasCondition(XName condition) => Conditions.Contains(condition);

        /// <summary>The body as the JSON that is documented for this status.</summary>
        public T Decode<T>() => Json.Read<T>(System.Text.Encoding.UTF8.GetString(Body));
    }

    /// <summary>A problem (RFC 9457).</summary>
    public sealed class Problem
    {
        internal Problem(JObject found)
        {
            Type = Text(found, "type") ?? "about:blank";
            Title = Text(found, "title");
            Detail = Text(found, "detail");
            Instance = Text(found, "instance");
            Extensions = found.Properties().Where(one => !Standard.Contains(one.Name)).ToDictionary(one => one.Name, one => one.Value);
        }

        private static readonly string[] Standard = { "type", "title", "status", "detail", "instance" };

        /// <summary>The URI of the type; about:blank where there is none.</summary>
        public string Type { get; }

        /// <summary>What problems of this type are called, or null.</summary>
        public string Title { get; }

        /// <summary>What is the matter this time, or null.</summary>
        public string Detail { get; }

        /// <summary>The URI of this one problem, or null.</summary>
        public string Instance { get; }

        /// <summary>The other members, as they came.</summary>
        public IReadOnlyDictionary<string, JToken> Extensions { get; }

        internal static Problem Read(byte[] body)
        {
            try
            {
                var found = JsonReading.Read(body) as JObject;
                return found == null ? null : new Problem(found);
            }
            catch (JsonFault)
            {
                return null;
            }
        }

        private static string Text(JObject found, string name)
        {
            var value = found[name];
            return value != null && value.Type == JTokenType.String ? (string)value : null;
        }
    }
}
