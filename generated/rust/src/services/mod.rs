//! The operations, by what they are about.

// Names and texts are those of the description.
#![allow(
    clippy::doc_lazy_continuation,
    clippy::doc_overindented_list_items,
    clippy::module_inception,
    clippy::new_ret_no_self,
    clippy::should_implement_trait,
    clippy::wrong_self_convention,
    rustdoc::bare_urls
)]

pub mod accounts;
pub mod address_books;
pub mod calendars;
pub mod changes;
pub mod contacts;
pub mod events;
pub mod files;
pub mod invitations;
pub mod session;
pub mod shares;
pub mod tokens;
pub mod webhooks;

pub use accounts::AccountsService;
pub use address_books::AddressBooksService;
pub use calendars::CalendarsService;
pub use changes::ChangesService;
pub use contacts::ContactsService;
pub use events::EventsService;
pub use files::FilesService;
pub use invitations::InvitationsService;
pub use session::SessionService;
pub use shares::SharesService;
pub use tokens::TokensService;
pub use webhooks::WebhooksService;
