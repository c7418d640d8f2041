using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>
    /// What comes one by one, and is asked for when it is needed: <c>await foreach</c> of C# 8 and later takes it; before,
    /// <c>ForEachAsync</c>, <c>ToListAsync</c>, or <c>GetAsyncEnumerator</c>.
    /// </summary>
    public class AsyncSequence<T>
    {
        private readonly Func<CancellationToken, AsyncCursor<T>> open;
        private readonly CancellationToken own;

        internal AsyncSequence(Func<CancellationToken, AsyncCursor<T>> open, CancellationToken own)
        {
            this.open = open;
            this.own = own;
        }

        /// <summary>Begins anew. Without a token, the one of the call cancels it.</summary>
        public AsyncCursor<T> GetAsyncEnumerator(CancellationToken cancellationToken = default(CancellationToken)) =>
            open(cancellationToken.CanBeCanceled ? cancellationToken : own);

        /// <summary>All items, or the first ones; what comes behind these is not asked for.</summary>
        public async Task<List<T>> ToListAsync(int most = int.MaxValue)
        {
            var found = new List<T>();
            using (var cursor = GetAsyncEnumerator())
            {
                while (found.Count < most && await cursor.MoveNextAsync().ConfigureAwait(false))
                {
                    found.Add(cursor.Current);
                }
            }

            return found;
        }

        /// <summary>Does something with each item.</summary>
        public Task ForEachAsync(Action<T> act) =>
            ForEachAsync(item =>
            {
                act(item);
                return Task.CompletedTask;
            });

        /// <summary>Does something with each item, one after the other.</summary>
        public async Task ForEachAsync(Func<T, Task> act)
        {
            using (var cursor = GetAsyncEnumerator())
            {
                while (await cursor.MoveNextAsync().ConfigureAwait(false))
                {
                    await act(cursor.Current).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>A walk through a sequence.</summary>
    public abstract class AsyncCursor<T> : IDisposable
    {
        internal AsyncCursor()
        {
        }

        /// <summary>The item where the walk stands.</summary>
        public T Current { get; internal set; }

        /// <summary>Goes to the next item, and tells whether there is one.</summary>
        public abstract Task<bool> MoveNextAsync();

        /// <summary>Ends the walk, wherever it stands.</summary>
        public virtual void Dispose()
        {
        }

        /// <summary>The same, as <c>await foreach</c> asks for it.</summary>
        public Task DisposeAsync()
        {
            Dispose();
            return Task.CompletedTask;
        }

        internal bool Tells(T item)
        {
            Current = item;
            return true;
        }
    }
}
