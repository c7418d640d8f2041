//! Discovery, synchronization, many objects at once, and writes that lose nobody's change.

mod support;

use a3dav_runtime_tests::runtime::dav::{Condition, Content, SyncEvent};
use futures_util::{StreamExt, TryStreamExt};
use support::{answer, json, probe, Server};

fn multistatus(inner: &str) -> String {
    let body = format!("<multistatus xmlns='DAV:'>{inner}</multistatus>");
    answer("207 Multi-Status", "application/xml", "", &body)
}

fn found(href: &str, property: &str) -> String {
    format!("<response><href>{href}</href><propstat><prop>{property}</prop><status>HTTP/1.1 200 OK</status></propstat></response>")
}

fn object(etag: &str, text: &str) -> String {
    answer(
        "200 OK",
        "text/calendar",
        &format!("etag: {etag}\r\n"),
        text,
    )
}

#[tokio::test]
async fn everything_is_found_from_the_address_of_the_server() {
    let moved = answer("301 Moved", "text/plain", "location: /dav/\r\n", "");
    let me = "<current-user-principal><href>/me%20too/</href></current-user-principal>";
    let home = "<C:calendar-home-set xmlns:C='urn:ietf:params:xml:ns:caldav'><href>/home/</href></C:calendar-home-set>";
    let answers = [
        moved,
        multistatus(&found("/dav/", me)),
        multistatus(&found("/me%20too/", home)),
    ];
    let server = Server::answering(answers);
    let discovery = probe(&server).0.dav().discover().await.unwrap();
    assert_eq!(discovery.calendar_homes[0], "/home/");
    let asked = [
        "PROPFIND /.well-known/caldav",
        "PROPFIND /dav/",
        "PROPFIND /me%20too/",
    ];
    assert_eq!(server.lines(), asked);
}

#[tokio::test]
async fn a_synchronization_reads_every_page_and_begins_anew_when_its_token_is_too_old() {
    let stale = "<error xmlns='DAV:'><valid-sync-token/></error>";
    let first = found("/c/a.ics", "<getetag>\"1\"</getetag>")
        + "<response><href>/c/</href><status>HTTP/1.1 507 Insufficient Storage</status></response><sync-token>t1</sync-token>";
    let second = "<response><href>/c/b.ics</href><status>HTTP/1.1 404 Not Found</status></response><sync-token>t2</sync-token>";
    let server = Server::answering([
        answer("403 Forbidden", "application/xml", "", stale),
        multistatus(&first),
        multistatus(second),
    ]);
    let (client, _) = probe(&server);
    let events: Vec<_> = client
        .dav()
        .sync("/c/", Some("old"))
        .try_collect()
        .await
        .unwrap();
    let href = |name: &str| format!("/c/{name}.ics");
    let changed = SyncEvent::Changed {
        href: href("a"),
        etag: Some("\"1\"".into()),
    };
    let removed = SyncEvent::Removed { href: href("b") };
    assert_eq!(
        events,
        [
            SyncEvent::Reset,
            changed,
            removed,
            SyncEvent::Token("t2".into())
        ]
    );
    let bodies: Vec<_> = server
        .arrived()
        .into_iter()
        .map(|request| request.body)
        .collect();
    let tokens = ["<sync-token>old<", "<sync-token/>", "<sync-token>t1<"];
    assert!(
        bodies
            .iter()
            .zip(tokens)
            .all(|(body, token)| body.contains(token)),
        "{bodies:?}"
    );
}

#[tokio::test]
async fn a_synchronization_that_goes_in_a_circle_is_an_error() {
    let same = "<response><href>/c</href><status>HTTP/1.1 507 Full</status></response><sync-token>t</sync-token>";
    let server = Server::answering([multistatus(same)]);
    let read: Vec<_> = probe(&server)
        .0
        .dav()
        .sync("/c/", Some("t"))
        .collect()
        .await;
    assert_eq!(read[0].as_ref().unwrap_err().code(), "decode");
}

#[tokio::test]
async fn many_objects_are_read_fifty_at_a_time() {
    let data =
        "<C:calendar-data xmlns:C='urn:ietf:params:xml:ns:caldav'>BEGIN&#13;\n</C:calendar-data>";
    let server = Server::answering([multistatus(&found("/c/0", data)), multistatus("")]);
    let hrefs = (0..51).map(|number| format!("/c/{number}"));
    let (client, _) = probe(&server);
    let read = client.dav().multiget(Content::Calendar, "/c/", hrefs);
    let read: Vec<_> = read.try_collect().await.unwrap();
    assert_eq!(read[0].data.as_deref(), Some("BEGIN\r\n"));
    let bodies = server.arrived().into_iter().map(|request| request.body);
    assert_eq!(
        bodies
            .map(|body| body.matches("<href ").count())
            .collect::<Vec<_>>(),
        [50, 1]
    );
}

#[tokio::test]
async fn an_update_begins_anew_when_somebody_else_was_faster() {
    let server = Server::answering([
        object("\"1\"", "a"),
        json("412 Precondition Failed", "{}"),
        object("\"2\"", "b"),
        answer("204 No Content", "text/plain", "etag: \"3\"\r\n", ""),
    ]);
    let (client, _) = probe(&server);
    let change = |text: &str| Some(format!("{text}!"));
    let etag = client.dav().update_with("/a", change).await.unwrap();
    let last = &server.arrived()[3];
    assert_eq!(
        (last.body.as_str(), last.header("if-match")),
        ("b!", Some("\"2\""))
    );
    assert_eq!(etag.as_deref(), Some("\"3\""));
}

#[tokio::test]
async fn a_new_resource_replaces_none() {
    let server = Server::answering([json("201 Created", "")]);
    let (client, _) = probe(&server);
    let written = client
        .dav()
        .put("/ü", "text/vcard", "x", Condition::New)
        .await
        .unwrap();
    let arrived = &server.arrived()[0];
    assert_eq!(
        (written.status, arrived.line.as_str()),
        (201, "PUT /%C3%BC")
    );
    assert_eq!(arrived.header("if-none-match"), Some("*"));
}
