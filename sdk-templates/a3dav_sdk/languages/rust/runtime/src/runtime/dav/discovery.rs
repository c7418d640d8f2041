//! Finding calendars and address books from nothing but the address of the server (RFC 6764).

use super::client::{Ask, Dav, Depth};
use super::multistatus::{resolve, Multistatus};
use super::name::{Name, CALDAV, CARDDAV, DAV};
use crate::runtime::error::{Error, ErrorKind, Result};

const PRINCIPAL: Name = Name::new(DAV, "current-user-principal");
const CALENDARS: Name = Name::new(CALDAV, "calendar-home-set");
const ADDRESS_BOOKS: Name = Name::new(CARDDAV, "addressbook-home-set");

/// Where somebody's things are, as paths.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Home {
    /// Who is asking.
    pub principal: String,
    /// The collections in which the calendars are.
    pub calendar_homes: Vec<String>,
    /// The collections in which the address books are.
    pub address_book_homes: Vec<String>,
}

impl Dav {
    /// Finds who is asking, and where their calendars and address books are.
    pub async fn discover(&self) -> Result<Home> {
        let found = match self.ask("/.well-known/caldav", &[PRINCIPAL]).await {
            Err(error) if is_nowhere(&error) => self.ask("/", &[PRINCIPAL]).await?,
            outcome => outcome?,
        };
        let principal = hrefs(&found, &PRINCIPAL).into_iter().next();
        let principal = principal.ok_or_else(|| Error::decode("the server names no principal"))?;
        let homes = self.ask(&principal, &[CALENDARS, ADDRESS_BOOKS]).await?;
        Ok(Home {
            principal,
            calendar_homes: hrefs(&homes, &CALENDARS),
            address_book_homes: hrefs(&homes, &ADDRESS_BOOKS),
        })
    }

    async fn ask(&self, href: &str, names: &[Name]) -> Result<Multistatus> {
        self.propfind(href, Depth::Zero, Ask::Properties(names.to_vec()))
            .await
    }
}

fn is_nowhere(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::MethodNotAllowed
    )
}

/// The paths in one property; what is at another server is left out.
fn hrefs(found: &Multistatus, name: &Name) -> Vec<String> {
    let mut paths = Vec::new();
    for response in &found.responses {
        let value = response.property(name);
        let hrefs = value.map(|value| value.hrefs()).unwrap_or_default();
        let urls = hrefs
            .iter()
            .filter_map(|href| resolve(&response.url, href).ok());
        paths.extend(urls.map(|url| url.path().to_owned()));
    }
    paths
}
