// Rendered from the description of the interface; not for editing.
//! Shares.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// What one gives others of one's calendars and address books.
#[derive(Clone, Debug)]
pub struct SharesService {
    pub(crate) core: Arc<Core>,
}

impl SharesService {
    /// List who has a share
    ///
    /// Whom a calendar or an address book of one's own is shared with, the oldest share first.
    ///
    /// collection_id: A calendar or an address book.
    pub fn list(&self, collection_id: &str) -> Call<ListCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/collections/{collectionId}/shares",
        );
        call.put_accept("application/json");
        call.put_path("collectionId", Style::SIMPLE, &collection_id.to_owned());
        call
    }

    /// Share with somebody, or change what they may do
    ///
    /// Offers a calendar or an address book of one's own to an account or a group, each of whom is
    /// invited, or changes what was offered. Whoever declined is asked again.
    ///
    /// collection_id: A calendar or an address book.
    ///
    /// account_id: The account or the group it is shared with.
    pub fn put(
        &self,
        collection_id: &str,
        account_id: &str,
        body: &models::NewShare,
    ) -> Call<PutCall> {
        let mut call = Call::new(
            &self.core,
            "PUT",
            "/api/v1/collections/{collectionId}/shares/{accountId}",
        );
        call.put_accept("application/json");
        call.put_path("collectionId", Style::SIMPLE, &collection_id.to_owned());
        call.put_path("accountId", Style::SIMPLE, &account_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// End a share
    ///
    /// Whoever has the collection by this share alone has it no more.
    ///
    /// collection_id: A calendar or an address book.
    ///
    /// account_id: The account or the group it is shared with.
    pub fn delete(&self, collection_id: &str, account_id: &str) -> Call<DeleteCall> {
        let mut call = Call::new(
            &self.core,
            "DELETE",
            "/api/v1/collections/{collectionId}/shares/{accountId}",
        );
        call.put_accept("application/json");
        call.put_path("collectionId", Style::SIMPLE, &collection_id.to_owned());
        call.put_path("accountId", Style::SIMPLE, &account_id.to_owned());
        call
    }
}

/// What [`SharesService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::SharePage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListCall {
    type Item = models::Share;
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

/// What [`SharesService::put`] stands for.
#[derive(Debug)]
pub enum PutCall {}

impl Operation for PutCall {
    type Output = models::Share;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`SharesService::delete`] stands for.
#[derive(Debug)]
pub enum DeleteCall {}

impl Operation for DeleteCall {
    type Output = ();

    fn read(_: Reply) -> Result<Self::Output> {
        Ok(())
    }
}
