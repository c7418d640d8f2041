//! When a request is sent again, after how long, and when not.

mod support;

use a3dav_runtime_tests::runtime::options::Options;
use a3dav_runtime_tests::Probe;
use support::{answer, json, options, probe, Server, Sleeps};

const BUSY: &str = "503 Service Unavailable";
const GOOD: &str = "{\"a\": 9007199254740993, \"b\": 1.10}";

fn busy(headers: &str) -> String {
    answer(BUSY, "text/plain", headers, "")
}

#[tokio::test]
async fn a_safe_request_is_sent_again_until_it_succeeds_and_numbers_stay_exact() {
    let server = Server::answering([busy(""), busy(""), json("200 OK", GOOD)]);
    let (client, sleeps) = probe(&server);
    let answer = client.get("/a").answer().await.unwrap();
    assert_eq!(answer.value.to_string(), GOOD.replace(' ', ""));
    assert_eq!((answer.attempts, sleeps.taken()), (3, vec![0.375, 0.75]));
}

#[tokio::test]
async fn after_two_more_attempts_the_error_is_raised() {
    let server = Server::answering([busy(""), busy(""), busy("")]);
    let (client, _) = probe(&server);
    let error = client.get("/a").await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), ("unavailable", 3));
}

#[tokio::test]
async fn retry_after_is_waited_for_exactly_in_seconds_and_as_a_date() {
    let date = "retry-after: Thu, 01 Jan 2026 00:00:09 GMT\r\n";
    let answers = [busy("retry-after: 4\r\n"), busy(date), json("200 OK", GOOD)];
    let server = Server::answering(answers);
    let (client, sleeps) = probe(&server);
    client.get("/a").await.unwrap();
    assert_eq!(sleeps.taken(), [4.0, 5.0]);
}

#[tokio::test]
async fn a_retry_after_above_a_minute_is_an_error_at_once() {
    let server = Server::answering([answer("429 Slow", "text/plain", "retry-after: 61\r\n", "")]);
    let (client, sleeps) = probe(&server);
    let error = client.get("/a").await.unwrap_err();
    assert_eq!(
        (error.code(), error.attempts(), sleeps.taken()),
        ("rate_limited", 1, vec![])
    );
}

#[tokio::test]
async fn a_post_is_sent_once() {
    let server = Server::answering([busy("")]);
    let (client, _) = probe(&server);
    let error = client.post("/a").await.unwrap_err();
    assert_eq!(
        (
            error.attempts(),
            server.arrived()[0].header("idempotency-key")
        ),
        (1, None)
    );
}

#[tokio::test]
async fn a_keyed_post_is_sent_again_with_the_same_key() {
    let server = Server::answering([busy(""), json("201 Created", GOOD)]);
    let (client, _) = probe(&server);
    client.post_keyed("/a").await.unwrap();
    let arrived = server.arrived();
    let keys: Vec<_> = arrived
        .iter()
        .map(|request| request.header("idempotency-key"))
        .collect();
    assert_eq!(keys, [Some("88888888888888888888888888888888"); 2]);
    assert_eq!(arrived[1].body, "\"sent\"");
}

#[tokio::test]
async fn a_body_that_is_cut_short_is_a_lost_connection() {
    let cut = "HTTP/1.1 200 OK\r\ncontent-length: 50\r\nconnection: close\r\n\r\n{";
    let chunked =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n5\r\n{\"a\":";
    let server = Server::answering([cut, chunked, cut]);
    let (client, _) = probe(&server);
    let error = client.get("/a").await.unwrap_err();
    assert_eq!(
        (error.code(), error.attempts(), error.status()),
        ("connection", 3, None)
    );
}

#[tokio::test]
async fn json_that_is_none_is_not_asked_for_again() {
    let server = Server::answering([json("200 OK", "{")]);
    let (client, _) = probe(&server);
    let error = client.get("/a").await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), ("decode", 1));
}

#[tokio::test]
async fn an_answer_above_the_limit_is_refused() {
    let server = Server::answering([json("200 OK", GOOD)]);
    let limited = options(&server, &Sleeps::default()).body_limit(10);
    let error = Probe::new(limited).unwrap().get("/a").await.unwrap_err();
    assert_eq!(error.code(), "decode");
}

#[tokio::test]
async fn a_412_on_the_second_attempt_tells_how_often_the_request_was_sent() {
    let stale = json("412 Precondition Failed", "{}");
    let server = Server::answering([busy(""), stale]);
    let (client, _) = probe(&server);
    let error = client.dav().delete("/a", Some("\"1\"")).await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), ("precondition_failed", 2));
    assert_eq!(server.arrived()[1].header("if-match"), Some("\"1\""));
}

#[tokio::test]
async fn nobody_there_is_a_lost_connection() {
    let client = Probe::new(Options::new("http://127.0.0.1:9").retries(0)).unwrap();
    let error = client.get("/a?token=x").await.unwrap_err();
    assert_eq!(error.code(), "connection");
}

#[tokio::test]
async fn time_runs_out_before_the_answer_and_the_caller_may_give_up() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", silent.local_addr().unwrap());
    let client = Probe::new(Options::new(&address).retries(0)).unwrap();
    let soon = std::time::Duration::from_millis(20);
    assert_eq!(
        client.get("/").timeout(soon).await.unwrap_err().code(),
        "timeout"
    );
    let given_up = client.get("/").cancelled_by(tokio::time::sleep(soon)).await;
    assert_eq!(given_up.unwrap_err().code(), "cancelled");
}
