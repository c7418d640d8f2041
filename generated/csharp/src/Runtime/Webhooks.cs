using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Verifies and reads what a server posts. It needs no client.</summary>
    public static partial class Webhooks
    {
        /// <summary>
        /// Reads a message that was signed, a short while ago, with one of the secrets. Give two while one replaces the other. The body is
        /// the one that came, to the byte. The tolerance is five minutes unless said.
        /// </summary>
        public static WebhookMessage Verify(
            IEnumerable<KeyValuePair<string, string>> headers,
            byte[] body,
            IEnumerable<string> secrets,
            DateTimeOffset? now = null,
            TimeSpan? tolerance = null)
        {
            var told = new Headers(headers);
            string id = told["webhook-id"], moment = told["webhook-timestamp"], signatures = told["webhook-signature"];
            if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(moment) || string.IsNullOrEmpty(signatures))
            {
                throw Unverified("missing");
            }

            CheckTime(moment, now ?? DateTimeOffset.UtcNow, tolerance ?? TimeSpan.FromMinutes(5));
            CheckSignatures(id + "." + moment + ".", body, secrets, signatures);
            return Read(body);
        }

        private static void CheckTime(string moment, DateTimeOffset now, TimeSpan tolerance)
        {
            long seconds;
            var isNumber = long.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds < 1L << 36;
            if (!isNumber || (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > tolerance)
            {
                throw Unverified("timestamp");
            }
        }

        private static void CheckSignatures(string prefix, byte[] body, IEnumerable<string> secrets, string signatures)
        {
            var signed = Encoding.UTF8.GetBytes(prefix).Concat(body).ToArray();
            var isRight = false;
            foreach (var secret in secrets)
            {
                using (var made = new HMACSHA256(Key(secret)))
                {
                    var wanted = "v1," + Convert.ToBase64String(made.ComputeHash(signed));
                    foreach (var one in signatures.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries))
                    {
                        isRight = IsSame(one, wanted) | isRight;
                    }
                }
            }

            if (!isRight)
            {
                throw Unverified("mismatch");
            }
        }

        /// <summary>Takes the same time wherever two texts differ.</summary>
        private static bool IsSame(string left, string right)
        {
            var difference = left.Length ^ right.Length;
            for (var i = 0; i < left.Length && i < right.Length; i++)
            {
                difference |= left[i] ^ right[i];
            }

            return difference == 0;
        }

        /// <summary>A secret in base64 behind whsec_, or the text itself.</summary>
        private static byte[] Key(string secret)
        {
            if (!secret.StartsWith("whsec_", StringComparison.Ordinal))
            {
                return Encoding.UTF8.GetBytes(secret);
            }

            try
            {
                return Convert.FromBase64String(secret.Substring(6));
            }
            catch (FormatException)
            {
                throw Failures.Misused("a secret of a webhook is not base64 behind whsec_");
            }
        }

        private static A3davException Unverified(string reason) => Failures.Make(new Failure("webhook_signature") { Reason = reason });

        private static WebhookMessage Read(byte[] body)
        {
            try
            {
                var found = JsonReading.Read(body);
                var told = (found as JObject)?["type"];
                var type = told != null && told.Type == JTokenType.String ? (string)told : null;
                var payload = PayloadOf(type);
                return new WebhookMessage(type, payload == null ? null : Codec.Read(found, payload), found);
            }
            catch (JsonFault fault)
            {
                throw Failures.Make(new Failure("decode") { Body = body, Reason = fault.Message });
            }
        }
    }

    /// <summary>What a server posted.</summary>
    public sealed class WebhookMessage
    {
        internal WebhookMessage(string type, object payload, JToken raw)
        {
            Type = type;
            Payload = payload;
            Raw = raw;
        }

        /// <summary>One of the constants of <see cref="WebhookTypes"/>, a newer one, or null.</summary>
        public string Type { get; }

        /// <summary>The message as what the interface describes for its type, or null when that is not known.</summary>
        public object Payload { get; }

        /// <summary>The message as it came.</summary>
        public JToken Raw { get; }
    }
}
