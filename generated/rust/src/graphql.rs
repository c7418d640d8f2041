// Rendered from the description of the interface; not for editing.
//! Operations of GraphQL.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

pub use crate::runtime::graphql::{GraphOperation, GraphqlError, Partial, Query};

/// Asks in GraphQL.
#[derive(Clone, Debug)]
pub struct Graphql {
    pub(crate) core: Arc<Core>,
}

impl Graphql {
    /// A page of the audit trail, the newest first.
    pub fn audit(&self) -> Query<AuditCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "query Audit($first: Int = 100, $after: String, $filter: AuditFilter) {\n  audit(first: $first, after: $after, filter: $filter) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      at\n      action\n      outcome\n      href\n      actor {\n        id\n        name\n      }\n    }\n  }\n}",
            "Audit",
        );
        query.put_safe();
        query
    }

    /// A collection, who may do what with it, and with whom it is shared.
    pub fn collection(&self, id: &str) -> Query<CollectionCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "query Collection($id: ID!) {\n  collection(id: $id) {\n    id\n    name\n    displayName\n    kind\n    href\n    memberCount\n    size\n    modified\n    owner {\n      id\n      name\n    }\n    acl {\n      principal\n      grants\n      inverted\n      privileges\n    }\n  }\n}",
            "Collection",
        );
        query.put_safe();
        query.put_variable("id", &id.to_owned());
        query
    }

    /// Makes a password for one client, which is told this once.
    pub fn create_app_password(
        &self,
        input: &models::CreateAppPasswordInput,
    ) -> Query<CreateAppPasswordCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "mutation CreateAppPassword($input: CreateAppPasswordInput!) {\n  createAppPassword(input: $input) {\n    newAppPassword {\n      label\n      secret\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
            "CreateAppPassword",
        );
        query.put_variable("input", input);
        query
    }

    /// Makes a calendar, an address book or a folder.
    pub fn create_collection(
        &self,
        input: &models::CreateCollectionInput,
    ) -> Query<CreateCollectionCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "mutation CreateCollection($input: CreateCollectionInput!) {\n  createCollection(input: $input) {\n    collection {\n      id\n      name\n      displayName\n      kind\n      href\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
            "CreateCollection",
        );
        query.put_variable("input", input);
        query
    }

    /// Makes an account with its homes.
    pub fn create_principal(
        &self,
        input: &models::CreatePrincipalInput,
    ) -> Query<CreatePrincipalCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "mutation CreatePrincipal($input: CreatePrincipalInput!) {\n  createPrincipal(input: $input) {\n    principal {\n      id\n      name\n      displayName\n      href\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
            "CreatePrincipal",
        );
        query.put_variable("input", input);
        query
    }

    /// Who is asking, and what they may.
    pub fn me(&self) -> Query<MeCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "query Me {\n  me {\n    id\n    name\n    displayName\n    email\n    kind\n    role\n    quota {\n      used\n      limit\n    }\n  }\n}",
            "Me",
        );
        query.put_safe();
        query
    }

    /// A page of messages that wait, are on their way, or were given up.
    pub fn outbox(&self) -> Query<OutboxCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "query Outbox($first: Int = 100, $after: String, $filter: MessageFilter) {\n  outbox(first: $first, after: $after, filter: $filter) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      kind\n      state\n      attempts\n      failure\n      created\n      due\n      account {\n        id\n        name\n      }\n    }\n  }\n}",
            "Outbox",
        );
        query.put_safe();
        query
    }

    /// One account with its collections; null where there is none.
    pub fn principal(&self, name: &str) -> Query<PrincipalCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "query Principal($name: String!) {\n  principal(name: $name) {\n    id\n    name\n    displayName\n    email\n    kind\n    role\n    disabled\n    collections(first: 100) {\n      nodes {\n        id\n        name\n        displayName\n        kind\n        href\n        memberCount\n        size\n      }\n    }\n  }\n}",
            "Principal",
        );
        query.put_safe();
        query.put_variable("name", &name.to_owned());
        query
    }

    /// A page of accounts, groups, rooms and resources.
    pub fn principals(&self) -> Query<PrincipalsCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "query Principals($first: Int = 100, $after: String, $filter: PrincipalFilter) {\n  principals(first: $first, after: $after, filter: $filter) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      name\n      displayName\n      email\n      kind\n      role\n      disabled\n      created\n    }\n  }\n}",
            "Principals",
        );
        query.put_safe();
        query
    }

    /// Tries a message of the outbox again.
    pub fn retry_message(&self, input: &models::MessageInput) -> Query<RetryMessageCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "mutation RetryMessage($input: MessageInput!) {\n  retryMessage(input: $input) {\n    done\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
            "RetryMessage",
        );
        query.put_variable("input", input);
        query
    }

    /// An app password is worthless at once.
    pub fn revoke_app_password(
        &self,
        input: &models::RevokeAppPasswordInput,
    ) -> Query<RevokeAppPasswordCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "mutation RevokeAppPassword($input: RevokeAppPasswordInput!) {\n  revokeAppPassword(input: $input) {\n    done\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
            "RevokeAppPassword",
        );
        query.put_variable("input", input);
        query
    }

    /// What runs here: the server and its plugins.
    pub fn server(&self) -> Query<ServerCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "query Server {\n  server {\n    version\n  }\n  plugins {\n    name\n    version\n    enabled\n    distribution\n  }\n}",
            "Server",
        );
        query.put_safe();
        query
    }

    /// Refuses all sign-ins of an account, whose data stays, or lets it sign in again.
    pub fn set_disabled(&self, input: &models::SetDisabledInput) -> Query<SetDisabledCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "mutation SetDisabled($input: SetDisabledInput!) {\n  setDisabled(input: $input) {\n    principal {\n      id\n      disabled\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
            "SetDisabled",
        );
        query.put_variable("input", input);
        query
    }

    /// Offers a calendar or an address book to somebody.
    pub fn share(&self, input: &models::ShareInput) -> Query<ShareCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "mutation Share($input: ShareInput!) {\n  share(input: $input) {\n    collection {\n      id\n      displayName\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
            "Share",
        );
        query.put_variable("input", input);
        query
    }

    /// Changes what an account is known by, or its quota.
    pub fn update_principal(
        &self,
        input: &models::UpdatePrincipalInput,
    ) -> Query<UpdatePrincipalCall> {
        let mut query = Query::new(
            &self.core,
            "/graphql",
            "mutation UpdatePrincipal($input: UpdatePrincipalInput!) {\n  updatePrincipal(input: $input) {\n    principal {\n      id\n      name\n      displayName\n      email\n      quota {\n        used\n        limit\n      }\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}",
            "UpdatePrincipal",
        );
        query.put_variable("input", input);
        query
    }
}

