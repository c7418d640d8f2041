//! Who the client says it is, to whom, and what it tells of refusals.

mod support;

use std::sync::{Arc, Mutex};

use a3dav_runtime_tests::runtime::auth::{Auth, TokenProvider};
use a3dav_runtime_tests::runtime::dav::{Ask, Depth, Name};
use a3dav_runtime_tests::runtime::error::Result;
use a3dav_runtime_tests::runtime::oauth::OAuth2;
use a3dav_runtime_tests::runtime::transport::BoxFuture;
use a3dav_runtime_tests::Probe;
use support::{answer, json, options, Server, Sleeps};

fn client(server: &Server, auth: Auth) -> Probe {
    Probe::new(options(server, &Sleeps::default()).auth(auth)).unwrap()
}

fn to(url: &str, status: &str) -> String {
    answer(status, "text/plain", &format!("location: {url}\r\n"), "")
}

fn authorizations(server: &Server) -> Vec<Option<String>> {
    let arrived = server.arrived();
    let sent = arrived
        .iter()
        .map(|request| request.header("authorization").map(str::to_owned));
    sent.collect()
}

#[tokio::test]
async fn a_token_and_a_password_are_sent() {
    let server = Server::answering([json("200 OK", "1"), json("200 OK", "1")]);
    client(&server, Auth::bearer("t")).get("/").await.unwrap();
    client(&server, Auth::basic("a", "b:c"))
        .get("/")
        .await
        .unwrap();
    let expected = ["Bearer t", "Basic YTpiOmM="].map(|text| Some(text.to_owned()));
    assert_eq!(authorizations(&server), expected);
}

#[tokio::test]
async fn a_read_follows_to_another_server_without_credentials() {
    let other = Server::answering([json("200 OK", "2")]);
    let server = Server::answering([to("/b", "302 Found"), to(&other.url, "307 Moved")]);
    let found = client(&server, Auth::bearer("t"))
        .get("/a")
        .header("cookie", "c=1")
        .await;
    assert_eq!(found.unwrap(), 2);
    assert_eq!(server.lines(), ["GET /a", "GET /b"]);
    assert_eq!(authorizations(&other), [None]);
    assert_eq!(other.arrived()[0].header("cookie"), None);
}

#[tokio::test]
async fn a_propfind_is_redirected_with_its_body_but_not_to_another_server() {
    let server = Server::answering([
        to("/b", "308 Moved"),
        to("http://localhost:1/", "301 Moved"),
    ]);
    let asked = client(&server, Auth::default());
    let error = asked
        .dav()
        .propfind("/a", Depth::Zero, Ask::All)
        .await
        .unwrap_err();
    let arrived = server.arrived();
    assert_eq!(error.code(), "redirect");
    assert_eq!(
        (arrived[1].line.as_str(), &arrived[1].body),
        ("PROPFIND /b", &arrived[0].body)
    );
}

#[tokio::test]
async fn a_request_that_changes_something_is_not_redirected_and_circles_have_an_end() {
    let round = to("/a", "302 Found");
    let server = Server::answering(vec![round; 7]);
    let error = client(&server, Auth::default())
        .post("/a")
        .await
        .unwrap_err();
    assert_eq!(error.code(), "redirect");
    let error = client(&server, Auth::default())
        .get("/a")
        .await
        .unwrap_err();
    assert_eq!((error.code(), server.arrived().len()), ("redirect", 7));
}

#[tokio::test]
async fn after_303_the_answer_is_read_without_the_body_of_the_question() {
    let server = Server::answering([to("/b", "303 See"), json("207 Multi", "")]);
    let asked = client(&server, Auth::default());
    let _ = asked.dav().propfind("/a", Depth::Zero, Ask::Names).await;
    assert_eq!(
        (
            server.lines()[1].as_str(),
            server.arrived()[1].body.as_str()
        ),
        ("GET /b", "")
    );
}

struct Counting(Arc<Mutex<u32>>);

impl TokenProvider for Counting {
    fn token(&self) -> BoxFuture<'_, Result<String>> {
        let mut asked = self.0.lock().unwrap();
        *asked += 1;
        let token = format!("t{asked}");
        Box::pin(std::future::ready(Ok(token)))
    }
}

#[tokio::test]
async fn a_provider_is_asked_first_and_once_more_after_a_401() {
    let no = json("401 Unauthorized", "{}");
    let good = json("200 OK", "1");
    let server = Server::answering([no.clone(), good.clone(), good, no.clone(), no]);
    let asked = Arc::new(Mutex::new(0));
    let client = client(&server, Auth::provider(Counting(asked.clone())));
    assert_eq!(client.get("/").answer().await.unwrap().attempts, 1);
    client.get("/").await.unwrap();
    let error = client.get("/").await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), ("unauthorized", 1));
    let sent = ["t1", "t2", "t2", "t2", "t3"].map(|token| Some(format!("Bearer {token}")));
    assert_eq!(authorizations(&server), sent);
}

