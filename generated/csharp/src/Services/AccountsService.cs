// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>One's own account, those of others for administrators and auditors, and a directory of those that one sees.</summary>
    public sealed partial class AccountsService
    {
        private readonly Core core;

        internal AccountsService(Core core)
        {
            this.core = core;
        }

        /// <summary>List all accounts.</summary>
        /// <remarks>Every account by its name, for administrators and auditors.</remarks>
        /// <param name="kind">Those of this sort alone.</param>
        /// <param name="role">Those with this role alone.</param>
        /// <param name="disabled">Those alone that may not sign in, or those that may.</param>
        /// <param name="text">What name, display name or address have to contain, without regard to case.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Account> List(
            Optional<PrincipalKind> kind = default(Optional<PrincipalKind>),
            Optional<Role> role = default(Optional<Role>),
            Optional<bool> disabled = default(Optional<bool>),
            Optional<string> text = default(Optional<string>),
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("accounts.list", "GET", Identity.BasePath + "/accounts", Retry.Safe);
            request.Accept("application/json");
            request.InQuery("kind", kind, "form", true);
            request.InQuery("role", role, "form", true);
            request.InQuery("disabled", disabled, "form", true);
            request.InQuery("text", text, "form", true);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<Account>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Fetch an account.</summary>
        /// <remarks>One's own account with its quota; that of anybody for administrators and auditors.</remarks>
        /// <param name="accountId">The account; `session.get` tells that of whoever asks.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Account> GetAsync(
            string accountId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("accounts.get", "GET", Identity.BasePath + "/accounts/{accountId}", Retry.Safe);
            request.Accept("application/json");
            request.InPath("accountId", accountId, "simple", false);
            return core.JsonAsync<Account>(request, options, cancellationToken);
        }

        /// <summary>Change an account.</summary>
        /// <remarks>
        /// Changes what is given, and removes what is null (RFC 7396). Everybody changes the name that their own account is shown by.
        /// Administrators change everything; for name, address, role and quota they need their password.
        /// </remarks>
        /// <param name="accountId">The account; `session.get` tells that of whoever asks.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Account> UpdateAsync(
            string accountId,
            AccountUpdate body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("accounts.update", "PATCH", Identity.BasePath + "/accounts/{accountId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("accountId", accountId, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<Account>(request, options, cancellationToken);
        }

        /// <summary>List app passwords.</summary>
        /// <remarks>What each is for and when it was used, the oldest first; what they are is told once, when they are made.</remarks>
        /// <param name="accountId">The account; `session.get` tells that of whoever asks.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<AppPassword> ListAppPasswords(
            string accountId,
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("accounts.listAppPasswords", "GET", Identity.BasePath + "/accounts/{accountId}/app-passwords", Retry.Safe);
            request.Accept("application/json");
            request.InPath("accountId", accountId, "simple", false);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<AppPassword>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Make an app password.</summary>
        /// <remarks>
        /// Makes a password of its own for one client, and tells it this once. It takes the password of the account; neither an app
        /// password nor a token makes another one.
        /// </remarks>
        /// <param name="accountId">The account; `session.get` tells that of whoever asks.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<MadeAppPassword> CreateAppPasswordAsync(
            string accountId,
            NewAppPassword body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("accounts.createAppPassword", "POST", Identity.BasePath + "/accounts/{accountId}/app-passwords", Retry.Never);
            request.Accept("application/json");
            request.InPath("accountId", accountId, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<MadeAppPassword>(request, options, cancellationToken);
        }

        /// <summary>Revoke an app password.</summary>
        /// <remarks>It is worthless at once.</remarks>
        /// <param name="accountId">The account; `session.get` tells that of whoever asks.</param>
        /// <param name="appPasswordId">The app password.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task DeleteAppPasswordAsync(
            string accountId,
            string appPasswordId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("accounts.deleteAppPassword", "DELETE", Identity.BasePath + "/accounts/{accountId}/app-passwords/{appPasswordId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("accountId", accountId, "simple", false);
            request.InPath("appPasswordId", appPasswordId, "simple", false);
            return core.NothingAsync(request, options, cancellationToken);
        }

        /// <summary>Set a password.</summary>
        /// <remarks>
        /// Takes the password that counts now, for one's own account in the body as well; neither an app password nor a token does.
        /// Administrators set that of anybody. The new one counts at once.
        /// </remarks>
        /// <param name="accountId">The account; `session.get` tells that of whoever asks.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task SetPasswordAsync(
            string accountId,
            NewPassword body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("accounts.setPassword", "PUT", Identity.BasePath + "/accounts/{accountId}/password", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("accountId", accountId, "simple", false);
            request.CarryJson(body, "application/json");
            return core.NothingAsync(request, options, cancellationToken);
        }

        /// <summary>Find people, groups, rooms and resources.</summary>
        /// <remarks>Those that whoever asks may see, by their name; their identifiers are what shares take.</remarks>
        /// <param name="text">What name, display name or address have to contain, without regard to case.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Principal> Directory(
            Optional<string> text = default(Optional<string>),
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("accounts.directory", "GET", Identity.BasePath + "/directory", Retry.Safe);
            request.Accept("application/json");
            request.InQuery("text", text, "form", true);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<Principal>(request, "cursor", "items", "next", options, cancellationToken);
        }
    }
}
