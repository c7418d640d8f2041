using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An authorization server and the client that is known there.</summary>
    public sealed class OAuth2
    {
        /// <summary>Where tokens are given.</summary>
        public string TokenUrl { get; set; }

        /// <summary>Where devices sign in (RFC 8628), or null.</summary>
        public string DeviceUrl { get; set; }

        /// <summary>The name of the client.</summary>
        public string ClientId { get; set; }

        /// <summary>The secret of a client that can keep one, or null.</summary>
        public string ClientSecret { get; set; }

        /// <summary>What a device asks for.</summary>
        public IList<string> Scopes { get; } = new List<string>();

        /// <summary>Another transport.</summary>
        public HttpMessageHandler Handler { get; set; }

        /// <summary>Another clock.</summary>
        public IClock Clock { get; set; } = new SystemClock();

        /// <summary>Is told of each new token, so that it outlives the process.</summary>
        public Action<OAuth2Token> Save { get; set; }

        /// <summary>Gives the access token and renews it when it ends or is refused (RFC 6749 §6).</summary>
        public Credential ToCredential(OAuth2Token token) => Credential.From(new RefreshedTokens(this, token));

        /// <summary>Asks for a code to show (RFC 8628 §3.1).</summary>
        public async Task<DeviceGrant> StartDeviceAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            var form = new Dictionary<string, string> { { "scope", string.Join(" ", Scopes) } };
            var asked = Clock.Now;
            var found = await PostAsync(DeviceUrl, form, cancellationToken).ConfigureAwait(false);
            return new DeviceGrant(found, asked);
        }

        /// <summary>Asks, again and again, whether the person has let the device in (RFC 8628 §3.4).</summary>
        public async Task<OAuth2Token> WaitDeviceAsync(DeviceGrant grant, CancellationToken cancellationToken = default(CancellationToken))
        {
            var form = new Dictionary<string, string>
            {
                { "grant_type", "urn:ietf:params:oauth:grant-type:device_code" }, { "device_code", grant.Code },
            };
            while (Clock.Now < grant.Expiry)
            {
                await Clock.SleepAsync(grant.Interval, cancellationToken).ConfigureAwait(false);
                try
                {
                    return await TokenAsync(form, cancellationToken).ConfigureAwait(false);
                }
                catch (A3davException error) when (grant.GoesOn(error))
                {
                }
            }

            throw Failures.Make(new Failure("unauthorized") { Reason = "nobody let the device in while its code was good" });
        }

        internal async Task<OAuth2Token> TokenAsync(IDictionary<string, string> form, CancellationToken cancellationToken)
        {
            var asked = Clock.Now;
            var found = await PostAsync(TokenUrl, form, cancellationToken).ConfigureAwait(false);
            var made = new OAuth2Token { AccessToken = TextIn(found, "access_token"), RefreshToken = TextIn(found, "refresh_token") };
            if (string.IsNullOrEmpty(made.AccessToken) || !string.Equals(TextIn(found, "token_type"), "bearer", StringComparison.OrdinalIgnoreCase))
            {
                throw Failures.Make(new Failure("decode") { Reason = "the authorization server gave no bearer token" });
            }

            string before;
            made.RefreshToken = made.RefreshToken ?? (form.TryGetValue("refresh_token", out before) ? before : null);
            var lifetime = SecondsIn(found, "expires_in");
            made.Expiry = lifetime > TimeSpan.Zero ? asked + lifetime : (DateTimeOffset?)null;
            Save?.Invoke(made);
            return made;
        }

        internal static string TextIn(JObject found, string name) =>
            found[name] != null && found[name].Type == JTokenType.String ? (string)found[name] : null;

        internal static TimeSpan SecondsIn(JObject found, string name)
        {
            var value = (found[name] as JValue)?.Value;
            var seconds = value is long ? (long)value : 0;
            return seconds > 0 && seconds < int.MaxValue ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        }

        /// <summary>Asks an endpoint, once: a token that was given and lost may be the last.</summary>
        private async Task<JObject> PostAsync(string endpoint, IDictionary<string, string> form, CancellationToken cancellationToken)
        {
            var target = Addresses.Exact(endpoint ?? string.Empty) ?? throw Failures.Misused("the endpoint of OAuth 2 is missing or wrong");
            var members = form.Concat(new[] { new KeyValuePair<string, string>("client_id", ClientId), new KeyValuePair<string, string>("client_secret", ClientSecret) })
                .Where(one => one.Value != null).Select(one => Addresses.Escape(one.Key) + "=" + Addresses.Escape(one.Value));
            var request = new ApiRequest("oauth2", "POST", string.Empty, Retry.Never) { Target = target, IsQuiet = true }.Accept("application/json");
            request.Carry(Encoding.ASCII.GetBytes(string.Join("&", members)), "application/x-www-form-urlencoded");
            var options = new ClientOptions { Clock = Clock, Handler = Handler };
            using (var core = new Core(target.GetLeftPart(UriPartial.Authority), Credential.Bearer(string.Empty), options))
            {
                var found = await core.JsonAsync<JToken>(request, null, cancellationToken).ConfigureAwait(false);
                return found as JObject ?? throw Failures.Make(new Failure("decode") { Reason = "the authorization server gave no object" });
            }
        }
    }

    /// <summary>What an authorization server gives.</summary>
    public sealed class OAuth2Token
    {
        /// <summary>The bearer token.</summary>
        public string AccessToken { get; set; }

        /// <summary>What brings the next token, or null.</summary>
        public string RefreshToken { get; set; }

        /// <summary>When the token ends, or null where the server did not say.</summary>
        public DateTimeOffset? Expiry { get; set; }
    }

    /// <summary>What a person needs to let a device in, on another device that has a browser.</summary>
    public sealed class DeviceGrant
    {
        internal DeviceGrant(JObject found, DateTimeOffset asked)
        {
            Code = OAuth2.TextIn(found, "device_code");
            UserCode = OAuth2.TextIn(found, "user_code");
            VerificationUri = OAuth2.TextIn(found, "verification_uri");
            VerificationUriComplete = OAuth2.TextIn(found, "verification_uri_complete");
            Expiry = asked + OAuth2.SecondsIn(found, "expires_in");
            var told = OAuth2.SecondsIn(found, "interval");
            Interval = told > TimeSpan.Zero ? told : TimeSpan.FromSeconds(5);
            if (Code == null || VerificationUri == null)
            {
                throw Failures.Make(new Failure("decode") { Reason = "the authorization server gave no device code" });
            }
        }

        /// <summary>The code to type.</summary>
        public string UserCode { get; }

        /// <summary>Where to type it.</summary>
        public string VerificationUri { get; }

        /// <summary>The same with the code in it, for a picture to photograph, or null.</summary>
        public string VerificationUriComplete { get; }

        /// <summary>When the code ends.</summary>
        public DateTimeOffset Expiry { get; }

        /// <summary>How long to wait between two questions.</summary>
        public TimeSpan Interval { get; private set; }

        internal string Code { get; }

        internal bool GoesOn(A3davException error)
        {
            string told = null;
            try
            {
                told = OAuth2.TextIn(JsonReading.Read(error.Body) as JObject ?? new JObject(), "error");
            }
            catch (JsonFault)
            {
            }

            if (told == "slow_down")
            {
                Interval += TimeSpan.FromSeconds(5);
            }
            else if (told == null && error.Facts.MayPass)
            {
                Interval += Interval;
                return true;
            }

            return told == "slow_down" || told == "authorization_pending";
        }
    }

    /// <summary>Keeps an access token and renews it.</summary>
    internal sealed class RefreshedTokens : ITokenSource
    {
        private static readonly TimeSpan Earlier = TimeSpan.FromSeconds(30);

        private readonly OAuth2 server;
        private readonly SemaphoreSlim turn = new SemaphoreSlim(1);
        private OAuth2Token token;

        public RefreshedTokens(OAuth2 server, OAuth2Token token)
        {
            this.server = server;
            this.token = token;
        }

        public async Task<string> GetTokenAsync(string refused, CancellationToken cancellationToken)
        {
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var ends = token.Expiry != null && server.Clock.Now >= token.Expiry - Earlier;
                var isGood = token.AccessToken != null && token.AccessToken != refused && !ends;
                if (!isGood && token.RefreshToken != null)
                {
                    var form = new Dictionary<string, string> { { "grant_type", "refresh_token" }, { "refresh_token", token.RefreshToken } };
                    token = await server.TokenAsync(form, cancellationToken).ConfigureAwait(false);
                }

                return token.AccessToken;
            }
            finally
            {
                turn.Release();
            }
        }
    }
}
