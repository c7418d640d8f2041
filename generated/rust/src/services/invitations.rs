// Rendered from the description of the interface; not for editing.
//! Invitations.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// What others offer to share.
#[derive(Clone, Debug)]
pub struct InvitationsService {
    pub(crate) core: Arc<Core>,
}

impl InvitationsService {
    /// List invitations
    ///
    /// What others offered to share, whatever one made of it, the oldest first.
    pub fn list(&self) -> Call<ListCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/invitations");
        call.put_accept("application/json");
        call
    }

    /// Accept or decline an invitation
    ///
    /// What is accepted stands among one's own calendars or address books; what is declined does
    /// not, or no more.
    ///
    /// invitation_id: The invitation.
    pub fn answer(&self, invitation_id: &str, body: &models::InvitationAnswer) -> Call<AnswerCall> {
        let mut call = Call::new(
            &self.core,
            "PUT",
            "/api/v1/invitations/{invitationId}/answer",
        );
        call.put_accept("application/json");
        call.put_path("invitationId", Style::SIMPLE, &invitation_id.to_owned());
        call.put_json("application/json", body);
        call
    }
}

/// What [`InvitationsService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::InvitationPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListCall {
    type Item = models::Invitation;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<ListCall> {
    /// Those in this state alone.
    pub fn state(mut self, state: &models::InvitationState) -> Self {
        self.put_query("state", Style::FORM, state);
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

/// What [`InvitationsService::answer`] stands for.
#[derive(Debug)]
pub enum AnswerCall {}

impl Operation for AnswerCall {
    type Output = models::Invitation;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}
