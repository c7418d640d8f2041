// Rendered from the description of the interface; not for editing.
//! Address books.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// Address books of one's own and those that others share.
#[derive(Clone, Debug)]
pub struct AddressBooksService {
    pub(crate) core: Arc<Core>,
}

impl AddressBooksService {
    /// List address books
    ///
    /// One's own address books, and behind them those that others share.
    pub fn list(&self) -> Call<ListCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/address-books");
        call.put_accept("application/json");
        call
    }

    /// Make an address book
    ///
    /// Makes an address book of one's own.
    pub fn create(&self, body: &models::NewAddressBook) -> Call<CreateCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/address-books");
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_json("application/json", body);
        call
    }

    /// Fetch an address book
    ///
    /// What is told of an address book, without what it holds.
    ///
    /// address_book_id: The address book.
    pub fn get(&self, address_book_id: &str) -> Call<GetCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/address-books/{addressBookId}");
        call.put_accept("application/json");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call
    }

    /// Remove an address book
    ///
    /// Removes an address book of one's own with everything in it. An address book of somebody else
    /// is taken out of one's own list, and stays as it is. The default address book is emptied.
    ///
    /// address_book_id: The address book.
    pub fn delete(&self, address_book_id: &str) -> Call<DeleteCall> {
        let mut call = Call::new(
            &self.core,
            "DELETE",
            "/api/v1/address-books/{addressBookId}",
        );
        call.put_accept("application/json");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call
    }

    /// Change an address book
    ///
    /// Changes what is given, and removes what is null (RFC 7396). Whoever an address book is
    /// shared with changes how it is shown to them alone.
    ///
    /// address_book_id: The address book.
    pub fn update(
        &self,
        address_book_id: &str,
        body: &models::AddressBookUpdate,
    ) -> Call<UpdateCall> {
        let mut call = Call::new(&self.core, "PATCH", "/api/v1/address-books/{addressBookId}");
        call.put_accept("application/json");
        call.put_class(RetryClass::Idempotent);
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Export an address book
    ///
    /// Everything in the address book as one file.
    ///
    /// address_book_id: The address book.
    pub fn export(&self, address_book_id: &str) -> Call<ExportCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/address-books/{addressBookId}/export",
        );
        call.put_accept("text/vcard");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call
    }

    /// Import a file
    ///
    /// Stores each object of a file, new or in the place of the one with its UID.
    ///
    /// address_book_id: The address book.
    pub fn import(&self, address_book_id: &str, body: impl Into<Body>) -> Call<ImportCall> {
        let mut call = Call::new(
            &self.core,
            "POST",
            "/api/v1/address-books/{addressBookId}/import",
        );
        call.put_accept("application/json");
        call.put_class(RetryClass::Idempotent);
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_body("text/vcard", body);
        call
    }
}

/// What [`AddressBooksService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::AddressBookPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListCall {
    type Item = models::AddressBook;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<ListCall> {
    /// How many entries a page has at most.
    pub fn limit(mut self, limit: i64) -> Self {
        self.put_query("limit", Style::FORM, &limit);
        self
    }

    /// What `next` of the page before said; without it, the first page.
    pub fn cursor(mut self, cursor: &str) -> Self {
        self.put_query("cursor", Style::FORM, &cursor.to_owned());
        self
    }
}

/// What [`AddressBooksService::create`] stands for.
#[derive(Debug)]
pub enum CreateCall {}

impl Operation for CreateCall {
    type Output = models::AddressBook;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`AddressBooksService::get`] stands for.
#[derive(Debug)]
pub enum GetCall {}

impl Operation for GetCall {
    type Output = models::AddressBook;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`AddressBooksService::delete`] stands for.
#[derive(Debug)]
pub enum DeleteCall {}

impl Operation for DeleteCall {
    type Output = ();

    fn read(_: Reply) -> Result<Self::Output> {
        Ok(())
    }
}

/// What [`AddressBooksService::update`] stands for.
#[derive(Debug)]
pub enum UpdateCall {}

impl Operation for UpdateCall {
    type Output = models::AddressBook;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`AddressBooksService::export`] stands for.
#[derive(Debug)]
pub enum ExportCall {}

impl Operation for ExportCall {
    type Output = Text;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.entity()
    }
}

/// What [`AddressBooksService::import`] stands for.
#[derive(Debug)]
pub enum ImportCall {}

impl Operation for ImportCall {
    type Output = models::ImportReport;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<ImportCall> {
    /// What to do with an object whose UID is there already.
    pub fn if_exists(mut self, if_exists: &models::IfExists) -> Self {
        self.put_query("if-exists", Style::FORM, if_exists);
        self
    }
}
