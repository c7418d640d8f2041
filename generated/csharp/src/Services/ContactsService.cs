// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426).</summary>
    public sealed partial class ContactsService
    {
        private readonly Core core;

        internal ContactsService(Core core)
        {
            this.core = core;
        }

        /// <summary>List contacts.</summary>
        /// <remarks>The contacts of an address book, in no order of names. A page may have fewer entries than `limit`, even none, and a next one.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="text">What a name, address, number, organization, title or note must contain, whatever the case.</param>
        /// <param name="email">The mail address that it must have.</param>
        /// <param name="uid">The UID that it must have.</param>
        /// <param name="data">Whether entries have `data`; without, a list is much quicker.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Contact> List(
            string addressBookId,
            Optional<string> text = default(Optional<string>),
            Optional<string> email = default(Optional<string>),
            Optional<string> uid = default(Optional<string>),
            Optional<bool> data = default(Optional<bool>),
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.list", "GET", Identity.BasePath + "/address-books/{addressBookId}/contacts", Retry.Safe);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InQuery("text", text, "form", true);
            request.InQuery("email", email, "form", true);
            request.InQuery("uid", uid, "form", true);
            request.InQuery("data", data, "form", true);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<Contact>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Add a contact.</summary>
        /// <remarks>Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Contact> CreateAsync(
            string addressBookId,
            NewContact body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.create", "POST", Identity.BasePath + "/address-books/{addressBookId}/contacts", Retry.Keyed);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<Contact>(request, options, cancellationToken);
        }

        /// <summary>Add a contact.</summary>
        /// <remarks>Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Contact> CreateFromJsContactAsync(
            string addressBookId,
            JsContact body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.create_from_jscontact", "POST", Identity.BasePath + "/address-books/{addressBookId}/contacts", Retry.Keyed);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.CarryJson(body, "application/jscontact+json");
            return core.JsonAsync<Contact>(request, options, cancellationToken);
        }

        /// <summary>Add a contact.</summary>
        /// <remarks>Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Contact> CreateFromVCardAsync(
            string addressBookId,
            string body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.create_from_vcard", "POST", Identity.BasePath + "/address-books/{addressBookId}/contacts", Retry.Keyed);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.CarryText(body, "text/vcard");
            return core.JsonAsync<Contact>(request, options, cancellationToken);
        }

        /// <summary>Find contacts.</summary>
        /// <remarks>The same list, by more than fits into a URL. All members of the question must hold at once.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Contact> Query(
            string addressBookId,
            ContactQuery body,
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.query", "QUERY", Identity.BasePath + "/address-books/{addressBookId}/contacts", Retry.Safe);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            request.CarryJson(body, "application/json");
            return core.Paged<Contact>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Fetch a contact.</summary>
        /// <remarks>The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="contactId">The contact.</param>
        /// <param name="ifNoneMatch">The entity tags none of which the object must have, or `*`.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Contact> GetAsync(
            string addressBookId,
            string contactId,
            Optional<string> ifNoneMatch = default(Optional<string>),
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.get", "GET", Identity.BasePath + "/address-books/{addressBookId}/contacts/{contactId}", Retry.Safe);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InPath("contactId", contactId, "simple", false);
            request.InHeader("If-None-Match", ifNoneMatch, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            return core.JsonAsync<Contact>(request, options, cancellationToken);
        }

        /// <summary>Fetch a contact.</summary>
        /// <remarks>The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="contactId">The contact.</param>
        /// <param name="ifNoneMatch">The entity tags none of which the object must have, or `*`.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<TextResult> GetAsVCardAsync(
            string addressBookId,
            string contactId,
            Optional<string> ifNoneMatch = default(Optional<string>),
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.get_as_vcard", "GET", Identity.BasePath + "/address-books/{addressBookId}/contacts/{contactId}", Retry.Safe);
            request.Accept("text/vcard, application/problem+json;q=0.5");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InPath("contactId", contactId, "simple", false);
            request.InHeader("If-None-Match", ifNoneMatch, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            return core.TextAsync(request, options, cancellationToken);
        }

        /// <summary>Replace a contact.</summary>
        /// <remarks>
        /// Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so that what JSContact
        /// cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any version.
        /// </remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="contactId">The contact.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there; 428 without.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Contact> ReplaceAsync(
            string addressBookId,
            string contactId,
            ContactChange body,
            string ifMatch,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.replace", "PUT", Identity.BasePath + "/address-books/{addressBookId}/contacts/{contactId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InPath("contactId", contactId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<Contact>(request, options, cancellationToken);
        }

        /// <summary>Replace a contact.</summary>
        /// <remarks>
        /// Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so that what JSContact
        /// cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any version.
        /// </remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="contactId">The contact.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there; 428 without.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Contact> ReplaceFromJsContactAsync(
            string addressBookId,
            string contactId,
            JsContact body,
            string ifMatch,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.replace_from_jscontact", "PUT", Identity.BasePath + "/address-books/{addressBookId}/contacts/{contactId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InPath("contactId", contactId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryJson(body, "application/jscontact+json");
            return core.JsonAsync<Contact>(request, options, cancellationToken);
        }

        /// <summary>Replace a contact.</summary>
        /// <remarks>
        /// Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so that what JSContact
        /// cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any version.
        /// </remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="contactId">The contact.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there; 428 without.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Contact> ReplaceFromVCardAsync(
            string addressBookId,
            string contactId,
            string body,
            string ifMatch,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.replace_from_vcard", "PUT", Identity.BasePath + "/address-books/{addressBookId}/contacts/{contactId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InPath("contactId", contactId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryText(body, "text/vcard");
            return core.JsonAsync<Contact>(request, options, cancellationToken);
        }

        /// <summary>Remove a contact.</summary>
        /// <remarks>Removes a contact.</remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="contactId">The contact.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task DeleteAsync(
            string addressBookId,
            string contactId,
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.delete", "DELETE", Identity.BasePath + "/address-books/{addressBookId}/contacts/{contactId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InPath("contactId", contactId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            return core.NothingAsync(request, options, cancellationToken);
        }

        /// <summary>Change a contact.</summary>
        /// <remarks>
        /// Changes parts of a contact: by a merge patch of its JSContact (RFC 7396), or by a PatchObject (RFC 9553 §1.4.3), which reaches
        /// deeper members by pointers such as `emails/1/address`. Without `If-Match`, the change is made to the version that is there.
        /// </remarks>
        /// <param name="addressBookId">The address book.</param>
        /// <param name="contactId">The contact.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Contact> UpdateAsync(
            string addressBookId,
            string contactId,
            Dictionary<string, JToken> body,
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("contacts.update", "PATCH", Identity.BasePath + "/address-books/{addressBookId}/contacts/{contactId}", Retry.Keyed);
            request.Accept("application/json");
            request.InPath("addressBookId", addressBookId, "simple", false);
            request.InPath("contactId", contactId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<Contact>(request, options, cancellationToken);
        }
    }
}
