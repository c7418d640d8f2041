// Rendered from the description of the interface; not for editing.
//! Tokens.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// What programs sign in with, each for some things alone.
#[derive(Clone, Debug)]
pub struct TokensService {
    pub(crate) core: Arc<Core>,
}

impl TokensService {
    /// List one's tokens
    ///
    /// The tokens of the account, without what they are; those that expired are there for a month.
    pub fn list(&self) -> Call<ListCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/tokens");
        call.put_accept("application/json");
        call
    }

    /// Make a token
    ///
    /// What the token is stands in the answer, and is told nowhere else again. A token makes no
    /// token that is for more than it is for itself, or that lasts longer.
    pub fn create(&self, body: &models::NewToken) -> Call<CreateCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/tokens");
        call.put_accept("application/json");
        call.put_json("application/json", body);
        call
    }

    /// Revoke a token
    ///
    /// It is worthless at once, everywhere.
    ///
    /// token: The id of the token.
    pub fn delete(&self, token: &str) -> Call<DeleteCall> {
        let mut call = Call::new(&self.core, "DELETE", "/api/v1/tokens/{token}");
        call.put_accept("application/json");
        call.put_path("token", Style::SIMPLE, &token.to_owned());
        call
    }
}

/// What [`TokensService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::TokenPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`TokensService::create`] stands for.
#[derive(Debug)]
pub enum CreateCall {}

impl Operation for CreateCall {
    type Output = models::MadeToken;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`TokensService::delete`] stands for.
#[derive(Debug)]
pub enum DeleteCall {}

impl Operation for DeleteCall {
    type Output = ();

    fn read(_: Reply) -> Result<Self::Output> {
        Ok(())
    }
}
