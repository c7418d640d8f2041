// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Address books of one's own and those that others share.</summary>
    public sealed partial class AddressBooksService
    {
        private readonly Core core;

        internal AddressBooksService(Core core)
        {
            this.core = core;
        }

        /// <summary>List address books.</summary>
        /// <remarks>One's own address books, and behind them those that others share.</remarks>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<AddressBook> List(
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("addressBooks.list", "GET", Identity.BasePath + "/address-books", Retry.Safe);
            request.Accept("application/json");
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<AddressBook>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Make an address book.</summary>
        /// <remarks>Makes an address book of one's own.</remarks>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<AddressBook> CreateAsync(
            NewAddressBook body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("addressBooks.create", "POST", Identity.BasePath + "/address-books", Retry.Keyed);
            request.Accept("application/json");
            request.CarryJson(body, "application/json");
            return core.JsonAsync<AddressBook>(request, options, cancellationToken);
        }

        /// <summary>Fetch an address book.</summary>
        /// <remarks>What is told of an address book, without what it holds.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<AddressBook> GetAsync(
            string addressBookId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("addressBooks.get", "GET", Identity.BasePath + "/address-books/{addressBookId}", Retry.Safe);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            return core.JsonAsync<AddressBook>(request, options, cancellationToken);
        }

        /// <summary>Remove an address book.</summary>
        /// <remarks>
        /// Removes an address book of one's own with everything in it. An address book of somebody else is taken out of one's own list, and
        /// stays as it is. The default address book is emptied.
        /// </remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task DeleteAsync(
            string addressBookId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("addressBooks.delete", "DELETE", Identity.BasePath + "/address-books/{addressBookId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            return core.NothingAsync(request, options, cancellationToken);
        }

        /// <summary>Change an address book.</summary>
        /// <remarks>
        /// Changes what is given, and removes what is null (RFC 7396). Whoever an address book is shared with changes how it is shown to
        /// them alone.
        /// </remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<AddressBook> UpdateAsync(
            string addressBookId,
            AddressBookUpdate body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("addressBooks.update", "PATCH", Identity.BasePath + "/address-books/{addressBookId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<AddressBook>(request, options, cancellationToken);
        }

        /// <summary>Export an address book.</summary>
        /// <remarks>Everything in the address book as one file.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<TextResult> ExportAsync(
            string addressBookId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("addressBooks.export", "GET", Identity.BasePath + "/address-books/{addressBookId}/export", Retry.Safe);
            request.Accept("text/vcard, application/problem+json;q=0.5");
            request.InPath("addressBookId", addressBookId, "simple", false);
            return core.TextAsync(request, options, cancellationToken);
        }

        /// <summary>Import a file.</summary>
        /// <remarks>Stores each object of a file, new or in the place of the one with its UID.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifExists">What to do with an object whose UID is there already.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<ImportReport> ImportAsync(
            string addressBookId,
            string body,
            Optional<IfExists> ifExists = default(Optional<IfExists>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("addressBooks.import", "POST", Identity.BasePath + "/address-books/{addressBookId}/import", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InQuery("if-exists", ifExists, "form", true);
            request.CarryText(body, "text/vcard");
            return core.JsonAsync<ImportReport>(request, options, cancellationToken);
        }
    }
}