/// What [`Graphql::audit`] stands for.
#[derive(Debug)]
pub enum AuditCall {}

impl GraphOperation for AuditCall {
    type Data = models::AuditResult;
}

impl Query<AuditCall> {
    /// Sets first.
    pub fn first(mut self, first: impl Into<Option<i64>>) -> Self {
        let first: Option<i64> = first.into();
        self.put_variable("first", &first);
        self
    }

    /// Sets after.
    pub fn after(mut self, after: impl Into<Option<String>>) -> Self {
        let after: Option<String> = after.into();
        self.put_variable("after", &after);
        self
    }

    /// Sets filter.
    pub fn filter(mut self, filter: impl Into<Option<models::AuditFilter>>) -> Self {
        let filter: Option<models::AuditFilter> = filter.into();
        self.put_variable("filter", &filter);
        self
    }
}

/// What [`Graphql::collection`] stands for.
#[derive(Debug)]
pub enum CollectionCall {}

impl GraphOperation for CollectionCall {
    type Data = models::CollectionResult;
}

/// What [`Graphql::create_app_password`] stands for.
#[derive(Debug)]
pub enum CreateAppPasswordCall {}

impl GraphOperation for CreateAppPasswordCall {
    type Data = models::CreateAppPasswordResult;
}

/// What [`Graphql::create_collection`] stands for.
#[derive(Debug)]
pub enum CreateCollectionCall {}

