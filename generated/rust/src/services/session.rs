// Rendered from the description of the interface; not for editing.
//! Session.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// Who is signed in, and what there is to call.
#[derive(Clone, Debug)]
pub struct SessionService {
    pub(crate) core: Arc<Core>,
}

impl SessionService {
    /// Fetch this document in OpenAPI 3.1
    ///
    /// The same for tools that know no later version; what 3.1 cannot say stands in extensions.
    pub fn document31(&self) -> Call<Document31Call> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/openapi-3.1.json");
        call.put_accept("application/json");
        call
    }

    /// Fetch this document
    ///
    /// The OpenAPI 3.2 document of everything that this server serves below this place.
    pub fn document(&self) -> Call<DocumentCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/openapi.json");
        call.put_accept("application/json");
        call
    }

    /// Tell who is signed in
    ///
    /// The account that the credential of this request belongs to, what this credential may be used
    /// for, and what the server takes.
    pub fn get(&self) -> Call<GetCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/session");
        call.put_accept("application/json");
        call
    }
}

/// What [`SessionService::document31`] stands for.
#[derive(Debug)]
pub enum Document31Call {}

impl Operation for Document31Call {
    type Output = Map;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`SessionService::document`] stands for.
#[derive(Debug)]
pub enum DocumentCall {}

impl Operation for DocumentCall {
    type Output = Map;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`SessionService::get`] stands for.
#[derive(Debug)]
pub enum GetCall {}

impl Operation for GetCall {
    type Output = models::Session;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}
