//! Runs scenarios with the public API of the Rust SDK.

use std::collections::BTreeMap;
use std::time::Duration;

use a3dav_client::dav::{Ask, Change, Condition, Content, Depth, Element, Name, SyncEvent};
use a3dav_client::{Client, Download, Error, ErrorKind, Json, Map, Options, Result, ServerEvent, Text};
use futures_util::{Stream, StreamExt, TryStreamExt};
use injected::{auth, Half, Sleeps};
use serde_json::{json, Value};

mod calls;
mod injected;

/// One scenario; `items` are what came of an iterator before an error.
struct Run {
    client: Client,
    items: Option<Vec<Value>>,
}

impl Run {
    async fn dav(&mut self, step: &str, with: &Value, take: usize) -> Result<Value> {
        let dav = self.client.dav();
        let path = &text(with, "path");
        Ok(match step {
            "dav.discover" => {
                let home = dav.discover().await?;
                json!({"principal": home.principal, "calendar_homes": home.calendar_homes,
                    "address_book_homes": home.address_book_homes})
            }
            "dav.propfind" => {
                let names = texts(with, "properties");
                let names = names.iter().filter_map(|name| Name::parse(name)).collect();
                let depth = if with["depth"] == 1 { Depth::One } else { Depth::Zero };
                responses(dav.propfind(path, depth, Ask::Properties(names)).await?)
            }
            "dav.proppatch" => {
                let set = elements(&with["set"]).into_iter().map(Change::Set);
                let removed = texts(with, "remove");
                let removed = removed.iter().filter_map(|name| Name::parse(name));
                let changes: Vec<_> = set.chain(removed.map(Change::Remove)).collect();
                responses(dav.proppatch(path, &changes).await?)
            }
            "dav.mkcalendar" => {
                let made = dav.mkcalendar(path, elements(&with["properties"])).await;
                made.map(|()| Value::Null)?
            }
            "dav.put" => {
                let media_type = with["content_type"].as_str().unwrap_or("text/calendar; charset=utf-8");
                let condition = match (with["if_match"].as_str(), &with["create"]) {
                    (Some(etag), _) => Condition::Match(etag),
                    (None, Value::Bool(true)) => Condition::New,
                    (None, _) => Condition::None,
                };
                json!({"etag": dav.put(path, media_type, text(with, "body"), condition).await?.etag})
            }
            "dav.delete" => dav.delete(path, with["if_match"].as_str()).await.map(|()| Value::Null)?,
            "dav.get" => {
                let found = dav.get(path).await?;
                json!({"text": found.text()?, "etag": found.etag})
            }
            "dav.multiget" => {
                let items = dav.multiget(Content::Calendar, path, texts(with, "hrefs"));
                let items = items.map_ok(
                    |item| json!({"href": item.href, "status": item.status, "etag": item.etag, "data": item.data}),
                );
                items.try_collect::<Vec<_>>().await?.into()
            }
            "dav.sync" => self.taken(dav.sync(path, with["token"].as_str()).map_ok(synced), take).await?,
            "dav.update_with" => {
                let words = texts(with, "replace");
                let change = |text: &str| Some(text.replace(&words[0], &words[1]));
                json!({"etag": dav.update_with(path, change).await?})
            }
            "dav.free_busy" => {
                json!({"text": dav.free_busy(path, &text(with, "start"), &text(with, "end")).await?})
            }
            other => panic!("no such step: {other}"),
        })
    }

    async fn taken<S>(&mut self, stream: S, most: usize) -> Result<Value>
    where
        S: Stream<Item = Result<Value>> + Unpin,
    {
        let items = self.items.insert(Vec::new());
        let mut stream = stream.take(most);
        while let Some(item) = stream.try_next().await? {
            items.push(item);
        }
        Ok(items.clone().into())
    }
}

fn told(found: Text) -> Value {
    json!({"text": found.text, "etag": found.etag})
}

async fn downloaded(found: Download) -> Result<Value> {
    let etag = found.etag().map(str::to_owned);
    let bytes = found.bytes().await?;
    Ok(json!({"text": String::from_utf8_lossy(&bytes), "etag": etag}))
}

fn happened<T: Json>(event: ServerEvent<T>) -> Value {
    json!({"id": event.id, "event": event.event, "data": event.data.write()})
}

