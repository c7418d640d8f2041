using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>How a client shows who it is. Credentials are sent to the origin of the client and to no other.</summary>
    public abstract class Credential
    {
        internal Credential()
        {
        }

        /// <summary>A bearer token.</summary>
        public static Credential Bearer(string token) => new FixedCredential("Bearer " + token);

        /// <summary>A name and a password, which may be an app password.</summary>
        public static Credential Basic(string name, string password) =>
            new FixedCredential("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(name + ":" + password)));

        /// <summary>A function that is asked for a token before the first request, and once more after a 401.</summary>
        public static Credential Provider(Func<CancellationToken, Task<string>> provide) => new SourceCredential(new ProvidedTokens(provide));

        /// <summary>A source that is asked before each request, and once more after a 401.</summary>
        public static Credential From(ITokenSource source) => new SourceCredential(source);

        internal abstract Task<Authorization> AuthorizeAsync(string refused, CancellationToken cancellationToken);
    }

    /// <summary>Gives bearer tokens; it may be asked by several calls at once.</summary>
    public interface ITokenSource
    {
        /// <summary>
        /// A token that is believed to be good. The refused one is what a server has just answered 401 to, or null: a source that
        /// still holds that one gets another.
        /// </summary>
        Task<string> GetTokenAsync(string refused, CancellationToken cancellationToken);
    }

    /// <summary>The header, and the token in it where another one could be got.</summary>
    internal sealed class Authorization
    {
        public Authorization(string header, string token)
        {
            Header = header;
            Token = token;
        }

        public string Header { get; }

        public string Token { get; }
    }

    internal sealed class FixedCredential : Credential
    {
        private readonly Authorization fixedOne;

        public FixedCredential(string header)
        {
            fixedOne = new Authorization(header, null);
        }

        internal override Task<Authorization> AuthorizeAsync(string refused, CancellationToken cancellationToken) => Task.FromResult(fixedOne);
    }

    internal sealed class SourceCredential : Credential
    {
        private readonly ITokenSource source;

        public SourceCredential(ITokenSource source)
        {
            this.source = source;
        }

        internal override async Task<Authorization> AuthorizeAsync(string refused, CancellationToken cancellationToken)
        {
            try
            {
                var token = await source.GetTokenAsync(refused, cancellationToken).ConfigureAwait(false);
                return new Authorization("Bearer " + token, token);
            }
            catch (Exception error) when (!(error is A3davException) && !(error is OperationCanceledException))
            {
                throw Failures.Make(new Failure("unauthorized") { Reason = "the token source gave no token: " + error.Message, Cause = error });
            }
        }
    }

    /// <summary>Keeps the token of a function until it is refused.</summary>
    internal sealed class ProvidedTokens : ITokenSource
    {
        private readonly Func<CancellationToken, Task<string>> provide;
        private readonly SemaphoreSlim turn = new SemaphoreSlim(1);
        private string token;

        public ProvidedTokens(Func<CancellationToken, Task<string>> provide)
        {
            this.provide = provide;
        }

        public async Task<string> GetTokenAsync(string refused, CancellationToken cancellationToken)
        {
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (token == null || token == refused)
                {
                    token = await provide(cancellationToken).ConfigureAwait(false);
                }

                return token;
            }
            finally
            {
                turn.Release();
            }
        }
    }
}
