// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What programs sign in with, each for some things alone.</summary>
    public sealed partial class TokensService
    {
        private readonly Core core;

        internal TokensService(Core core)
        {
            this.core = core;
        }

        /// <summary>List one's tokens.</summary>
        /// <remarks>The tokens of the account, without what they are; those that expired are there for a month.</remarks>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<TokenPage> ListAsync(
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("tokens.list", "GET", Identity.BasePath + "/tokens", Retry.Safe);
            request.Accept("application/json");
            return core.JsonAsync<TokenPage>(request, options, cancellationToken);
        }

        /// <summary>Make a token.</summary>
        /// <remarks>
        /// What the token is stands in the answer, and is told nowhere else again. A token makes no token that is for more than it is for
        /// itself, or that lasts longer.
        /// </remarks>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<MadeToken> CreateAsync(
            NewToken body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("tokens.create", "POST", Identity.BasePath + "/tokens", Retry.Never);
            request.Accept("application/json");
            request.CarryJson(body, "application/json");
            return core.JsonAsync<MadeToken>(request, options, cancellationToken);
        }

        /// <summary>Revoke a token.</summary>
        /// <remarks>It is worthless at once, everywhere.</remarks>
        /// <param name="token">The id of the token.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task DeleteAsync(
            string token,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("tokens.delete", "DELETE", Identity.BasePath + "/tokens/{token}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("token", token, "simple", false);
            return core.NothingAsync(request, options, cancellationToken);
        }
    }
}
