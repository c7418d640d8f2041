//! Asking in GraphQL: one document, its variables, and data with errors beside it.

use std::fmt;
use std::future::IntoFuture;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::{Method, StatusCode};
use url::Url;

use super::call::Call;
use super::core::Core;
use super::error::{Error, Result};
use super::form::plain;
use super::json::{take, Json, JsonError, Map, Value};
use super::request::Reply;
use super::retry::RetryClass;
use super::transport::BoxFuture;

/// One error of a GraphQL answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GraphqlError {
    /// What went wrong.
    pub message: String,
    /// The field it went wrong in: names and indexes.
    pub path: Vec<Value>,
    /// What the server tells beside the message, such as a code.
    pub extensions: Map,
    /// Everything else.
    pub extra: Map,
}

impl Json for GraphqlError {
    /// Takes errors as they come: one that is not well made is an error all the same.
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = match value {
            Value::Object(members) => members,
            other => Map::from_iter([("message".to_owned(), other)]),
        };
        Ok(Self {
            message: plain(&members.shift_remove("message").unwrap_or_default()),
            path: match members.shift_remove("path") {
                Some(Value::Array(path)) => path,
                _ => Vec::new(),
            },
            extensions: match members.shift_remove("extensions") {
                Some(Value::Object(extensions)) => extensions,
                _ => Map::new(),
            },
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        super::json::put(&mut members, "message", &self.message);
        super::json::put(&mut members, "path", &self.path);
        let extensions = Value::Object(self.extensions.clone());
        super::json::put(&mut members, "extensions", &extensions);
        super::json::put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

/// Data of a GraphQL answer and the errors of the fields that are missing in it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Partial<T> {
    /// The data, if it could be read in spite of what is missing.
    pub data: Option<T>,
    /// The errors.
    pub errors: Vec<GraphqlError>,
}

struct Whole;

impl super::call::Operation for Whole {
    type Output = Value;

    fn read(reply: Reply) -> Result<Value> {
        reply.json()
    }
}

/// An operation of GraphQL; those of the description are its only implementors.
pub trait GraphOperation: Send + 'static {
    /// What the data is read as.
    type Data: Json + Send + 'static;
}

/// A GraphQL request that is not sent yet.
#[must_use = "a request does nothing until it is awaited"]
pub struct Query<O> {
    call: Call<Whole>,
    document: &'static str,
    name: &'static str,
    variables: Map,
    operation: PhantomData<fn() -> O>,
}

impl<O> fmt::Debug for Query<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Query({})", self.name)
    }
}

impl<O> Query<O> {
    pub(crate) fn new(
        core: &Arc<Core>,
        path: &'static str,
        document: &'static str,
        name: &'static str,
    ) -> Self {
        let mut call = Call::new(core, "POST", path);
        call.put_accept("application/json");
        let call = call.header("graphql-require-preflight", "1");
        Self {
            call,
            document,
            name,
            variables: Map::new(),
            operation: PhantomData,
        }
    }

    /// Marks a question that changes nothing, which may be asked again.
    pub(crate) fn put_safe(&mut self) {
        self.call.put_class(RetryClass::Safe);
    }

    pub(crate) fn put_variable<T: Json>(&mut self, name: &str, value: &T) {
        self.variables.insert(name.to_owned(), value.write());
    }

    /// Sets a header of the request.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.call = self.call.header(name, value);
        self
    }

    /// How long one attempt may take.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.call = self.call.timeout(timeout);
        self
    }

    fn into_call(mut self) -> Call<Whole> {
        let mut body = Map::new();
        body.insert("query".to_owned(), self.document.into());
        body.insert("operationName".to_owned(), self.name.into());
        body.insert("variables".to_owned(), Value::Object(self.variables));
        self.call.put_json("application/json", &body);
        self.call
    }
}

impl<O: GraphOperation> Query<O> {
    /// Sends the request; any error in the answer is an error of the call.
    pub async fn send(self) -> Result<O::Data> {
        let (method, url) = (Method::POST, self.call.url());
        let (data, errors, status, attempts) = self.ask().await?;
        if !errors.is_empty() || data.is_null() {
            let partial = Some(data).filter(|data| !data.is_null());
            let error = Error::graphql(errors, partial).answered(status);
            return Err(error.of_request(&method, &url).after(attempts));
        }
        Ok(O::Data::read(data)?)
    }

    /// A refusal may be an answer of GraphQL too.
    async fn ask(self) -> Result<(Value, Vec<GraphqlError>, StatusCode, u32)> {
        match self.into_call().answer().await {
            Ok(answer) => {
                let (data, errors) = parts(answer.value)?;
                Ok((data, errors, answer.status, answer.attempts))
            }
            Err(error) => {
                let body = error.refusal().map(|refusal| &refusal.body);
                let answer = body.and_then(|body| serde_json::from_slice(body).ok());
                match answer.and_then(|answer| parts(answer).ok()) {
                    Some((data, errors)) if !errors.is_empty() => {
                        let status = error.status().unwrap_or_default();
                        Ok((data, errors, status, error.attempts()))
                    }
                    _ => Err(error),
                }
            }
        }
    }

    /// Sends the request; gives data and errors side by side.
    pub async fn partial(self) -> Result<Partial<O::Data>> {
        let (data, errors, ..) = self.ask().await?;
        let data = match errors.is_empty() {
            true => Some(O::Data::read(data)?),
            false => O::Data::read(data).ok(),
        };
        Ok(Partial { data, errors })
    }
}

impl<O: GraphOperation> IntoFuture for Query<O> {
    type Output = Result<O::Data>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

fn parts(answer: Value) -> Result<(Value, Vec<GraphqlError>)> {
    let mut members = Map::read(answer)?;
    if !members.contains_key("data") && !members.contains_key("errors") {
        return Err(Error::decode("this is no answer of GraphQL"));
    }
    let errors: Option<Vec<GraphqlError>> = take(&mut members, "errors")?;
    let data: Option<Value> = take(&mut members, "data")?;
    Ok((data.unwrap_or_default(), errors.unwrap_or_default()))
}
