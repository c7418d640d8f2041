using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>One call with all its attempts.</summary>
    internal sealed class Call
    {
        public const int MostOfError = 64 << 10;

        private readonly CallOptions options;
        private readonly TimeSpan timeout;

        public Call(Core core, CallOptions options)
        {
            Settings = core;
            this.options = options;
            timeout = options.Timeout ?? core.Options.Timeout;
            Retries = options.Retries ?? core.Options.Retries;
            Deadline = timeout == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : core.Clock.Now + timeout;
        }

        public Core Settings { get; }

        public int Retries { get; }

        public DateTimeOffset Deadline { get; }

        public async Task<Answer> RunAsync(ApiRequest request, CancellationToken cancellationToken)
        {
            Prepare(request);
            var hop = new Hop(this, request);
            var watch = new Watch(cancellationToken, timeout);
            Answer answer = null;
            try
            {
                for (var attempt = 1; answer == null; attempt++)
                {
                    answer = await TryAsync(watch, hop, request, attempt).ConfigureAwait(false);
                }

                return answer;
            }
            finally
            {
                if (answer == null || answer.Open == null)
                {
                    watch.Dispose();
                }
            }
        }

        /// <summary>An attempt; null when there is to be another one, whose delay is over.</summary>
        private async Task<Answer> TryAsync(Watch watch, Hop hop, ApiRequest request, int attempt)
        {
            ExceptionDispatchInfo thrown;
            Failure failure;
            try
            {
                return await AttemptAsync(watch, hop, request, attempt).ConfigureAwait(false);
            }
            catch (A3davException error)
            {
                thrown = ExceptionDispatchInfo.Capture(error);
                failure = error.Facts;
            }

            var pause = Retrying.Wait(this, failure, request, attempt);
            if (pause == null)
            {
                thrown.Throw();
            }

            try
            {
                if (pause > TimeSpan.Zero)
                {
                    await Settings.Clock.SleepAsync(pause.Value, watch.Token).ConfigureAwait(false);
                }

                return null;
            }
            catch (OperationCanceledException) when (watch.IsExpired)
            {
                throw Named(new Failure("timeout") { Reason = "no answer in time" }, hop, request, attempt);
            }
        }

        private async Task<Answer> AttemptAsync(Watch watch, Hop hop, ApiRequest request, int attempt)
        {
            var began = Stopwatch.StartNew();
            var log = new RequestLog { Operation = request.Operation, Method = request.Method, Attempt = attempt };
            try
            {
                var answer = await JudgedAsync(watch, hop, request, attempt).ConfigureAwait(false);
                log.Status = answer.Status;
                answer.Attempts = attempt;
                options.OnResponse?.Invoke(new ResponseInfo(answer.Status, answer.Headers, attempt));
                return answer;
            }
            catch (OperationCanceledException)
            {
                log.Code = "cancelled";
                throw;
            }
            catch (A3davException error)
            {
                log.Status = error.Status;
                log.Code = error.Code;
                throw;
            }
            finally
            {
                log.Url = Addresses.Redacted(hop.Address);
                log.Duration = began.Elapsed;
                Settings.Options.Log?.Invoke(log);
            }
        }

        private async Task<Answer> JudgedAsync(Watch watch, Hop hop, ApiRequest request, int attempt)
        {
            try
            {
                var got = await hop.FollowAsync(watch, request).ConfigureAwait(false);
                return await ReadAsync(watch, hop, request, attempt, got).ConfigureAwait(false);
            }
            catch (Exception error) when (Understood(error))
            {
                throw Judged(error, watch, hop, request, attempt);
            }
        }

        /// <summary>Reads what is to be read, and makes an error of an answer that says so.</summary>
        private async Task<Answer> ReadAsync(Watch watch, Hop hop, ApiRequest request, int attempt, HttpResponseMessage got)
        {
            var status = (int)got.StatusCode;
            var isGood = status >= 200 && status < 300;
            var answer = new Answer { Status = status, Headers = new Headers(got), Address = hop.Address };
            var source = got.Content == null ? Stream.Null : await watch.WaitAsync(got.Content.ReadAsStreamAsync()).ConfigureAwait(false);
            var length = request.Method == "HEAD" ? null : answer.Headers.Length;
            var open = new WatchedStream(got, source, length, watch, error => Judged(error, watch, hop, request, attempt));
            if (isGood && request.IsOpen)
            {
                watch.Pause();
                answer.Open = open;
                return answer;
            }

            using (got)
            {
                var most = isGood ? Settings.Options.LargestBody : MostOfError;
                answer.Body = await open.ReadAsync(most, isGood).ConfigureAwait(false);
            }

            if (!isGood)
            {
                var refused = new Failure(Failures.CodeOf(status)) { Status = status, Headers = answer.Headers, Body = answer.Body };
                throw Failures.Make(refused.Described());
            }

            return answer;
        }

        private void Prepare(ApiRequest request)
        {
            request.Headers["User-Agent"] = Settings.UserAgent;
            foreach (var one in options.Headers)
            {
                request.Headers[one.Key] = one.Value;
            }

            if (options.RequestId != null)
            {
                request.Headers["X-Request-Id"] = options.RequestId;
            }

            if (request.Class == Retry.Keyed && !request.Headers.ContainsKey("Idempotency-Key"))
            {
                request.Headers["Idempotency-Key"] = options.IdempotencyKey ?? HexDigits(32);
            }
        }

        private string HexDigits(int count) =>
            new string(Enumerable.Range(0, count).Select(_ => "0123456789abcdef"[(int)(Settings.Random() * 16)]).ToArray());

        /// <summary>What the network, the clock or an answer can do to a call; all else is a mistake in a program.</summary>
        private static bool Understood(Exception error) =>
            error is A3davException || error is OperationCanceledException || error is HttpRequestException || error is IOException
            || error is WebException || error is SocketException || error is ObjectDisposedException || error is InvalidOperationException;

        /// <summary>Says what went wrong with a request: an end that the caller made, one of time, or one of the network.</summary>
        private Exception Judged(Exception error, Watch watch, Hop hop, ApiRequest request, int attempt)
        {
            var known = error as A3davException ?? error.InnerException as A3davException;
            if (known != null)
            {
                return Named(known.Facts, hop, request, attempt);
            }

            if (watch.IsExpired)
            {
                return Named(new Failure("timeout") { Reason = "no answer in time", Cause = error }, hop, request, attempt);
            }

            return watch.Token.IsCancellationRequested
                ? new OperationCanceledException("the call was cancelled", error, watch.Token)
                : (Exception)Named(new Failure("connection") { Cause = error }, hop, request, attempt);
        }

        private static A3davException Named(Failure failure, Hop hop, ApiRequest request, int attempt)
        {
            failure.Method = failure.Method ?? request.Method;
            failure.Url = failure.Url ?? Addresses.Redacted(hop.Address);
            failure.Attempts = attempt;
            return Failures.Make(failure);
        }
    }
}
