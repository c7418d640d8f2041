using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>How a client works.</summary>
    public sealed class ClientOptions
    {
        /// <summary>Bounds a call with all its attempts; a stream has this long to its first byte, and again from each piece to the next.</summary>
        public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

        /// <summary>Bounds the making of a connection; a <see cref="Handler"/> of your own has its own.</summary>
        public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

        /// <summary>How often a request is sent again at most, and never where that may do harm.</summary>
        public int Retries { get; set; } = 2;

        /// <summary>Bounds what is read of an answer that is not a download: bytes.</summary>
        public long LargestBody { get; set; } = 64L << 20;

        /// <summary>A product before the one of this package in User-Agent.</summary>
        public string UserAgent { get; set; }

        /// <summary>Another transport: one with a proxy or certificates, or a test's. It must not follow redirects, nor keep cookies.</summary>
        public HttpMessageHandler Handler { get; set; }

        /// <summary>Another clock.</summary>
        public IClock Clock { get; set; } = new SystemClock();

        /// <summary>Numbers from 0 up to, and without, 1: for delays and idempotency keys.</summary>
        public Func<double> Random { get; set; } = SystemRandom.Next;

        /// <summary>Is told of each attempt, without anything secret.</summary>
        public Action<RequestLog> Log { get; set; }
    }

    /// <summary>How one call works, in place of what its client says.</summary>
    public sealed class CallOptions
    {
        /// <summary>As <see cref="ClientOptions.Timeout"/>.</summary>
        public TimeSpan? Timeout { get; set; }

        /// <summary>As <see cref="ClientOptions.Retries"/>.</summary>
        public int? Retries { get; set; }

        /// <summary>The key of a request that takes one, so that even a new call is the same request.</summary>
        public string IdempotencyKey { get; set; }

        /// <summary>X-Request-Id of the request.</summary>
        public string RequestId { get; set; }

        /// <summary>More headers of the request.</summary>
        public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

        /// <summary>Is told status, headers and attempts of each answer.</summary>
        public Action<ResponseInfo> OnResponse { get; set; }
    }

    /// <summary>What came beside the body of an answer.</summary>
    public sealed class ResponseInfo
    {
        internal ResponseInfo(int status, Headers headers, int attempts)
        {
            Status = status;
            Headers = headers;
            Attempts = attempts;
        }

        /// <summary>The status.</summary>
        public int Status { get; }

        /// <summary>The headers.</summary>
        public Headers Headers { get; }

        /// <summary>How often the request was sent.</summary>
        public int Attempts { get; }
    }

    /// <summary>One attempt, without anything secret.</summary>
    public sealed class RequestLog
    {
        /// <summary>The call.</summary>
        public string Operation { get; internal set; }

        /// <summary>The method.</summary>
        public string Method { get; internal set; }

        /// <summary>The address, without user information and secrets.</summary>
        public string Url { get; internal set; }

        /// <summary>The status, or null when there was no answer.</summary>
        public int? Status { get; internal set; }

        /// <summary>What went wrong in one word, or null.</summary>
        public string Code { get; internal set; }

        /// <summary>1 for the first.</summary>
        public int Attempt { get; internal set; }

        /// <summary>How long it took.</summary>
        public TimeSpan Duration { get; internal set; }
    }

    /// <summary>Tells the time and waits. Tests bring their own.</summary>
    public interface IClock
    {
        /// <summary>What counts as now.</summary>
        DateTimeOffset Now { get; }

        /// <summary>Waits, and ends early when it is cancelled.</summary>
        Task SleepAsync(TimeSpan duration, CancellationToken cancellationToken);
    }

    internal sealed class SystemClock : IClock
    {
        public DateTimeOffset Now => DateTimeOffset.UtcNow;

        public Task SleepAsync(TimeSpan duration, CancellationToken cancellationToken) => Task.Delay(duration, cancellationToken);
    }

    internal static class SystemRandom
    {
        private static readonly Random Source = new Random(Guid.NewGuid().GetHashCode());

        public static double Next()
        {
            lock (Source)
            {
                return Source.NextDouble();
            }
        }
    }
}