#[tokio::test]
async fn an_expired_token_is_renewed_with_the_refresh_token() {
    let tokens = Server::answering([
        json(
            "200 OK",
            r#"{"access_token":"a1","expires_in":100,"refresh_token":"r2"}"#,
        ),
        json("200 OK", r#"{"access_token":"a2"}"#),
    ]);
    let refused = json("401 Unauthorized", "{}");
    let good = || json("200 OK", "1");
    let server = Server::answering([good(), refused, good()]);
    let flow = OAuth2::new(&options(&server, &Sleeps::default()), &tokens.url, "me").unwrap();
    let client = client(&server, Auth::oauth2(flow.with_refresh_token("r1")));
    client.get("/").await.unwrap();
    client.get("/").await.unwrap();
    let sent = ["Bearer a1", "Bearer a1", "Bearer a2"].map(|text| Some(text.to_owned()));
    assert_eq!(authorizations(&server), sent);
    let bodies: Vec<_> = tokens
        .arrived()
        .into_iter()
        .map(|request| request.body)
        .collect();
    let form = |token| format!("grant_type=refresh_token&refresh_token={token}&client_id=me");
    assert_eq!(bodies, [form("r1"), form("r2")]);
}

#[tokio::test]
async fn a_device_signs_on_as_slowly_as_the_server_wants() {
    let wait = |why| json("400 Bad Request", &format!("{{\"error\":\"{why}\"}}"));
    let begun = r#"{"device_code":"d","user_code":"U","verification_uri":"http://v","expires_in":600,"interval":3}"#;
    let server = Server::answering([
        json("200 OK", begun),
        wait("authorization_pending"),
        wait("slow_down"),
        json("200 OK", r#"{"access_token":"a"}"#),
    ]);
    let sleeps = Sleeps::default();
    let flow = OAuth2::new(&options(&server, &sleeps), &server.url, "me").unwrap();
    let sign_on = flow.start_device_sign_on(&server.url, "dav").await.unwrap();
    assert_eq!(sign_on.user_code, "U");
    let tokens = flow.finish_device_sign_on(sign_on).await.unwrap();
    assert_eq!(
        (tokens.access_token.as_str(), sleeps.taken()),
        ("a", vec![3.0, 3.0, 8.0])
    );
}

#[tokio::test]
async fn a_refusal_tells_status_problem_request_id_and_address_without_secrets() {
    let body = r#"{"type":"/problems/x","title":"No","more":12345678901234567890123}"#;
    let no = answer(
        "409 Conflict",
        "application/problem+json",
        "x-request-id: q7\r\n",
        body,
    );
    let server = Server::answering([no]);
    let asked = client(&server, Auth::bearer("t"));
    let error = asked.get("/a?").await.unwrap_err();
    let told = (error.code(), error.problem_type(), error.request_id());
    assert_eq!(told, ("conflict", Some("/problems/x"), Some("q7")));
    let kept = error.problem().unwrap().extensions["more"].to_string();
    assert_eq!(kept, "12345678901234567890123");
    assert_eq!(error.refusal().unwrap().body, body);
}

#[tokio::test]
async fn a_refusal_of_dav_names_its_condition() {
    let body = r#"<e:error xmlns:e="DAV:"><c:no-uid-conflict xmlns:c="urn:x"><e:href>/a</e:href></c:no-uid-conflict></e:error>"#;
    let server = Server::answering([answer("403 Forbidden", "application/xml", "", body)]);
    let error = client(&server, Auth::default())
        .dav()
        .get("/a")
        .await
        .unwrap_err();
    assert!(error.has_condition(&Name::new("urn:x", "no-uid-conflict")));
    assert_eq!(
        error.to_string().matches("{urn:x}no-uid-conflict").count(),
        1
    );
}

#[tokio::test]
async fn the_log_tells_every_attempt_and_no_secret() {
    let server = Server::answering([json("503 Busy", ""), json("200 OK", "1")]);
    let told = Arc::new(Mutex::new(Vec::new()));
    let log = told.clone();
    let options = options(&server, &Sleeps::default())
        .bearer("hush")
        .log(move |record| {
            log.lock().unwrap().push(format!("{record:?}"));
        });
    let client = Probe::new(options).unwrap();
    client.get("/a").await.unwrap();
    let told = told.lock().unwrap();
    assert!(told[0].contains("status: Some(503)") && told[1].contains("attempt: 2"));
    assert!(!told.concat().contains("hush"));
    assert!(server.arrived()[0].header("user-agent") == Some("a3dav-runtime-tests-rust/0.1.0"));
}
