using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>One of a stream of server-sent events.</summary>
    public sealed class StreamEvent<T>
    {
        internal StreamEvent(Frame frame)
        {
            Id = frame.Id ?? string.Empty;
            Event = frame.Kind;
            Json = JsonReading.Read(frame.Data);
            try
            {
                Data = (T)Codec.Read(Json, typeof(T));
            }
            catch (JsonFault)
            {
                IsUnknown = true;
            }
        }

        /// <summary>What a later call gives as Last-Event-ID to go on behind this event.</summary>
        public string Id { get; }

        /// <summary>The kind of the event: <c>message</c> where the server says none.</summary>
        public string Event { get; }

        /// <summary>What it tells; nothing where <see cref="IsUnknown"/>.</summary>
        public T Data { get; }

        /// <summary>The data as it came.</summary>
        public JToken Json { get; }

        /// <summary>Whether the data is not of the type, as an event of another kind has it.</summary>
        public bool IsUnknown { get; }
    }

    /// <summary>A stream that goes on: behind an end or a failure it connects again and asks for what came since.</summary>
    internal sealed class EventCursor<T> : AsyncCursor<StreamEvent<T>>
    {
        private readonly Core core;
        private readonly ApiRequest request;
        private readonly CallOptions options;
        private readonly CancellationToken cancellationToken;
        private string last;
        private double? retry;
        private int failures;
        private Answer answer;
        private Frames frames;

        public EventCursor(Core core, ApiRequest request, CallOptions options, CancellationToken cancellationToken)
        {
            this.core = core;
            this.request = request;
            this.options = WithoutRetries(options);
            this.cancellationToken = cancellationToken;
            request.Headers.TryGetValue("Last-Event-ID", out last);
        }

        public override async Task<bool> MoveNextAsync()
        {
            while (true)
            {
                A3davException failure = null;
                try
                {
                    if (frames == null && !await ConnectAsync().ConfigureAwait(false))
                    {
                        return false;
                    }

                    if (await ReadAsync().ConfigureAwait(false))
                    {
                        return true;
                    }
                }
                catch (A3davException error) when (error.Facts.MayPass || error.Code == "timeout")
                {
                    failure = error;
                }

                Dispose();
                await RestAsync(failure).ConfigureAwait(false);
            }
        }

        public override void Dispose()
        {
            frames = null;
            answer?.Open?.Dispose();
            answer = null;
        }

        private static CallOptions WithoutRetries(CallOptions told)
        {
            var made = new CallOptions { Retries = 0, Timeout = told?.Timeout, RequestId = told?.RequestId, OnResponse = told?.OnResponse };
            foreach (var one in told?.Headers ?? made.Headers)
            {
                made.Headers[one.Key] = one.Value;
            }

            return made;
        }

        private async Task<bool> ConnectAsync()
        {
            var asked = request.Copy();
            asked.IsOpen = true;
            asked.Headers.Remove("Last-Event-ID");
            if (!string.IsNullOrEmpty(last))
            {
                asked.Headers["Last-Event-ID"] = last;
            }

            answer = await core.SendAsync(asked, options, cancellationToken).ConfigureAwait(false);
            if (answer.Status == 204)
            {
                Dispose();
                return false;
            }

            if (answer.Headers.MediaType != "text/event-stream")
            {
                var reason = "the answer is \"" + answer.Headers["Content-Type"] + "\" and no stream of events";
                Dispose();
                throw Broken(reason);
            }

            frames = new Frames(answer.Open, core.Options.LargestBody, last);
            return true;
        }

        private async Task<bool> ReadAsync()
        {
            try
            {
                var frame = await frames.NextAsync(cancellationToken).ConfigureAwait(false);
                if (frame == null)
                {
                    return false;
                }

                failures = 0;
                return Tells(new StreamEvent<T>(frame));
            }
            catch (JsonFault fault)
            {
                Dispose();
                throw Broken(fault.Message);
            }
            finally
            {
                last = frames?.Id ?? last;
                retry = frames?.Retry ?? retry;
            }
        }

        private async Task RestAsync(A3davException failure)
        {
            failures++;
            var pause = failure == null ? null : Retrying.After(failure.Headers, core.Clock.Now);
            pause = pause ?? Retrying.Delay(failures, retry ?? Retrying.FirstDelay, core.Random);
            await core.Clock.SleepAsync(pause.Value, cancellationToken).ConfigureAwait(false);
        }

        private A3davException Broken(string reason) =>
            Failures.Make(new Failure("stream") { Method = request.Method, Url = Addresses.Redacted(request.Address(core.Root)), Reason = reason });
    }

    /// <summary>A stream of JSON, a value on each line.</summary>
    internal sealed class LineCursor<T> : AsyncCursor<T>
    {
        private readonly Core core;
        private readonly ApiRequest request;
        private readonly CallOptions options;
        private readonly CancellationToken cancellationToken;
        private Answer answer;
        private Lines lines;

        public LineCursor(Core core, ApiRequest request, CallOptions options, CancellationToken cancellationToken)
        {
            this.core = core;
            this.request = request.Copy();
            this.options = options;
            this.cancellationToken = cancellationToken;
            this.request.IsOpen = true;
        }

        public override async Task<bool> MoveNextAsync()
        {
            if (answer == null)
            {
                answer = await core.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
                lines = new Lines(answer.Open, core.Options.LargestBody, false);
            }

            try
            {
                while (lines.Rest == null)
                {
                    var line = await lines.NextAsync(cancellationToken).ConfigureAwait(false) ?? lines.Rest;
                    if (line.Any(one => one != ' ' && one != '\t' && one != '\r'))
                    {
                        return Tells((T)Codec.Read(JsonReading.Read(line), typeof(T)));
                    }
                }

                return false;
            }
            catch (JsonFault fault)
            {
                throw answer.Undecodable(request, fault.Message);
            }
        }

        public override void Dispose() => answer?.Open.Dispose();
    }
}