impl GraphOperation for CreateCollectionCall {
    type Data = models::CreateCollectionResult;
}

/// What [`Graphql::create_principal`] stands for.
#[derive(Debug)]
pub enum CreatePrincipalCall {}

impl GraphOperation for CreatePrincipalCall {
    type Data = models::CreatePrincipalResult;
}

/// What [`Graphql::me`] stands for.
#[derive(Debug)]
pub enum MeCall {}

impl GraphOperation for MeCall {
    type Data = models::MeResult;
}

/// What [`Graphql::outbox`] stands for.
#[derive(Debug)]
pub enum OutboxCall {}

impl GraphOperation for OutboxCall {
    type Data = models::OutboxResult;
}

impl Query<OutboxCall> {
    /// Sets first.
    pub fn first(mut self, first: impl Into<Option<i64>>) -> Self {
        let first: Option<i64> = first.into();
        self.put_variable("first", &first);
        self
    }

    /// Sets after.
    pub fn after(mut self, after: impl Into<Option<String>>) -> Self {
        let after: Option<String> = after.into();
        self.put_variable("after", &after);
        self
    }

    /// Sets filter.
    pub fn filter(mut self, filter: impl Into<Option<models::MessageFilter>>) -> Self {
        let filter: Option<models::MessageFilter> = filter.into();
        self.put_variable("filter", &filter);
        self
    }
}

/// What [`Graphql::principal`] stands for.
#[derive(Debug)]
pub enum PrincipalCall {}

impl GraphOperation for PrincipalCall {
    type Data = models::PrincipalResult;
}

/// What [`Graphql::principals`] stands for.
#[derive(Debug)]
pub enum PrincipalsCall {}

impl GraphOperation for PrincipalsCall {
    type Data = models::PrincipalsResult;
}

impl Query<PrincipalsCall> {
    /// Sets first.
    pub fn first(mut self, first: impl Into<Option<i64>>) -> Self {
        let first: Option<i64> = first.into();
        self.put_variable("first", &first);
        self
    }

    /// Sets after.
    pub fn after(mut self, after: impl Into<Option<String>>) -> Self {
        let after: Option<String> = after.into();
        self.put_variable("after", &after);
        self
    }

    /// Sets filter.
    pub fn filter(mut self, filter: impl Into<Option<models::PrincipalFilter>>) -> Self {
        let filter: Option<models::PrincipalFilter> = filter.into();
        self.put_variable("filter", &filter);
        self
    }
}

/// What [`Graphql::retry_message`] stands for.
#[derive(Debug)]
pub enum RetryMessageCall {}

impl GraphOperation for RetryMessageCall {
    type Data = models::RetryMessageResult;
}

/// What [`Graphql::revoke_app_password`] stands for.
#[derive(Debug)]
pub enum RevokeAppPasswordCall {}

impl GraphOperation for RevokeAppPasswordCall {
    type Data = models::RevokeAppPasswordResult;
}

/// What [`Graphql::server`] stands for.
#[derive(Debug)]
pub enum ServerCall {}

impl GraphOperation for ServerCall {
    type Data = models::ServerResult;
}

/// What [`Graphql::set_disabled`] stands for.
#[derive(Debug)]
pub enum SetDisabledCall {}

impl GraphOperation for SetDisabledCall {
    type Data = models::SetDisabledResult;
}

/// What [`Graphql::share`] stands for.
#[derive(Debug)]
pub enum ShareCall {}

impl GraphOperation for ShareCall {
    type Data = models::ShareResult;
}

/// What [`Graphql::update_principal`] stands for.
#[derive(Debug)]
pub enum UpdatePrincipalCall {}

impl GraphOperation for UpdatePrincipalCall {
    type Data = models::UpdatePrincipalResult;
}
