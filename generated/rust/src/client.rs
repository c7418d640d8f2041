// Rendered from the description of the interface; not for editing.

use std::sync::Arc;

use crate::dav::Dav;
use crate::graphql::Graphql;
use crate::runtime::error::Result;
use crate::runtime::options::Options;
use crate::runtime::Core;
use crate::services;

const URL: &str = "A3DAV_URL";
const TOKEN: &str = "A3DAV_TOKEN";

/// The client. Clones share connections; when the last one is dropped, they are closed.
#[derive(Clone, Debug)]
pub struct Client {
    core: Arc<Core>,
}

impl Client {
    /// Makes a client with these options.
    pub fn new(options: Options) -> Result<Self> {
        let core = Core::new(options)?;
        Ok(Self { core })
    }

    /// Makes a client for the address in A3DAV_URL with the token in A3DAV_TOKEN.
    pub fn from_env() -> Result<Self> {
        Self::new(Options::from_env(URL, TOKEN)?)
    }

    /// One's own account, those of others for administrators and auditors, and a directory of those
    /// that one sees.
    pub fn accounts(&self) -> services::AccountsService {
        let core = self.core.clone();
        services::AccountsService { core }
    }

    /// Address books of one's own and those that others share.
    pub fn address_books(&self) -> services::AddressBooksService {
        let core = self.core.clone();
        services::AddressBooksService { core }
    }

    /// Calendars of one's own and those that others share.
    pub fn calendars(&self) -> services::CalendarsService {
        let core = self.core.clone();
        services::CalendarsService { core }
    }

    /// What changed of what one may see, as pages and as a stream.
    pub fn changes(&self) -> services::ChangesService {
        let core = self.core.clone();
        services::ChangesService { core }
    }

    /// Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426).
    pub fn contacts(&self) -> services::ContactsService {
        let core = self.core.clone();
        services::ContactsService { core }
    }

    /// Events, tasks and journals in calendars, as JSCalendar (RFC 8984) and as iCalendar (RFC
    /// 5545).
    pub fn events(&self) -> services::EventsService {
        let core = self.core.clone();
        services::EventsService { core }
    }

    /// Folders and files of one's own, and those that others let one see.
    pub fn files(&self) -> services::FilesService {
        let core = self.core.clone();
        services::FilesService { core }
    }

    /// What others offer to share.
    pub fn invitations(&self) -> services::InvitationsService {
        let core = self.core.clone();
        services::InvitationsService { core }
    }

    /// Who is signed in, and what there is to call.
    pub fn session(&self) -> services::SessionService {
        let core = self.core.clone();
        services::SessionService { core }
    }

    /// What one gives others of one's calendars and address books.
    pub fn shares(&self) -> services::SharesService {
        let core = self.core.clone();
        services::SharesService { core }
    }

    /// What programs sign in with, each for some things alone.
    pub fn tokens(&self) -> services::TokensService {
        let core = self.core.clone();
        services::TokensService { core }
    }

    /// Changes, sent to other servers as they happen.
    pub fn webhooks(&self) -> services::WebhooksService {
        let core = self.core.clone();
        services::WebhooksService { core }
    }

    /// Operations of GraphQL.
    pub fn graphql(&self) -> Graphql {
        let core = self.core.clone();
        Graphql { core }
    }

    /// WebDAV, CalDAV and CardDAV.
    pub fn dav(&self) -> Dav {
        Dav::new(&self.core)
    }

    /// Closes the connections unless a clone still needs them.
    pub fn close(self) {}
}
