//! Reading bodies of answers: never more than is allowed, never longer than is allowed.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;

use super::body::ByteStream;
use super::error::{Error, Result};
use super::transport::TransportError;

/// Reads a body to its end; a longer one than `limit` is not what was promised.
pub(crate) async fn whole(mut pieces: ByteStream, limit: usize) -> Result<Bytes> {
    let mut body = BytesMut::new();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(Error::transport)?;
        if body.len() + piece.len() > limit {
            return Err(Error::decode(format!(
                "the answer is larger than {limit} bytes"
            )));
        }
        body.extend_from_slice(&piece);
    }
    Ok(body.freeze())
}

/// Reads the first `limit` bytes of a refusal; one that is cut short says what it can.
pub(crate) async fn beginning(mut pieces: ByteStream, limit: usize) -> Bytes {
    let mut body = BytesMut::new();
    while let Some(Ok(piece)) = pieces.next().await {
        let room = limit - body.len();
        body.extend_from_slice(&piece[..piece.len().min(room)]);
        if body.len() == limit {
            break;
        }
    }
    body.freeze()
}

/// Ends a stream with an error when a piece takes longer than `limit`.
pub(crate) fn watched(pieces: ByteStream, limit: Duration) -> ByteStream {
    let stream = futures_util::stream::unfold(Some(pieces), move |pieces| async move {
        let mut pieces = pieces?;
        match tokio::time::timeout(limit, pieces.next()).await {
            Ok(Some(Ok(piece))) => Some((Ok(piece), Some(pieces))),
            Ok(Some(Err(error))) => Some((Err(error), None)),
            Ok(None) => None,
            Err(elapsed) => Some((Err(TransportError::timeout(elapsed)), None)),
        }
    });
    Box::pin(stream)
}
