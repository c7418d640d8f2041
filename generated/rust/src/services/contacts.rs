// Rendered from the description of the interface; not for editing.
//! Contacts.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426).
#[derive(Clone, Debug)]
pub struct ContactsService {
    pub(crate) core: Arc<Core>,
}

impl ContactsService {
    /// List contacts
    ///
    /// The contacts of an address book, in no order of names.
    ///
    /// A page may have fewer entries than `limit`, even none, and a next one.
    ///
    /// address_book_id: The address book.
    pub fn list(&self, address_book_id: &str) -> Call<ListCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/address-books/{addressBookId}/contacts",
        );
        call.put_accept("application/json");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call
    }

    /// Add a contact
    ///
    /// Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it
    /// is.
    ///
    /// address_book_id: The address book.
    pub fn create(&self, address_book_id: &str, body: &models::NewContact) -> Call<CreateCall> {
        let mut call = Call::new(
            &self.core,
            "POST",
            "/api/v1/address-books/{addressBookId}/contacts",
        );
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Add a contact
    ///
    /// Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it
    /// is.
    ///
    /// address_book_id: The address book.
    pub fn create_from_jscontact(
        &self,
        address_book_id: &str,
        body: &models::JsContact,
    ) -> Call<CreateFromJscontactCall> {
        let mut call = Call::new(
            &self.core,
            "POST",
            "/api/v1/address-books/{addressBookId}/contacts",
        );
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_json("application/jscontact+json", body);
        call
    }

    /// Add a contact
    ///
    /// Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it
    /// is.
    ///
    /// address_book_id: The address book.
    pub fn create_from_vcard(
        &self,
        address_book_id: &str,
        body: impl Into<Body>,
    ) -> Call<CreateFromVcardCall> {
        let mut call = Call::new(
            &self.core,
            "POST",
            "/api/v1/address-books/{addressBookId}/contacts",
        );
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_body("text/vcard", body);
        call
    }

    /// Find contacts
    ///
    /// The same list, by more than fits into a URL. All members of the question must hold at once.
    ///
    /// address_book_id: The address book.
    pub fn query(&self, address_book_id: &str, body: &models::ContactQuery) -> Call<QueryCall> {
        let mut call = Call::new(
            &self.core,
            "QUERY",
            "/api/v1/address-books/{addressBookId}/contacts",
        );
        call.put_accept("application/json");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Fetch a contact
    ///
    /// The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was
    /// stored.
    ///
    /// address_book_id: The address book.
    ///
    /// contact_id: The contact.
    pub fn get(&self, address_book_id: &str, contact_id: &str) -> Call<GetCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/address-books/{addressBookId}/contacts/{contactId}",
        );
        call.put_accept("application/json");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_path("contactId", Style::SIMPLE, &contact_id.to_owned());
        call
    }

    /// Fetch a contact
    ///
    /// The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was
    /// stored.
    ///
    /// address_book_id: The address book.
    ///
    /// contact_id: The contact.
    pub fn get_as_vcard(&self, address_book_id: &str, contact_id: &str) -> Call<GetAsVcardCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/address-books/{addressBookId}/contacts/{contactId}",
        );
        call.put_accept("text/vcard");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_path("contactId", Style::SIMPLE, &contact_id.to_owned());
        call
    }

    /// Replace a contact
    ///
    /// Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning
    /// changed, so that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is
    /// required; `*` stands for any version.
    ///
    /// address_book_id: The address book.
    ///
    /// contact_id: The contact.
    ///
    /// if_match: The entity tags one of which the object must have, or `*` for whatever is there;
    /// 428 without.
    pub fn replace(
        &self,
        address_book_id: &str,
        contact_id: &str,
        if_match: &str,
        body: &models::ContactChange,
    ) -> Call<ReplaceCall> {
        let mut call = Call::new(
            &self.core,
            "PUT",
            "/api/v1/address-books/{addressBookId}/contacts/{contactId}",
        );
        call.put_accept("application/json");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_path("contactId", Style::SIMPLE, &contact_id.to_owned());
        call.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Replace a contact
    ///
    /// Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning
    /// changed, so that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is
    /// required; `*` stands for any version.
    ///
    /// address_book_id: The address book.
    ///
    /// contact_id: The contact.
    ///
    /// if_match: The entity tags one of which the object must have, or `*` for whatever is there;
    /// 428 without.
    pub fn replace_from_jscontact(
        &self,
        address_book_id: &str,
        contact_id: &str,
        if_match: &str,
        body: &models::JsContact,
    ) -> Call<ReplaceFromJscontactCall> {
        let mut call = Call::new(
            &self.core,
            "PUT",
            "/api/v1/address-books/{addressBookId}/contacts/{contactId}",
        );
        call.put_accept("application/json");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_path("contactId", Style::SIMPLE, &contact_id.to_owned());
        call.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        call.put_json("application/jscontact+json", body);
        call
    }

    /// Replace a contact
    ///
    /// Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning
    /// changed, so that what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is
    /// required; `*` stands for any version.
    ///
    /// address_book_id: The address book.
    ///
    /// contact_id: The contact.
    ///
    /// if_match: The entity tags one of which the object must have, or `*` for whatever is there;
    /// 428 without.
    pub fn replace_from_vcard(
        &self,
        address_book_id: &str,
        contact_id: &str,
        if_match: &str,
        body: impl Into<Body>,
    ) -> Call<ReplaceFromVcardCall> {
        let mut call = Call::new(
            &self.core,
            "PUT",
            "/api/v1/address-books/{addressBookId}/contacts/{contactId}",
        );
        call.put_accept("application/json");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_path("contactId", Style::SIMPLE, &contact_id.to_owned());
        call.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        call.put_body("text/vcard", body);
        call
    }

    /// Remove a contact
    ///
    /// Removes a contact.
    ///
    /// address_book_id: The address book.
    ///
    /// contact_id: The contact.
    pub fn delete(&self, address_book_id: &str, contact_id: &str) -> Call<DeleteCall> {
        let mut call = Call::new(
            &self.core,
            "DELETE",
            "/api/v1/address-books/{addressBookId}/contacts/{contactId}",
        );
        call.put_accept("application/json");
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_path("contactId", Style::SIMPLE, &contact_id.to_owned());
        call
    }

    /// Change a contact
    ///
    /// Changes parts of a contact: by a merge patch of its JSContact (RFC 7396), or by a
    /// PatchObject (RFC 9553 §1.4.3), which reaches deeper members by pointers such as
    /// `emails/1/address`. Without `If-Match`, the change is made to the version that is there.
    ///
    /// address_book_id: The address book.
    ///
    /// contact_id: The contact.
    pub fn update(&self, address_book_id: &str, contact_id: &str, body: &Map) -> Call<UpdateCall> {
        let mut call = Call::new(
            &self.core,
            "PATCH",
            "/api/v1/address-books/{addressBookId}/contacts/{contactId}",
        );
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_path("addressBookId", Style::SIMPLE, &address_book_id.to_owned());
        call.put_path("contactId", Style::SIMPLE, &contact_id.to_owned());
        call.put_json("application/json", body);
        call
    }
}

