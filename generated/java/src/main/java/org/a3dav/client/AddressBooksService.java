package org.a3dav.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Address books of one's own and those that others share. */
public final class AddressBooksService extends Calls {
    AddressBooksService(Core core) {
        super(core);
    }

    /**
     * List address books
     *
     * <p>One's own address books, and behind them those that others share.
     */
    public Paged<AddressBook> list(AddressBooksListParams params, CallOption... options) {
        Request request = new Request(
            "addressBooks.list", "GET", Identity.BASE_PATH + "/address-books", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), AddressBook.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<AddressBook> list(CallOption... options) {
        return list(AddressBooksListParams.builder().build(), options);
    }

    /**
     * Make an address book
     *
     * <p>Makes an address book of one's own.
     */
    public AddressBook create(NewAddressBook body, CallOption... options) {
        Request request = new Request(
            "addressBooks.create", "POST", Identity.BASE_PATH + "/address-books", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .json(body, NewAddressBook.CODEC, "application/json");
        return fetch(request, AddressBook.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<AddressBook> createAsync(NewAddressBook body, CallOption... options) {
        return async(() -> create(body, options));
    }

    /**
     * Fetch an address book
     *
     * <p>What is told of an address book, without what it holds.
     */
    public AddressBook get(String addressBookId, CallOption... options) {
        Request request = new Request(
            "addressBooks.get", "GET", Identity.BASE_PATH + "/address-books/{addressBookId}", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false));
        return fetch(request, AddressBook.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<AddressBook> getAsync(String addressBookId, CallOption... options) {
        return async(() -> get(addressBookId, options));
    }

    /**
     * Remove an address book
     *
     * <p>Removes an address book of one's own with everything in it. An address book of somebody else is taken
     * out of one's own list, and stays as it is. The default address book is emptied.
     */
    public void delete(String addressBookId, CallOption... options) {
        Request request = new Request(
            "addressBooks.delete", "DELETE", Identity.BASE_PATH + "/address-books/{addressBookId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false));
        perform(request, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> deleteAsync(String addressBookId, CallOption... options) {
        return asyncRun(() -> delete(addressBookId, options));
    }

    /**
     * Change an address book
     *
     * <p>Changes what is given, and removes what is null (RFC 7396). Whoever an address book is shared with
     * changes how it is shown to them alone.
     */
    public AddressBook update(String addressBookId, AddressBookUpdate body, CallOption... options) {
        Request request = new Request(
            "addressBooks.update", "PATCH", Identity.BASE_PATH + "/address-books/{addressBookId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .json(body, AddressBookUpdate.CODEC, "application/json");
        return fetch(request, AddressBook.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<AddressBook> updateAsync(String addressBookId, AddressBookUpdate body, CallOption... options) {
        return async(() -> update(addressBookId, body, options));
    }

    /**
     * Export an address book
     *
     * <p>Everything in the address book as one file.
     */
    public TextAnswer export(String addressBookId, CallOption... options) {
        Request request = new Request(
            "addressBooks.export", "GET", Identity.BASE_PATH + "/address-books/{addressBookId}/export", Retry.SAFE)
            .accept(MediaTypes.accept("text/vcard"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false));
        return text(request, options);
    }

    /** The same on another thread. */
    public CompletableFuture<TextAnswer> exportAsync(String addressBookId, CallOption... options) {
        return async(() -> export(addressBookId, options));
    }

    /**
     * Import a file
     *
     * <p>Stores each object of a file, new or in the place of the one with its UID.
     */
    public ImportReport import_(String addressBookId, String body, AddressBooksImport_Params params, CallOption... options) {
        Request request = new Request(
            "addressBooks.import", "POST", Identity.BASE_PATH + "/address-books/{addressBookId}/import", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("addressBookId", addressBookId, Codecs.TEXT, new Style("simple", false))
            .inQuery("if-exists", params.ifExists(), IfExists.CODEC, new Style("form", true))
            .text(body, "text/vcard");
        return fetch(request, ImportReport.CODEC, options);
    }

    /** The same with nothing said beside. */
    public ImportReport import_(String addressBookId, String body, CallOption... options) {
        return import_(addressBookId, body, AddressBooksImport_Params.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<ImportReport> import_Async(String addressBookId, String body, AddressBooksImport_Params params, CallOption... options) {
        return async(() -> import_(addressBookId, body, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<ImportReport> import_Async(String addressBookId, String body, CallOption... options) {
        return import_Async(addressBookId, body, AddressBooksImport_Params.builder().build(), options);
    }
}
