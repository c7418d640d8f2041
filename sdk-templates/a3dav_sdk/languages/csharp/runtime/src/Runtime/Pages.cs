using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>The items of a list that comes in pages.</summary>
    public sealed class Paged<T> : AsyncSequence<T>
    {
        private readonly AsyncSequence<Page<T>> pages;

        internal Paged(Core core, ApiRequest request, PageRule rule, CallOptions options, CancellationToken own)
            : base(token => new ItemCursor<T>(new PageCursor<T>(core, request, rule, options, token)), own)
        {
            pages = new AsyncSequence<Page<T>>(token => new PageCursor<T>(core, request, rule, options, token), own);
        }

        /// <summary>The pages as a whole.</summary>
        public AsyncSequence<Page<T>> Pages() => pages;
    }

    /// <summary>One page of a list.</summary>
    public sealed class Page<T>
    {
        internal Page(IReadOnlyList<T> items, string next, IReadOnlyDictionary<string, JToken> extra)
        {
            Items = items;
            Next = next;
            Extra = extra;
        }

        /// <summary>What is on it.</summary>
        public IReadOnlyList<T> Items { get; }

        /// <summary>The cursor of the page behind this one, or null.</summary>
        public string Next { get; }

        /// <summary>The other members of the page.</summary>
        public IReadOnlyDictionary<string, JToken> Extra { get; }
    }

    /// <summary>A parameter, and two members of what it brings.</summary>
    internal sealed class PageRule
    {
        public PageRule(string cursor, string items, string next)
        {
            Cursor = cursor;
            Items = items;
            Next = next;
        }

        public string Cursor { get; }

        public string Items { get; }

        public string Next { get; }
    }

    internal sealed class PageCursor<T> : AsyncCursor<Page<T>>
    {
        private readonly Core core;
        private readonly ApiRequest request;
        private readonly PageRule rule;
        private readonly CallOptions options;
        private readonly CancellationToken cancellationToken;
        private readonly HashSet<string> seen = new HashSet<string>();

        public PageCursor(Core core, ApiRequest request, PageRule rule, CallOptions options, CancellationToken cancellationToken)
        {
            this.core = core;
            this.request = request;
            this.rule = rule;
            this.options = options;
            this.cancellationToken = cancellationToken;
        }

        public override async Task<bool> MoveNextAsync()
        {
            if (Current != null && Current.Next == null)
            {
                return false;
            }

            var asked = request.Copy();
            if (Current != null)
            {
                asked.SetQuery(rule.Cursor, Current.Next);
            }

            var got = await core.SendAsync(asked, options, cancellationToken).ConfigureAwait(false);
            var page = Read(asked, got);
            return page.Next == null || seen.Add(page.Next)
                ? Tells(page)
                : throw got.Undecodable(asked, "the next page is one that was read already");
        }

        private Page<T> Read(ApiRequest asked, Answer got)
        {
            try
            {
                var found = JsonReading.Read(got.Body) as JObject ?? throw new JsonFault("the page is no object");
                var items = found[rule.Items] == null ? new List<T>() : (List<T>)Codec.Read(found[rule.Items], typeof(List<T>));
                var next = found[rule.Next] == null ? null : (string)Codec.Read(found[rule.Next], typeof(string));
                var extra = found.Properties().Where(one => one.Name != rule.Items && one.Name != rule.Next);
                return new Page<T>(items ?? new List<T>(), string.IsNullOrEmpty(next) ? null : next, extra.ToDictionary(one => one.Name, one => one.Value));
            }
            catch (JsonFault fault)
            {
                throw got.Undecodable(asked, fault.Message);
            }
        }
    }

    internal sealed class ItemCursor<T> : AsyncCursor<T>
    {
        private readonly PageCursor<T> pages;
        private int place = -1;

        public ItemCursor(PageCursor<T> pages)
        {
            this.pages = pages;
        }

        public override async Task<bool> MoveNextAsync()
        {
            place++;
            while (pages.Current == null || place >= pages.Current.Items.Count)
            {
                if (!await pages.MoveNextAsync().ConfigureAwait(false))
                {
                    return false;
                }

                place = 0;
            }

            return Tells(pages.Current.Items[place]);
        }
    }
}
