using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>Where a request stands on its way through redirects, which it goes but once for all attempts.</summary>
    internal sealed class Hop
    {
        private const int MostRedirects = 5;
        private static readonly int[] Redirects = { 301, 302, 303, 307, 308 };
        private static readonly string[] Private = { "Authorization", "Cookie", "Proxy-Authorization", "Idempotency-Key" };

        private readonly Core core;
        private string method;
        private bool isHome;
        private int count;
        private bool isRenewed;

        public Hop(Call call, ApiRequest request)
        {
            core = call.Settings;
            method = request.Method;
            Address = request.Address(core.Root);
            isHome = Addresses.SameOrigin(Address, core.Root) && !request.IsQuiet;
        }

        public Uri Address { get; private set; }

        /// <summary>Sends a request to where it leads. Credentials go to the origin of the client and to no other.</summary>
        public async Task<HttpResponseMessage> FollowAsync(Watch watch, ApiRequest request)
        {
            while (true)
            {
                var got = await SendAsync(watch, request).ConfigureAwait(false);
                if (!Redirects.Contains((int)got.StatusCode))
                {
                    return got;
                }

                using (got)
                {
                    Move((int)got.StatusCode, new Headers(got), request);
                }
            }
        }

        private async Task<HttpResponseMessage> SendAsync(Watch watch, ApiRequest request)
        {
            string refused = null;
            while (true)
            {
                var sent = Message(request);
                var token = await AuthorizeAsync(sent, request, refused, watch.Token).ConfigureAwait(false);
                var got = await watch.WaitAsync(core.Transport.SendAsync(sent, watch.Token)).ConfigureAwait(false);
                if ((int)got.StatusCode != 401 || token == null || token == refused || isRenewed || !request.CanRepeat)
                {
                    return got;
                }

                got.Dispose();
                refused = token;
                isRenewed = true;
            }
        }

        private HttpRequestMessage Message(ApiRequest request)
        {
            var made = new HttpRequestMessage(new HttpMethod(method), Address);
            made.Headers.ExpectContinue = false;
            made.Content = method == request.Method ? request.Content() : null;
            foreach (var one in request.Headers.Where(one => isHome || !Private.Contains(one.Key, StringComparer.OrdinalIgnoreCase)))
            {
                if (one.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
                {
                    made.Content?.Headers.TryAddWithoutValidation(one.Key, one.Value);
                }
                else
                {
                    made.Headers.TryAddWithoutValidation(one.Key, one.Value);
                }
            }

            return made;
        }

        private async Task<string> AuthorizeAsync(HttpRequestMessage sent, ApiRequest request, string refused, CancellationToken cancellationToken)
        {
            if (!isHome || core.Credential == null || request.Headers.ContainsKey("Authorization"))
            {
                return null;
            }

            var found = await core.Credential.AuthorizeAsync(refused, cancellationToken).ConfigureAwait(false);
            sent.Headers.TryAddWithoutValidation("Authorization", found.Header);
            return found.Token;
        }

        /// <summary>Goes where the answer points, or says why not.</summary>
        private void Move(int status, Headers headers, ApiRequest request)
        {
            var target = Target(headers["Location"]);
            if (target == null)
            {
                throw Refused(status, headers, "a redirect to nowhere");
            }

            if (++count > MostRedirects)
            {
                throw Refused(status, headers, "more redirects than are followed");
            }

            if (request.Class != Retry.Safe)
            {
                throw Refused(status, headers, "only requests that change nothing follow a redirect, and this one leads to " + Addresses.Redacted(target));
            }

            method = status == 303 && method != "HEAD" ? "GET" : method;
            if (!Addresses.SameOrigin(target, Address) && method != "GET" && method != "HEAD")
            {
                throw Refused(status, headers, "only GET and HEAD follow a redirect to another origin, and this one leads to " + Addresses.Redacted(target));
            }

            if (Address.Scheme == "https" && target.Scheme == "http")
            {
                throw Refused(status, headers, "a redirect to where everybody can listen");
            }

            isHome = isHome && Addresses.SameOrigin(target, core.Root);
            Address = target;
        }

        private Uri Target(string location)
        {
            Uri target;
            if (string.IsNullOrEmpty(location) || !Uri.TryCreate(Address, location, out target) || !Addresses.IsWeb(target))
            {
                return null;
            }

            var text = target.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
            var isPath = location.StartsWith("/", StringComparison.Ordinal) && !location.StartsWith("//", StringComparison.Ordinal);
            return Addresses.Exact(isPath ? Address.GetLeftPart(UriPartial.Authority) + location.Split('#')[0] : text);
        }

        private A3davException Refused(int status, Headers headers, string reason) =>
            Failures.Make(new Failure("redirect") { Status = status, Headers = headers, Reason = reason, Url = Addresses.Redacted(Address) });
    }
}
