package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426). */
public final class ContactsService extends Calls {
    ContactsService(Core core) {
        super(core);
    }

    /**
     * List contacts
     *
     * <p>The contacts of an address book, in no order of names.
     *
     * <p>A page may have fewer entries than `limit`, even none, and a next one.
     */
    public Paged<Contact> list(String addressBookId, ContactsListParams params, CallOption... options) {
        Request request = new Request(
            "contacts.list", "GET", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inQuery("text", params.text(), Codecs.TEXT, new Style("form", true))
            .inQuery("email", params.email(), Codecs.TEXT, new Style("form", true))
            .inQuery("uid", params.uid(), Codecs.TEXT, new Style("form", true))
            .inQuery("data", params.data(), Codecs.BOOLEAN, new Style("form", true))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), Contact.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<Contact> list(String addressBookId, CallOption... options) {
        return list(addressBookId, ContactsListParams.builder().build(), options);
    }

    /**
     * Add a contact
     *
     * <p>Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.
     */
    public Contact create(String addressBookId, NewContact body, CallOption... options) {
        Request request = new Request(
            "contacts.create", "POST", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .json(body, NewContact.CODEC, "application/json");
        return fetch(request, Contact.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Contact> createAsync(String addressBookId, NewContact body, CallOption... options) {
        return async(() -> create(addressBookId, body, options));
    }

    /**
     * Add a contact
     *
     * <p>Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.
     */
    public Contact createFromJscontact(String addressBookId, JsContact body, CallOption... options) {
        Request request = new Request(
            "contacts.create_from_jscontact", "POST", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .json(body, JsContact.CODEC, "application/jscontact+json");
        return fetch(request, Contact.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Contact> createFromJscontactAsync(String addressBookId, JsContact body, CallOption... options) {
        return async(() -> createFromJscontact(addressBookId, body, options));
    }

    /**
     * Add a contact
     *
     * <p>Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.
     */
    public Contact createFromVcard(String addressBookId, String body, CallOption... options) {
        Request request = new Request(
            "contacts.create_from_vcard", "POST", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .text(body, "text/vcard");
        return fetch(request, Contact.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Contact> createFromVcardAsync(String addressBookId, String body, CallOption... options) {
        return async(() -> createFromVcard(addressBookId, body, options));
    }

    /**
     * Find contacts
     *
     * <p>The same list, by more than fits into a URL. All members of the question must hold at once.
     */
    public Paged<Contact> query(String addressBookId, ContactQuery body, ContactsQueryParams params, CallOption... options) {
        Request request = new Request(
            "contacts.query", "QUERY", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true))
            .json(body, ContactQuery.CODEC, "application/json");
        return paged(request, new PageRule("cursor", "items", "next"), Contact.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<Contact> query(String addressBookId, ContactQuery body, CallOption... options) {
        return query(addressBookId, body, ContactsQueryParams.builder().build(), options);
    }

    /**
     * Fetch a contact
     *
     * <p>The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.
     */
    public Contact get(String addressBookId, String contactId, ContactsGetParams params, CallOption... options) {
        Request request = new Request(
            "contacts.get", "GET", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts/{contactId}", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inPath("contactId", contactId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-None-Match", params.ifNoneMatch(), Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false));
        return fetch(request, Contact.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Contact get(String addressBookId, String contactId, CallOption... options) {
        return get(addressBookId, contactId, ContactsGetParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Contact> getAsync(String addressBookId, String contactId, ContactsGetParams params, CallOption... options) {
        return async(() -> get(addressBookId, contactId, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<Contact> getAsync(String addressBookId, String contactId, CallOption... options) {
        return getAsync(addressBookId, contactId, ContactsGetParams.builder().build(), options);
    }

    /**
     * Fetch a contact
     *
     * <p>The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.
     */
    public TextAnswer getAsVcard(String addressBookId, String contactId, ContactsGetAsVcardParams params, CallOption... options) {
        Request request = new Request(
            "contacts.get_as_vcard", "GET", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts/{contactId}", Retry.SAFE)
            .accept(MediaTypes.accept("text/vcard"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inPath("contactId", contactId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-None-Match", params.ifNoneMatch(), Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false));
        return text(request, options);
    }

    /** The same with nothing said beside. */
    public TextAnswer getAsVcard(String addressBookId, String contactId, CallOption... options) {
        return getAsVcard(addressBookId, contactId, ContactsGetAsVcardParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<TextAnswer> getAsVcardAsync(String addressBookId, String contactId, ContactsGetAsVcardParams params, CallOption... options) {
        return async(() -> getAsVcard(addressBookId, contactId, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<TextAnswer> getAsVcardAsync(String addressBookId, String contactId, CallOption... options) {
        return getAsVcardAsync(addressBookId, contactId, ContactsGetAsVcardParams.builder().build(), options);
    }

    /**
     * Replace a contact
     *
     * <p>Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed,
     * so that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands
     * for any version.
     */
    public Contact replace(String addressBookId, String contactId, ContactChange body, ContactsReplaceParams params, CallOption... options) {
        Request request = new Request(
            "contacts.replace", "PUT", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts/{contactId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inPath("contactId", contactId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", Opt.of(params.ifMatch()), Codecs.TEXT, new Style("simple", false))
            .json(body, ContactChange.CODEC, "application/json");
        return fetch(request, Contact.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Contact> replaceAsync(String addressBookId, String contactId, ContactChange body, ContactsReplaceParams params, CallOption... options) {
        return async(() -> replace(addressBookId, contactId, body, params, options));
    }

    /**
     * Replace a contact
     *
     * <p>Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed,
     * so that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands
     * for any version.
     */
    public Contact replaceFromJscontact(String addressBookId, String contactId, JsContact body, ContactsReplaceFromJscontactParams params, CallOption... options) {
        Request request = new Request(
            "contacts.replace_from_jscontact", "PUT", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts/{contactId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inPath("contactId", contactId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", Opt.of(params.ifMatch()), Codecs.TEXT, new Style("simple", false))
            .json(body, JsContact.CODEC, "application/jscontact+json");
        return fetch(request, Contact.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Contact> replaceFromJscontactAsync(String addressBookId, String contactId, JsContact body, ContactsReplaceFromJscontactParams params, CallOption... options) {
        return async(() -> replaceFromJscontact(addressBookId, contactId, body, params, options));
    }

    /**
     * Replace a contact
     *
     * <p>Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed,
     * so that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands
     * for any version.
     */
    public Contact replaceFromVcard(String addressBookId, String contactId, String body, ContactsReplaceFromVcardParams params, CallOption... options) {
        Request request = new Request(
            "contacts.replace_from_vcard", "PUT", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts/{contactId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inPath("contactId", contactId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", Opt.of(params.ifMatch()), Codecs.TEXT, new Style("simple", false))
            .text(body, "text/vcard");
        return fetch(request, Contact.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Contact> replaceFromVcardAsync(String addressBookId, String contactId, String body, ContactsReplaceFromVcardParams params, CallOption... options) {
        return async(() -> replaceFromVcard(addressBookId, contactId, body, params, options));
    }

    /**
     * Remove a contact
     *
     * <p>Removes a contact.
     */
    public void delete(String addressBookId, String contactId, ContactsDeleteParams params, CallOption... options) {
        Request request = new Request(
            "contacts.delete", "DELETE", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts/{contactId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inPath("contactId", contactId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false));
        perform(request, options);
    }

    /** The same with nothing said beside. */
    public void delete(String addressBookId, String contactId, CallOption... options) {
        delete(addressBookId, contactId, ContactsDeleteParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> deleteAsync(String addressBookId, String contactId, ContactsDeleteParams params, CallOption... options) {
        return asyncRun(() -> delete(addressBookId, contactId, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<Void> deleteAsync(String addressBookId, String contactId, CallOption... options) {
        return deleteAsync(addressBookId, contactId, ContactsDeleteParams.builder().build(), options);
    }

    /**
     * Change a contact
     *
     * <p>Changes parts of a contact: by a merge patch of its JSContact (RFC 7396), or by a PatchObject (RFC 9553
     * §1.4.3), which reaches deeper members by pointers such as `emails/1/address`. Without `If-Match`, the
     * change is made to the version that is there.
     */
    public Contact update(String addressBookId, String contactId, Map<String, JsonNode> body, ContactsUpdateParams params, CallOption... options) {
        Request request = new Request(
            "contacts.update", "PATCH", Identity.BASE_PATH + "/address-books/{addressBookId}/contacts/{contactId}", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inPath("contactId", contactId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false))
            .json(body, Codecs.map(Codecs.ANY), "application/json");
        return fetch(request, Contact.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Contact update(String addressBookId, String contactId, Map<String, JsonNode> body, CallOption... options) {
        return update(addressBookId, contactId, body, ContactsUpdateParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Contact> updateAsync(String addressBookId, String contactId, Map<String, JsonNode> body, ContactsUpdateParams params, CallOption... options) {
        return async(() -> update(addressBookId, contactId, body, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<Contact> updateAsync(String addressBookId, String contactId, Map<String, JsonNode> body, CallOption... options) {
        return updateAsync(addressBookId, contactId, body, ContactsUpdateParams.builder().build(), options);
    }
}
