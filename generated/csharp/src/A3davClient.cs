// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;

namespace A3dav.Client
{
    /// <summary>Asks a server. It may be used by many threads at once.</summary>
    public sealed partial class A3davClient : IDisposable
    {
        private readonly Core core;

        /// <summary>
        /// Makes a client of a server. Without a URL it is the one of the environment variable A3DAV_URL, and without
        /// credentials the token is that of A3DAV_TOKEN.
        /// </summary>
        public A3davClient(string baseUrl = null, Credential credential = null, ClientOptions options = null)
        {
            core = new Core(baseUrl, credential, options);
            Accounts = new AccountsService(core);
            AddressBooks = new AddressBooksService(core);
            Calendars = new CalendarsService(core);
            Changes = new ChangesService(core);
            Contacts = new ContactsService(core);
            Events = new EventsService(core);
            Files = new FilesService(core);
            Invitations = new InvitationsService(core);
            Session = new SessionService(core);
            Shares = new SharesService(core);
            Tokens = new TokensService(core);
            Webhooks = new WebhooksService(core);
            GraphQL = new GraphQLService(core);
            Dav = new DavService(core);
        }

        /// <summary>One's own account, those of others for administrators and auditors, and a directory of those that one sees.</summary>
        public AccountsService Accounts { get; }

        /// <summary>Address books of one's own and those that others share.</summary>
        public AddressBooksService AddressBooks { get; }

        /// <summary>Calendars of one's own and those that others share.</summary>
        public CalendarsService Calendars { get; }

        /// <summary>What changed of what one may see, as pages and as a stream.</summary>
        public ChangesService Changes { get; }

        /// <summary>Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426).</summary>
        public ContactsService Contacts { get; }

        /// <summary>Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC 5545).</summary>
        public EventsService Events { get; }

        /// <summary>Folders and files of one's own, and those that others let one see.</summary>
        public FilesService Files { get; }

        /// <summary>What others offer to share.</summary>
        public InvitationsService Invitations { get; }

        /// <summary>Who is signed in, and what there is to call.</summary>
        public SessionService Session { get; }

        /// <summary>What one gives others of one's calendars and address books.</summary>
        public SharesService Shares { get; }

        /// <summary>What programs sign in with, each for some things alone.</summary>
        public TokensService Tokens { get; }

        /// <summary>Changes, sent to other servers as they happen.</summary>
        public WebhooksService Webhooks { get; }

        /// <summary>Asks what the schema offers.</summary>
        public GraphQLService GraphQL { get; }

        /// <summary>Speaks WebDAV, CalDAV and CardDAV.</summary>
        public DavService Dav { get; }

        /// <summary>Ends the connections.</summary>
        public void Dispose() => core.Dispose();
    }
}
