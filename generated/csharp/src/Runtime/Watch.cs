using System;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>Ends a call that takes too long: as a whole, or from one piece of a stream to the next.</summary>
    internal sealed class Watch : IDisposable
    {
        private readonly CancellationTokenSource timer = new CancellationTokenSource();
        private readonly CancellationTokenSource both;
        private readonly CancellationToken caller;
        private readonly TimeSpan timeout;

        public Watch(CancellationToken caller, TimeSpan timeout)
        {
            this.caller = caller;
            this.timeout = timeout;
            both = CancellationTokenSource.CreateLinkedTokenSource(caller, timer.Token);
            Token = both.Token;
            Begin();
        }

        public CancellationToken Token { get; }

        /// <summary>Whether the time is over, and it was not the caller who ended the call.</summary>
        public bool IsExpired => timer.IsCancellationRequested && !caller.IsCancellationRequested;

        public void Begin() => timer.CancelAfter(timeout);

        /// <summary>Keeps the time that a reader takes for itself from counting.</summary>
        public void Pause() => timer.CancelAfter(Timeout.InfiniteTimeSpan);

        public void Dispose()
        {
            both.Dispose();
            timer.Dispose();
        }

        /// <summary>Waits for what may not listen to a cancellation itself.</summary>
        public async Task<T> WaitAsync<T>(Task<T> task)
        {
            if (!task.IsCompleted)
            {
                var ended = new TaskCompletionSource<bool>();
                using (Token.Register(() => ended.TrySetResult(true)))
                {
                    await Task.WhenAny(task, ended.Task).ConfigureAwait(false);
                }

                if (!task.IsCompleted)
                {
                    Forget(task);
                    throw new OperationCanceledException(Token);
                }
            }

            return await task.ConfigureAwait(false);
        }

        private static void Forget<T>(Task<T> task) =>
            task.ContinueWith(
                ended =>
                {
                    var unseen = ended.Exception;
                    (ended.Status == TaskStatus.RanToCompletion ? ended.Result as IDisposable : null)?.Dispose();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
    }
}
