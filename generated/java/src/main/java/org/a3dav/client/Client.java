package org.a3dav.client;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a server. It can be used by many threads at once.
 *
 * <p>Calls throw an {@link ApiException} when they fail.
 */
public final class Client implements AutoCloseable {
    private final Core core;
    private final AccountsService accounts;
    private final AddressBooksService addressBooks;
    private final CalendarsService calendars;
    private final ChangesService changes;
    private final ContactsService contacts;
    private final EventsService events;
    private final FilesService files;
    private final InvitationsService invitations;
    private final SessionService session;
    private final SharesService shares;
    private final TokensService tokens;
    private final WebhooksService webhooks;
    private final GraphQl graphQl;
    private final Dav dav;

    /** A client of what the environment names: A3DAV_URL and A3DAV_TOKEN. */
    public Client() {
        this("", ClientOptions.defaults());
    }

    /** A client with the token of the environment. */
    public Client(String baseUrl) {
        this(baseUrl, ClientOptions.defaults());
    }

    /** A client of a server; an empty URL is that of the environment. */
    public Client(String baseUrl, ClientOptions options) {
        core = new Core(baseUrl, options);
        accounts = new AccountsService(core);
        addressBooks = new AddressBooksService(core);
        calendars = new CalendarsService(core);
        changes = new ChangesService(core);
        contacts = new ContactsService(core);
        events = new EventsService(core);
        files = new FilesService(core);
        invitations = new InvitationsService(core);
        session = new SessionService(core);
        shares = new SharesService(core);
        tokens = new TokensService(core);
        webhooks = new WebhooksService(core);
        graphQl = new GraphQl(core);
        dav = new Dav(core);
    }

    /**
     * One's own account, those of others for administrators and auditors, and a directory of those that one
     * sees.
     */
    public AccountsService accounts() {
        return accounts;
    }

    /** Address books of one's own and those that others share. */
    public AddressBooksService addressBooks() {
        return addressBooks;
    }

    /** Calendars of one's own and those that others share. */
    public CalendarsService calendars() {
        return calendars;
    }

    /** What changed of what one may see, as pages and as a stream. */
    public ChangesService changes() {
        return changes;
    }

    /** Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426). */
    public ContactsService contacts() {
        return contacts;
    }

    /** Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545). */
    public EventsService events() {
        return events;
    }

    /** Folders and files of one's own, and those that others let one see. */
    public FilesService files() {
        return files;
    }

    /** What others offer to share. */
    public InvitationsService invitations() {
        return invitations;
    }

    /** Who is signed in, and what there is to call. */
    public SessionService session() {
        return session;
    }

    /** What one gives others of one's calendars and address books. */
    public SharesService shares() {
        return shares;
    }

    /** What programs sign in with, each for some things alone. */
    public TokensService tokens() {
        return tokens;
    }

    /** Changes, sent to other servers as they happen. */
    public WebhooksService webhooks() {
        return webhooks;
    }

    /** What the schema of GraphQL offers. */
    public GraphQl graphQl() {
        return graphQl;
    }

    /** WebDAV, CalDAV and CardDAV. */
    public Dav dav() {
        return dav;
    }

    /** Does work of several calls on another thread, which is interrupted when the future is cancelled. */
    public <T> CompletableFuture<T> async(Callable<T> work) {
        return core.async(work);
    }

    /** Ends the threads of the client; what runs in them goes on to its end. */
    @Override
    public void close() {
        core.close();
    }
}