/// What [`ContactsService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::ContactPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListCall {
    type Item = models::Contact;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<ListCall> {
    /// What a name, address, number, organization, title or note must contain, whatever the case.
    pub fn text(mut self, text: &str) -> Self {
        self.put_query("text", Style::FORM, &text.to_owned());
        self
    }

    /// The mail address that it must have.
    pub fn email(mut self, email: &str) -> Self {
        self.put_query("email", Style::FORM, &email.to_owned());
        self
    }

    /// The UID that it must have.
    pub fn uid(mut self, uid: &str) -> Self {
        self.put_query("uid", Style::FORM, &uid.to_owned());
        self
    }

    /// Whether entries have `data`; without, a list is much quicker.
    pub fn data(mut self, data: bool) -> Self {
        self.put_query("data", Style::FORM, &data);
        self
    }

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

/// What [`ContactsService::create`] stands for.
#[derive(Debug)]
pub enum CreateCall {}

impl Operation for CreateCall {
    type Output = models::Contact;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`ContactsService::create_from_jscontact`] stands for.
#[derive(Debug)]
pub enum CreateFromJscontactCall {}

impl Operation for CreateFromJscontactCall {
    type Output = models::Contact;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`ContactsService::create_from_vcard`] stands for.
#[derive(Debug)]
pub enum CreateFromVcardCall {}

impl Operation for CreateFromVcardCall {
    type Output = models::Contact;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`ContactsService::query`] stands for.
#[derive(Debug)]
pub enum QueryCall {}

impl Operation for QueryCall {
    type Output = models::ContactPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for QueryCall {
    type Item = models::Contact;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<QueryCall> {
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

/// What [`ContactsService::get`] stands for.
#[derive(Debug)]
pub enum GetCall {}

impl Operation for GetCall {
    type Output = models::Contact;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<GetCall> {
    /// The entity tags none of which the object must have, or `*`.
    pub fn if_none_match(mut self, if_none_match: &str) -> Self {
        self.put_header("If-None-Match", Style::SIMPLE, &if_none_match.to_owned());
        self
    }

    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}

/// What [`ContactsService::get_as_vcard`] stands for.
#[derive(Debug)]
pub enum GetAsVcardCall {}

impl Operation for GetAsVcardCall {
    type Output = Text;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.entity()
    }
}

impl Call<GetAsVcardCall> {
    /// The entity tags none of which the object must have, or `*`.
    pub fn if_none_match(mut self, if_none_match: &str) -> Self {
        self.put_header("If-None-Match", Style::SIMPLE, &if_none_match.to_owned());
        self
    }

    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}

/// What [`ContactsService::replace`] stands for.
#[derive(Debug)]
pub enum ReplaceCall {}

impl Operation for ReplaceCall {
    type Output = models::Contact;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`ContactsService::replace_from_jscontact`] stands for.
#[derive(Debug)]
pub enum ReplaceFromJscontactCall {}

impl Operation for ReplaceFromJscontactCall {
    type Output = models::Contact;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`ContactsService::replace_from_vcard`] stands for.
#[derive(Debug)]
pub enum ReplaceFromVcardCall {}

impl Operation for ReplaceFromVcardCall {
    type Output = models::Contact;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`ContactsService::delete`] stands for.
#[derive(Debug)]
pub enum DeleteCall {}

impl Operation for DeleteCall {
    type Output = ();

    fn read(_: Reply) -> Result<Self::Output> {
        Ok(())
    }
}

impl Call<DeleteCall> {
    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}

/// What [`ContactsService::update`] stands for.
#[derive(Debug)]
pub enum UpdateCall {}

impl Operation for UpdateCall {
    type Output = models::Contact;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<UpdateCall> {
    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}
