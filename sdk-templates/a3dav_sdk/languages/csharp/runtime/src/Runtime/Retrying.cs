using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace A3dav.Client
{
    /// <summary>When a request may be sent again.</summary>
    internal enum Retry
    {
        Never,
        Keyed,
        Idempotent,
        Safe,
    }

    /// <summary>Which failures are worth another attempt, and how long to wait for it.</summary>
    internal static class Retrying
    {
        public const double FirstDelay = 0.5;
        private const double MostDelay = 8;
        private static readonly TimeSpan MostAsked = TimeSpan.FromSeconds(60);

        /// <summary>What a timer can wait for.</summary>
        private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

        /// <summary>RFC 9110 §5.6.7, the obsolete forms too.</summary>
        private static readonly string[] Dates = { "r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy" };
        private static readonly int[] Passing = { 408, 429, 502, 503, 504 };

        private static readonly Dictionary<string, Retry> Classes = new Dictionary<string, Retry>
        {
            { "GET", Retry.Safe }, { "HEAD", Retry.Safe }, { "OPTIONS", Retry.Safe }, { "TRACE", Retry.Safe },
            { "PROPFIND", Retry.Safe }, { "REPORT", Retry.Safe }, { "QUERY", Retry.Safe }, { "SEARCH", Retry.Safe },
            { "PUT", Retry.Idempotent }, { "DELETE", Retry.Idempotent }, { "PROPPATCH", Retry.Idempotent },
            { "MKCOL", Retry.Idempotent }, { "MKCALENDAR", Retry.Idempotent }, { "COPY", Retry.Idempotent },
            { "MOVE", Retry.Idempotent }, { "ACL", Retry.Idempotent }, { "UNLOCK", Retry.Idempotent },
        };

        public static Retry ClassOf(string method)
        {
            Retry found;
            return Classes.TryGetValue(method, out found) ? found : Retry.Never;
        }

        public static bool IsWorth(int status) => Passing.Contains(status);

        /// <summary>How long to wait before the n-th further attempt.</summary>
        public static TimeSpan Delay(int n, double first, Func<double> random) =>
            TimeSpan.FromSeconds(Math.Min(MostDelay, first * Math.Pow(2, Math.Min(n, 31) - 1)) * (1 - (0.5 * random())));

        /// <summary>Seconds or a date; null for what is broken, negative, past, or not there.</summary>
        public static TimeSpan? After(Headers headers, DateTimeOffset now)
        {
            var text = headers["Retry-After"]?.Trim();
            if (string.IsNullOrEmpty(text))
            {
                return null;
            }

            if (text.All(letter => letter >= '0' && letter <= '9'))
            {
                int seconds;
                var isShort = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
                return isShort && seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
            }

            DateTimeOffset date;
            var read = DateTimeOffset.TryParseExact(
                text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out date);
            return read && date >= now ? TimeSpan.FromSeconds(Math.Min((date - now).TotalSeconds, Longest.TotalSeconds)) : (TimeSpan?)null;
        }

        /// <summary>How long to wait for another attempt, or null when there is none.</summary>
        public static TimeSpan? Wait(Call call, Failure failure, ApiRequest request, int attempt)
        {
            if (request.Class == Retry.Never || attempt > call.Retries || !failure.MayPass || !request.CanRepeat)
            {
                return null;
            }

            var now = call.Settings.Clock.Now;
            var pause = After(failure.Headers, now) ?? Delay(attempt, FirstDelay, call.Settings.Random);
            return pause <= MostAsked && pause < call.Deadline - now ? pause : (TimeSpan?)null;
        }
    }
}
