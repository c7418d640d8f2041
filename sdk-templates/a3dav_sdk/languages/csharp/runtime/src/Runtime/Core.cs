using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>What all services of a client share.</summary>
    internal sealed class Core : IDisposable
    {
        private readonly bool ownsTransport;

        public Core(string baseUrl, Credential credential, ClientOptions options)
        {
            Options = options ?? new ClientOptions();
            Credential = credential ?? FromEnvironment();
            Root = ReadRoot(string.IsNullOrEmpty(baseUrl) ? Environment.GetEnvironmentVariable(Identity.UrlVariable) : baseUrl);
            ownsTransport = Options.Handler == null;
            Transport = new HttpMessageInvoker(Options.Handler ?? Transports.Make(Options.ConnectTimeout), ownsTransport);
        }

        public ClientOptions Options { get; }

        public Credential Credential { get; }

        public Uri Root { get; }

        public HttpMessageInvoker Transport { get; }

        public IClock Clock => Options.Clock;

        public Func<double> Random => Options.Random;

        public string UserAgent => (Options.UserAgent == null ? string.Empty : Options.UserAgent + " ") + Identity.UserAgent;

        /// <summary>Sends a request until there is an answer, or no attempt is left.</summary>
        public Task<Answer> SendAsync(ApiRequest request, CallOptions options, CancellationToken cancellationToken) =>
            new Call(this, options ?? new CallOptions()).RunAsync(request, cancellationToken);

        public void Dispose()
        {
            Transport.Dispose();
        }

        private static Credential FromEnvironment()
        {
            var token = Environment.GetEnvironmentVariable(Identity.TokenVariable);
            return string.IsNullOrEmpty(token) ? null : Credential.Bearer(token);
        }

        private static Uri ReadRoot(string text)
        {
            Uri root;
            if (!Uri.TryCreate(text, UriKind.Absolute, out root) || !Addresses.IsWeb(root))
            {
                throw Failures.Misused("the URL of the server is missing or wrong: give it, or set " + Identity.UrlVariable);
            }

            if (root.UserInfo.Length > 0)
            {
                throw Failures.Misused("the URL of the server holds a password; give it to Credential.Basic");
            }

            return new Uri(root.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        }
    }
}
