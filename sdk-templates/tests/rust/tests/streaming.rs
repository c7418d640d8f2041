//! What comes piece by piece: pages, events, GraphQL with errors, and the same without async.

mod support;

use a3dav_runtime_tests::runtime::blocking::{Wait, WaitIter};
use a3dav_runtime_tests::runtime::json::Value;
use futures_util::{StreamExt, TryStreamExt};
use support::{json, probe, Server};

fn page(next: &str) -> String {
    json(
        "200 OK",
        &format!("{{\"items\": [1, 2], \"next\": {next}}}"),
    )
}

fn stream(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n{body}")
}

#[tokio::test]
async fn pages_are_asked_for_only_when_they_are_needed() {
    let server = Server::answering([page("\"b\""), page("null")]);
    let (client, _) = probe(&server);
    let mut items = client.pages().items();
    items.next().await.unwrap().unwrap();
    assert_eq!(server.lines(), ["GET /pages?limit=2"]);
    assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [2, 1, 2]);
    assert_eq!(server.lines()[1], "GET /pages?limit=2&cursor=b");
}

#[tokio::test]
async fn pages_that_go_in_a_circle_are_an_error() {
    let server = Server::answering([page("\"b\""), page("\"b\"")]);
    let (client, _) = probe(&server);
    let read: Vec<_> = client.pages().items().collect().await;
    assert_eq!(read.last().unwrap().as_ref().unwrap_err().code(), "decode");
}

#[test]
fn pages_are_an_iterator_where_nothing_is_asynchronous() {
    let server = Server::answering([page("\"b\""), page("null"), page("null")]);
    let (client, _) = probe(&server);
    let items: Vec<Value> = client
        .pages()
        .items()
        .wait_iter()
        .map(Result::unwrap)
        .collect();
    assert_eq!(items, [1, 2, 1, 2]);
    assert_eq!(client.pages().wait().unwrap()["next"], Value::Null);
}

#[tokio::test]
async fn events_go_on_where_they_were_when_the_connection_breaks() {
    let server = Server::answering([
        stream("retry: 1000\r\nid: 1\r\nda~ta: {\"n\":~1}\r~\n\r\n: rest"),
        json("503 Busy", ""),
        stream("id: 2\nevent: named\ndata: 2\n\ndata: lost"),
        "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_owned(),
    ]);
    let (client, sleeps) = probe(&server);
    let events: Vec<_> = client.events().events().try_collect().await.unwrap();
    let told: Vec<_> = events
        .iter()
        .map(|event| (&*event.id, &*event.event))
        .collect();
    assert_eq!(told, [("1", "message"), ("2", "named")]);
    let arrived = server.arrived();
    let ids: Vec<_> = arrived
        .iter()
        .map(|request| request.header("last-event-id"))
        .collect();
    assert_eq!(ids, [None, Some("1"), Some("1"), Some("2")]);
    assert_eq!(sleeps.taken(), [0.75, 1.5, 0.75]);
}

#[tokio::test]
async fn events_end_with_an_error_that_waiting_cannot_help() {
    let server = Server::answering([json("403 Forbidden", "{}")]);
    let (client, _) = probe(&server);
    let read: Vec<_> = client.events().events_after("7").collect().await;
    assert_eq!(read[0].as_ref().unwrap_err().code(), "forbidden");
    assert_eq!(server.arrived()[0].header("last-event-id"), Some("7"));
}

#[tokio::test]
async fn graphql_errors_keep_the_data_that_came_with_them() {
    let both = r#"{"data":{"a":1},"errors":[{"message":"no b","path":["b",0],"extensions":{"code":"X"}}]}"#;
    let server = Server::answering([json("200 OK", both), json("200 OK", both)]);
    let (client, _) = probe(&server);
    let error = client.graphql().await.unwrap_err();
    assert_eq!(
        (error.code(), error.graphql_errors()[0].message.as_str()),
        ("graphql", "no b")
    );
    assert_eq!(error.graphql_data().unwrap()["a"], 1);
    let partial = client.graphql().partial().await.unwrap();
    assert_eq!(
        (partial.data.unwrap()["a"].clone(), partial.errors.len()),
        (1.into(), 1)
    );
    let arrived = &server.arrived()[0];
    assert_eq!(arrived.header("x-probe"), Some("1"));
    assert_eq!(
        arrived.body,
        r#"{"query":"query Q { a }","operationName":"Q","variables":{}}"#
    );
}
