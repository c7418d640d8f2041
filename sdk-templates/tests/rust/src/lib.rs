//! The runtime of the Rust client as a crate of its own, so that it is tested without anything rendered.

#[path = "../../../a3dav_sdk/languages/rust/runtime/src/runtime/mod.rs"]
pub mod runtime;

use std::sync::Arc;

use runtime::call::{Call, Operation};
use runtime::dav::Dav;
use runtime::error::Result;
use runtime::events::Listens;
use runtime::graphql::{GraphOperation, Query};
use runtime::json::Value;
use runtime::options::Options;
use runtime::pages::Paged;
use runtime::request::Reply;
use runtime::{Core, RetryClass, Style};

/// A client with calls of every kind, as a description would render them.
pub struct Probe(Arc<Core>);

/// A call that reads any JSON.
pub enum Whole {}

impl Operation for Whole {
    type Output = Value;

    fn read(reply: Reply) -> Result<Value> {
        reply.json()
    }
}

/// A call that reads events.
pub enum Events {}

impl Operation for Events {
    type Output = ();
    const STREAMS: bool = true;

    fn read(_: Reply) -> Result<()> {
        Ok(())
    }
}

impl Listens for Events {
    type Event = Value;
}

/// A call that reads pages.
pub enum Pages {}

impl Operation for Pages {
    type Output = Value;

    fn read(reply: Reply) -> Result<Value> {
        reply.json()
    }
}

impl Paged for Pages {
    type Item = Value;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Value) -> Option<String> {
        page["next"].as_str().map(str::to_owned)
    }

    fn items(page: Value) -> Vec<Value> {
        page["items"].as_array().cloned().unwrap_or_default()
    }
}

/// A question in GraphQL.
pub enum Asking {}

impl GraphOperation for Asking {
    type Data = Value;
}

impl Probe {
    pub fn new(options: Options) -> Result<Self> {
        Core::new(options).map(Self)
    }

    pub fn get(&self, path: &'static str) -> Call<Whole> {
        Call::new(&self.0, "GET", path)
    }

    pub fn post(&self, path: &'static str) -> Call<Whole> {
        let mut call = Call::new(&self.0, "POST", path);
        call.put_json("application/json", &Value::from("sent"));
        call
    }

    pub fn post_keyed(&self, path: &'static str) -> Call<Whole> {
        let mut call = self.post(path);
        call.put_class(RetryClass::Keyed);
        call
    }

    pub fn pages(&self) -> Call<Pages> {
        let mut call = Call::new(&self.0, "GET", "/pages");
        call.put_query("limit", Style::FORM, &2);
        call
    }

    pub fn events(&self) -> Call<Events> {
        Call::new(&self.0, "GET", "/events")
    }

    pub fn graphql(&self) -> Query<Asking> {
        Query::new(&self.0, "/graphql", "query Q { a }", "Q").header("x-probe", "1")
    }

    pub fn dav(&self) -> Dav {
        Dav::new(&self.0)
    }
}