fn synced(event: SyncEvent) -> Value {
    match event {
        SyncEvent::Changed { href, etag } => json!({"changed": href, "etag": etag}),
        SyncEvent::Removed { href } => json!({"removed": href}),
        SyncEvent::Token(token) => json!({"token": token}),
        _ => json!({"reset": true}),
    }
}

fn responses(found: a3dav_client::dav::Multistatus) -> Value {
    let found = found.responses.into_iter().map(|one| {
        let properties = one.properties.iter().map(|property| {
            let text = Some(property.element.all_text()).filter(|text| !text.is_empty());
            let value = json!({"status": property.status, "text": text});
            (property.element.name.to_string(), value)
        });
        json!({"href": one.href, "status": one.status, "properties": properties.collect::<Map>()})
    });
    found.collect()
}

fn elements(told: &Value) -> Vec<Element> {
    let named = told.as_object().into_iter().flatten();
    let element =
        |(name, value): (&String, &Value)| Element::new(Name::parse(name).unwrap()).with_text(value.as_str().unwrap());
    named.map(element).collect()
}

fn text(told: &Value, name: &str) -> String {
    told[name].as_str().unwrap_or_default().to_owned()
}

fn texts(told: &Value, name: &str) -> Vec<String> {
    let items = told[name].as_array().into_iter().flatten();
    items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

fn failed(error: &Error) -> Value {
    let attempts = match error.kind() {
        ErrorKind::WebhookSignature => Value::Null,
        _ => error.attempts().max(1).into(),
    };
    json!({"code": error.code(), "status": error.status().map(|status| status.as_u16()),
        "problem_type": error.problem_type(), "attempts": attempts,
        "condition": error.conditions().first().map(ToString::to_string)})
}

async fn run(url: &str, scenario: &Value) -> Value {
    let (told, clock) = (&scenario["client"], Sleeps::default());
    let mut options = Options::new(url).clock(clock.clone()).random(Half);
    if let Some(retries) = told["retries"].as_u64() {
        options = options.retries(u32::try_from(retries).unwrap());
    }
    if let Some(seconds) = told["timeout"].as_f64() {
        options = options.timeout(Duration::from_secs_f64(seconds));
    }
    let auth = auth(told, &options, &clock);
    let client = Client::new(options.auth(auth)).unwrap();
    let mut run = Run { client, items: None };
    let mut saved: BTreeMap<String, String> = BTreeMap::new();
    let mut trace = Vec::new();
    for (number, step) in scenario["steps"].as_array().unwrap().iter().enumerate() {
        let mut with = step.get("with").unwrap_or(&json!({})).to_string();
        for (name, value) in &saved {
            with = with.replace(&format!("${{{name}}}"), value.replace('"', "\\\"").as_str());
        }
        let before = clock.count();
        let take = step["take"].as_u64().map_or(usize::MAX, |take| take as usize);
        run.items = None;
        let with = serde_json::from_str(&with).unwrap();
        let (result, error) = match calls::called(&mut run, &text(step, "do"), &with, take).await {
            Ok(result) => (result, Value::Null),
            Err(error) => (run.items.take().map_or(Value::Null, Value::from), failed(&error)),
        };
        for (name, pointer) in step["save"].as_object().into_iter().flatten() {
            let value = at(&result, pointer.as_str().unwrap());
            saved.insert(name.clone(), value.as_str().unwrap().to_owned());
        }
        let sleeps = clock.since(before);
        trace.push(json!({"step": number, "result": result, "error": error, "sleeps": sleeps}));
    }
    trace.into()
}

/// What a JSON pointer leads to; `-1` is the last of a list.
fn at<'a>(value: &'a Value, pointer: &str) -> &'a Value {
    pointer.split('/').skip(1).fold(value, |value, part| match value {
        Value::Array(items) if part == "-1" => items.last().unwrap(),
        Value::Array(items) => &items[part.parse::<usize>().unwrap()],
        other => &other[part],
    })
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for triple in arguments.chunks(3) {
        let scenario = std::fs::read_to_string(&triple[1]).unwrap();
        let trace = run(&triple[0], &serde_json::from_str(&scenario).unwrap()).await;
        std::fs::write(&triple[2], trace.to_string()).unwrap();
    }
}
