using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>All that is known of an error.</summary>
    internal sealed class Failure
    {
        public Failure(string code)
        {
            Code = code;
        }

        public string Code { get; set; }

        public int? Status { get; set; }

        public Problem Problem { get; set; }

        public IReadOnlyList<XName> Conditions { get; set; } = new XName[0];

        public Headers Headers { get; set; } = new Headers();

        public byte[] Body { get; set; } = new byte[0];

        public int Attempts { get; set; } = 1;

        public string Method { get; set; }

        public string Url { get; set; }

        public string Reason { get; set; }

        public Exception Cause { get; set; }

        public IReadOnlyList<GraphQLError> GraphQL { get; set; } = new GraphQLError[0];

        public JToken PartialData { get; set; }

        /// <summary>Whether the same request may fare better a little later.</summary>
        public bool MayPass =>
            Code == "connection" || (Status != null && Code == Failures.CodeOf(Status.Value) && Retrying.IsWorth(Status.Value));

        public string Sentence()
        {
            var text = Method == null ? string.Empty : Method + " " + Url + ": ";
            text += Status == null ? string.Empty : Status.Value.ToString(CultureInfo.InvariantCulture) + " ";
            var detail = Reason ?? Problem?.Detail ?? Problem?.Title ?? Conditions.FirstOrDefault()?.ToString()
                ?? GraphQL.FirstOrDefault()?.Message ?? Cause?.Message;
            return text + Code.Replace('_', ' ') + (detail == null ? string.Empty : ": " + detail);
        }

        /// <summary>Adds what the body of the answer says.</summary>
        public Failure Described()
        {
            var media = Headers.MediaType;
            if (media == "application/problem+json")
            {
                Problem = Problem.Read(Body);
            }
            else if (media == "application/xml" || media == "text/xml")
            {
                Conditions = XmlReading.Conditions(Body);
            }

            JToken condition;
            if (Problem != null && Problem.Extensions.TryGetValue("condition", out condition) && condition.Type == JTokenType.String)
            {
                var name = XmlReading.Name((string)condition);
                Conditions = name == null ? Conditions : new[] { name };
            }

            return this;
        }
    }

    /// <summary>Gives each failure its class.</summary>
    internal static class Failures
    {
        private static readonly Dictionary<int, string> Codes = new Dictionary<int, string>
        {
            { 304, "not_modified" }, { 400, "bad_request" }, { 401, "unauthorized" }, { 403, "forbidden" }, { 404, "not_found" },
            { 405, "method_not_allowed" }, { 406, "not_acceptable" }, { 409, "conflict" }, { 410, "gone" },
            { 412, "precondition_failed" }, { 413, "content_too_large" }, { 415, "unsupported_media_type" },
            { 422, "unprocessable" }, { 423, "locked" }, { 424, "failed_dependency" }, { 428, "precondition_required" },
            { 429, "rate_limited" }, { 500, "server_error" }, { 502, "bad_gateway" }, { 503, "unavailable" },
            { 504, "gateway_timeout" }, { 507, "insufficient_storage" },
        };

        private static readonly Dictionary<string, Func<Failure, A3davException>> Kinds = new Dictionary<string, Func<Failure, A3davException>>
        {
            { "not_modified", one => new NotModifiedException(one) },
            { "bad_request", one => new BadRequestException(one) },
            { "unauthorized", one => new UnauthorizedException(one) },
            { "forbidden", one => new ForbiddenException(one) },
            { "not_found", one => new NotFoundException(one) },
            { "method_not_allowed", one => new MethodNotAllowedException(one) },
            { "not_acceptable", one => new NotAcceptableException(one) },
            { "conflict", one => new ConflictException(one) },
            { "gone", one => new GoneException(one) },
            { "precondition_failed", one => new PreconditionFailedException(one) },
            { "content_too_large", one => new ContentTooLargeException(one) },
            { "unsupported_media_type", one => new UnsupportedMediaTypeException(one) },
            { "unprocessable", one => new UnprocessableException(one) },
            { "locked", one => new LockedException(one) },
            { "failed_dependency", one => new FailedDependencyException(one) },
            { "precondition_required", one => new PreconditionRequiredException(one) },
            { "rate_limited", one => new RateLimitedException(one) },
            { "client_error", one => new ClientErrorException(one) },
            { "server_error", one => new ServerErrorException(one) },
            { "bad_gateway", one => new BadGatewayException(one) },
            { "unavailable", one => new UnavailableException(one) },
            { "gateway_timeout", one => new GatewayTimeoutException(one) },
            { "insufficient_storage", one => new InsufficientStorageException(one) },
            { "connection", one => new ConnectionException(one) },
            { "timeout", one => new CallTimeoutException(one) },
            { "decode", one => new DecodeException(one) },
            { "redirect", one => new RedirectException(one) },
            { "graphql", one => new GraphQLException(one) },
            { "webhook_signature", one => new WebhookSignatureException(one) },
            { "stream", one => new StreamException(one) },
            { "configuration", one => new ConfigurationException(one) },
        };

        public static A3davException Make(Failure failure) => Kinds[failure.Code](failure);

        public static A3davException Misused(string reason) => Make(new Failure("configuration") { Reason = reason });

        public static string CodeOf(int status)
        {
            string code;
            if (Codes.TryGetValue(status, out code))
            {
                return code;
            }

            return status >= 500 ? "server_error" : status >= 400 ? "client_error" : "redirect";
        }
    }
}
