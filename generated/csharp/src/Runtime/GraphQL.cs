using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Asks what the schema offers. Its other methods are the operations that are known by name.</summary>
    public sealed partial class GraphQLService
    {
        private readonly Core core;

        internal GraphQLService(Core core)
        {
            this.core = core;
        }

        /// <summary>Asks a document of your own, once. The data is a type of this package, or a <see cref="JToken"/>.</summary>
        public Task<T> SendAsync<T>(
            string document,
            string operation = null,
            object variables = null,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken)) =>
            AskAsync<T>(Retry.Never, document, operation, variables as JObject ?? Json.ToToken(variables ?? new JObject()), options, cancellationToken);

        private static void Give(JObject variables, string name, object value)
        {
            if (!(value is IOptional) || !((IOptional)value).IsAbsent)
            {
                variables[name] = Json.ToToken(value);
            }
        }

        private async Task<T> AskAsync<T>(
            Retry retry, string document, string operation, JToken variables, CallOptions options, CancellationToken cancellationToken)
        {
            var request = new ApiRequest("graphql." + operation, "POST", Identity.GraphQLPath, retry).Accept("application/json");
            request.Headers["GraphQL-Require-Preflight"] = "1";
            var body = new JObject { { "query", document }, { "variables", variables } };
            if (operation != null)
            {
                body["operationName"] = operation;
            }

            request.CarryJson(body, "application/json");
            try
            {
                var got = await core.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
                return Read<T>(request, got);
            }
            catch (ResponseException refused)
            {
                var told = Answered(refused.Body);
                if (told == null || Errors(told).Count == 0)
                {
                    throw;
                }

                throw Failed(refused.Facts, told);
            }
        }

        private static T Read<T>(ApiRequest request, Answer got)
        {
            var found = Answered(got.Body);
            if (found != null && Errors(found).Count > 0)
            {
                var facts = got.Undecodable(request, null).Facts;
                facts.Status = got.Status;
                throw Failed(facts, found);
            }

            var data = found?["data"];
            if (data == null)
            {
                throw got.Undecodable(request, "this is no answer of GraphQL");
            }

            try
            {
                return (T)Codec.Read(data, typeof(T));
            }
            catch (JsonFault fault)
            {
                throw got.Undecodable(request, fault.Message);
            }
        }

        private static JObject Answered(byte[] body)
        {
            try
            {
                return JsonReading.Read(body) as JObject;
            }
            catch (JsonFault)
            {
                return null;
            }
        }

        private static List<GraphQLError> Errors(JObject found) =>
            (found["errors"] as JArray)?.OfType<JObject>().Select(one => new GraphQLError(one)).ToList() ?? new List<GraphQLError>();

        private static A3davException Failed(Failure facts, JObject found)
        {
            facts.Code = "graphql";
            facts.GraphQL = Errors(found);
            facts.PartialData = found["data"];
            return Failures.Make(facts);
        }
    }

    /// <summary>One of the errors in an answer of GraphQL.</summary>
    public sealed class GraphQLError
    {
        internal GraphQLError(JObject found)
        {
            Message = found["message"] != null && found["message"].Type == JTokenType.String ? (string)found["message"] : string.Empty;
            Path = (found["path"] as JArray)?.ToList() ?? new List<JToken>();
            Extensions = found["extensions"] as JObject ?? new JObject();
        }

        /// <summary>What is the matter.</summary>
        public string Message { get; }

        /// <summary>Leads to what is null because of it: names, and the numbers of places in lists.</summary>
        public IReadOnlyList<JToken> Path { get; }

        /// <summary>What else the server says.</summary>
        public JObject Extensions { get; }
    }

    /// <summary>An answer of GraphQL that names errors.</summary>
    public sealed class GraphQLException : A3davException
    {
        internal GraphQLException(Failure failure)
            : base(failure)
        {
        }

        /// <summary>What the server names.</summary>
        public IReadOnlyList<GraphQLError> Errors => Facts.GraphQL;

        /// <summary>What could be answered all the same, or null.</summary>
        public JToken PartialData => Facts.PartialData;
    }
}
