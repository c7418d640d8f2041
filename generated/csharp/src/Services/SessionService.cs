// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Who is signed in, and what there is to call.</summary>
    public sealed partial class SessionService
    {
        private readonly Core core;

        internal SessionService(Core core)
        {
            this.core = core;
        }

        /// <summary>Fetch this document in OpenAPI 3.1.</summary>
        /// <remarks>The same for tools that know no later version; what 3.1 cannot say stands in extensions.</remarks>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Dictionary<string, JToken>> Document31Async(
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("session.document31", "GET", Identity.BasePath + "/openapi-3.1.json", Retry.Safe);
            request.Accept("application/json");
            return core.JsonAsync<Dictionary<string, JToken>>(request, options, cancellationToken);
        }

        /// <summary>Fetch this document.</summary>
        /// <remarks>The OpenAPI 3.2 document of everything that this server serves below this place.</remarks>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Dictionary<string, JToken>> DocumentAsync(
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("session.document", "GET", Identity.BasePath + "/openapi.json", Retry.Safe);
            request.Accept("application/json");
            return core.JsonAsync<Dictionary<string, JToken>>(request, options, cancellationToken);
        }

        /// <summary>Tell who is signed in.</summary>
        /// <remarks>The account that the credential of this request belongs to, what this credential may be used for, and what the server takes.</remarks>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Session> GetAsync(
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("session.get", "GET", Identity.BasePath + "/session", Retry.Safe);
            request.Accept("application/json");
            return core.JsonAsync<Session>(request, options, cancellationToken);
        }
    }
}
