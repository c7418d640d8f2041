// Rendered from the description of the interface; not for editing.
//! Webhooks.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// Changes, sent to other servers as they happen.
#[derive(Clone, Debug)]
pub struct WebhooksService {
    pub(crate) core: Arc<Core>,
}

impl WebhooksService {
    /// List one's webhooks
    ///
    /// The webhooks of the account, without their secrets.
    pub fn list(&self) -> Call<ListCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/webhooks");
        call.put_accept("application/json");
        call
    }

    /// Make a webhook
    ///
    /// From now on, each change that one may see is sent to `url` as a `WebhookMessage` with POST,
    /// signed as Standard Webhooks has it: `webhook-signature` is `v1,` and the base64 of
    /// HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body, with points between them,
    /// by what stands behind `whsec_` of the secret. Answer with 2xx within seconds; anything else
    /// is tried again with growing pauses, 410 switches the webhook off. A message may come twice,
    /// and not in order.
    pub fn create(&self, body: &models::NewWebhook) -> Call<CreateCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/webhooks");
        call.put_accept("application/json");
        call.put_json("application/json", body);
        call
    }

    /// Get a webhook
    ///
    /// A webhook without its secret.
    ///
    /// webhook: The id of the webhook.
    pub fn get(&self, webhook: &str) -> Call<GetCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/webhooks/{webhook}");
        call.put_accept("application/json");
        call.put_path("webhook", Style::SIMPLE, &webhook.to_owned());
        call
    }

    /// Delete a webhook
    ///
    /// Nothing is sent any more, what waits neither.
    ///
    /// webhook: The id of the webhook.
    pub fn delete(&self, webhook: &str) -> Call<DeleteCall> {
        let mut call = Call::new(&self.core, "DELETE", "/api/v1/webhooks/{webhook}");
        call.put_accept("application/json");
        call.put_path("webhook", Style::SIMPLE, &webhook.to_owned());
        call
    }

    /// Change a webhook
    ///
    /// What is left out stays as it is, null is the default. One that is switched on again goes on
    /// with what happens from then on.
    ///
    /// webhook: The id of the webhook.
    pub fn update(&self, webhook: &str, body: &models::WebhookPatch) -> Call<UpdateCall> {
        let mut call = Call::new(&self.core, "PATCH", "/api/v1/webhooks/{webhook}");
        call.put_accept("application/json");
        call.put_path("webhook", Style::SIMPLE, &webhook.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// List deliveries
    ///
    /// What was sent lately, the newest first, with what the receiver said.
    ///
    /// webhook: The id of the webhook.
    pub fn deliveries(&self, webhook: &str) -> Call<DeliveriesCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/webhooks/{webhook}/deliveries");
        call.put_accept("application/json");
        call.put_path("webhook", Style::SIMPLE, &webhook.to_owned());
        call
    }

    /// Send a delivery again
    ///
    /// Sends the same message with the same id once more.
    ///
    /// webhook: The id of the webhook.
    ///
    /// delivery: The id of the delivery.
    pub fn redeliver(&self, webhook: &str, delivery: &str) -> Call<RedeliverCall> {
        let mut call = Call::new(
            &self.core,
            "POST",
            "/api/v1/webhooks/{webhook}/deliveries/{delivery}/redeliver",
        );
        call.put_accept("application/json");
        call.put_path("webhook", Style::SIMPLE, &webhook.to_owned());
        call.put_path("delivery", Style::SIMPLE, &delivery.to_owned());
        call
    }

    /// Send a test
    ///
    /// Sends a message of the type `ping`, even where the webhook is switched off.
    ///
    /// webhook: The id of the webhook.
    pub fn ping(&self, webhook: &str) -> Call<PingCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/webhooks/{webhook}/ping");
        call.put_accept("application/json");
        call.put_path("webhook", Style::SIMPLE, &webhook.to_owned());
        call
    }

    /// Make a new secret
    ///
    /// What is sent is signed with the new secret at once, and with the one before as well until
    /// `formerUntil`: have the receiver take either.
    ///
    /// webhook: The id of the webhook.
    pub fn rotate_secret(&self, webhook: &str) -> Call<RotateSecretCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/webhooks/{webhook}/secret");
        call.put_accept("application/json");
        call.put_path("webhook", Style::SIMPLE, &webhook.to_owned());
        call
    }
}

/// What [`WebhooksService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::WebhookPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`WebhooksService::create`] stands for.
#[derive(Debug)]
pub enum CreateCall {}

impl Operation for CreateCall {
    type Output = models::MadeWebhook;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`WebhooksService::get`] stands for.
#[derive(Debug)]
pub enum GetCall {}

impl Operation for GetCall {
    type Output = models::Webhook;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`WebhooksService::delete`] stands for.
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

/// What [`WebhooksService::update`] stands for.
#[derive(Debug)]
pub enum UpdateCall {}

impl Operation for UpdateCall {
    type Output = models::Webhook;

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

/// What [`WebhooksService::deliveries`] stands for.
#[derive(Debug)]
pub enum DeliveriesCall {}

impl Operation for DeliveriesCall {
    type Output = models::DeliveryPage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for DeliveriesCall {
    type Item = models::Delivery;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<DeliveriesCall> {
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

/// What [`WebhooksService::redeliver`] stands for.
#[derive(Debug)]
pub enum RedeliverCall {}

impl Operation for RedeliverCall {
    type Output = models::Delivery;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`WebhooksService::ping`] stands for.
#[derive(Debug)]
pub enum PingCall {}

impl Operation for PingCall {
    type Output = models::Delivery;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`WebhooksService::rotate_secret`] stands for.
#[derive(Debug)]
pub enum RotateSecretCall {}

impl Operation for RotateSecretCall {
    type Output = models::WebhookSecret;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<RotateSecretCall> {
    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}
