// Rendered from the description of the interface; not for editing.
//! Accounts.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// One's own account, those of others for administrators and auditors, and a directory of those
/// that one sees.
#[derive(Clone, Debug)]
pub struct AccountsService {
    pub(crate) core: Arc<Core>,
}

impl AccountsService {
    /// List all accounts
    ///
    /// Every account by its name, for administrators and auditors.
    pub fn list(&self) -> Call<ListCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/accounts");
        call.put_accept("application/json");
        call
    }

    /// Fetch an account
    ///
    /// One's own account with its quota; that of anybody for administrators and auditors.
    ///
    /// account_id: The account; `session.get` tells that of whoever asks.
    pub fn get(&self, account_id: &str) -> Call<GetCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/accounts/{accountId}");
        call.put_accept("application/json");
        call.put_path("accountId", Style::SIMPLE, &account_id.to_owned());
        call
    }

    /// Change an account
    ///
    /// Changes what is given, and removes what is null (RFC 7396). Everybody changes the name that
    /// their own account is shown by. Administrators change everything; for name, address, role and
    /// quota they need their password.
    ///
    /// account_id: The account; `session.get` tells that of whoever asks.
    pub fn update(&self, account_id: &str, body: &models::AccountUpdate) -> Call<UpdateCall> {
        let mut call = Call::new(&self.core, "PATCH", "/api/v1/accounts/{accountId}");
        call.put_accept("application/json");
        call.put_class(RetryClass::Idempotent);
        call.put_path("accountId", Style::SIMPLE, &account_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// List app passwords
    ///
    /// What each is for and when it was used, the oldest first; what they are is told once, when
    /// they are made.
    ///
    /// account_id: The account; `session.get` tells that of whoever asks.
    pub fn list_app_passwords(&self, account_id: &str) -> Call<ListAppPasswordsCall> {
        let mut call = Call::new(
            &self.core,
            "GET",
            "/api/v1/accounts/{accountId}/app-passwords",
        );
        call.put_accept("application/json");
        call.put_path("accountId", Style::SIMPLE, &account_id.to_owned());
        call
    }

    /// Make an app password
    ///
    /// Makes a password of its own for one client, and tells it this once. It takes the password of
    /// the account; neither an app password nor a token makes another one.
    ///
    /// account_id: The account; `session.get` tells that of whoever asks.
    pub fn create_app_password(
        &self,
        account_id: &str,
        body: &models::NewAppPassword,
    ) -> Call<CreateAppPasswordCall> {
        let mut call = Call::new(
            &self.core,
            "POST",
            "/api/v1/accounts/{accountId}/app-passwords",
        );
        call.put_accept("application/json");
        call.put_path("accountId", Style::SIMPLE, &account_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Revoke an app password
    ///
    /// It is worthless at once.
    ///
    /// account_id: The account; `session.get` tells that of whoever asks.
    ///
    /// app_password_id: The app password.
    pub fn delete_app_password(
        &self,
        account_id: &str,
        app_password_id: &str,
    ) -> Call<DeleteAppPasswordCall> {
        let mut call = Call::new(
            &self.core,
            "DELETE",
            "/api/v1/accounts/{accountId}/app-passwords/{appPasswordId}",
        );
        call.put_accept("application/json");
        call.put_path("accountId", Style::SIMPLE, &account_id.to_owned());
        call.put_path("appPasswordId", Style::SIMPLE, &app_password_id.to_owned());
        call
    }

    /// Set a password
    ///
    /// Takes the password that counts now, for one's own account in the body as well; neither an
    /// app password nor a token does. Administrators set that of anybody. The new one counts at
    /// once.
    ///
    /// account_id: The account; `session.get` tells that of whoever asks.
    pub fn set_password(
        &self,
        account_id: &str,
        body: &models::NewPassword,
    ) -> Call<SetPasswordCall> {
        let mut call = Call::new(&self.core, "PUT", "/api/v1/accounts/{accountId}/password");
        call.put_accept("application/json");
        call.put_path("accountId", Style::SIMPLE, &account_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Find people, groups, rooms and resources
    ///
    /// Those that whoever asks may see, by their name; their identifiers are what shares take.
    pub fn directory(&self) -> Call<DirectoryCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/directory");
        call.put_accept("application/json");
        call
    }
}

/// What [`AccountsService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::AccountPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListCall {
    type Item = models::Account;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<ListCall> {
    /// Those of this sort alone.
    pub fn kind(mut self, kind: &models::PrincipalKind) -> Self {
        self.put_query("kind", Style::FORM, kind);
        self
    }

    /// Those with this role alone.
    pub fn role(mut self, role: &models::Role) -> Self {
        self.put_query("role", Style::FORM, role);
        self
    }

    /// Those alone that may not sign in, or those that may.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.put_query("disabled", Style::FORM, &disabled);
        self
    }

    /// What name, display name or address have to contain, without regard to case.
    pub fn text(mut self, text: &str) -> Self {
        self.put_query("text", Style::FORM, &text.to_owned());
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

/// What [`AccountsService::get`] stands for.
#[derive(Debug)]
pub enum GetCall {}

impl Operation for GetCall {
    type Output = models::Account;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`AccountsService::update`] stands for.
#[derive(Debug)]
pub enum UpdateCall {}

impl Operation for UpdateCall {
    type Output = models::Account;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`AccountsService::list_app_passwords`] stands for.
#[derive(Debug)]
pub enum ListAppPasswordsCall {}

impl Operation for ListAppPasswordsCall {
    type Output = models::AppPasswordPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListAppPasswordsCall {
    type Item = models::AppPassword;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<ListAppPasswordsCall> {
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

/// What [`AccountsService::create_app_password`] stands for.
#[derive(Debug)]
pub enum CreateAppPasswordCall {}

impl Operation for CreateAppPasswordCall {
    type Output = models::MadeAppPassword;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`AccountsService::delete_app_password`] stands for.
#[derive(Debug)]
pub enum DeleteAppPasswordCall {}

impl Operation for DeleteAppPasswordCall {
    type Output = ();

    fn read(_: Reply) -> Result<Self::Output> {
        Ok(())
    }
}

/// What [`AccountsService::set_password`] stands for.
#[derive(Debug)]
pub enum SetPasswordCall {}

impl Operation for SetPasswordCall {
    type Output = ();

    fn read(_: Reply) -> Result<Self::Output> {
        Ok(())
    }
}

/// What [`AccountsService::directory`] stands for.
#[derive(Debug)]
pub enum DirectoryCall {}

impl Operation for DirectoryCall {
    type Output = models::PrincipalPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for DirectoryCall {
    type Item = models::Principal;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<DirectoryCall> {
    /// What name, display name or address have to contain, without regard to case.
    pub fn text(mut self, text: &str) -> Self {
        self.put_query("text", Style::FORM, &text.to_owned());
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
