//! The transport used unless another one is given: reqwest, bare of everything the client does itself.

use std::time::Duration;

use futures_util::TryStreamExt;

use super::body::{Body, ByteStream};
use super::error::Error;
use super::transport::{BoxFuture, Transport, TransportError};

/// Sends requests with [`reqwest`].
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// Makes a transport with a time limit for making a connection.
    pub fn new(connect_timeout: Duration) -> Result<Self, Error> {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(connect_timeout)
            .retry(reqwest::retry::never())
            .build()
            .map_err(|error| Error::configuration(error.to_string()))?;
        Ok(Self { client })
    }

    /// Wraps a client of the caller's own making (proxies, certificates); it must not follow redirects.
    pub fn from_client(client: reqwest::Client) -> Self {
        Self { client }
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            let request = reqwest::Request::try_from(request.map(outgoing)).map_err(translate)?;
            let mut response = self.client.execute(request).await.map_err(translate)?;
            let mut answer = http::Response::builder().status(response.status());
            if let Some(headers) = answer.headers_mut() {
                std::mem::swap(headers, response.headers_mut());
            }
            let pieces: ByteStream = Box::pin(response.bytes_stream().map_err(translate));
            answer.body(pieces).map_err(TransportError::connection)
        })
    }
}

fn outgoing(body: Body) -> reqwest::Body {
    match body {
        Body::Empty => reqwest::Body::default(),
        Body::Bytes(bytes) => bytes.into(),
        Body::Stream(pieces) => reqwest::Body::wrap_stream(pieces),
    }
}

fn translate(error: reqwest::Error) -> TransportError {
    // The address may hold a secret and is told apart by the client itself.
    let error = error.without_url();
    if error.is_timeout() && !error.is_connect() {
        TransportError::timeout(error)
    } else {
        TransportError::connection(error)
    }
}
