//! Answers of status 207: many resources, each with properties that have a status of their own.

use std::collections::VecDeque;

use url::Url;

use super::element::{Element, Node};
use super::name::{Name, DAV};
use super::xml::{tree, Document};
use crate::runtime::error::{Error, Result};
use crate::runtime::origin::same_origin;

/// A property of a resource and whether it could be had or changed.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Property {
    /// The status of this property.
    pub status: u16,
    /// The property with its value.
    pub element: Element,
    /// What kept it from being had or changed.
    pub conditions: Vec<Name>,
}

/// What an answer says of one resource.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Response {
    /// The path, encoded as the server wrote it.
    pub href: String,
    /// The address in full.
    pub url: Url,
    /// The status of the whole resource, where its properties have none.
    pub status: Option<u16>,
    /// The properties.
    pub properties: Vec<Property>,
    /// The elements of `DAV:error`.
    pub conditions: Vec<Name>,
}

impl Response {
    /// A property that could be had.
    pub fn property(&self, name: &Name) -> Option<&Element> {
        let found = self.properties.iter();
        let mut found = found.filter(|property| (200..300).contains(&property.status));
        found
            .find(|property| property.element.name == *name)
            .map(|property| &property.element)
    }

    /// The text of a property that could be had.
    pub fn text(&self, name: &Name) -> Option<String> {
        self.property(name).map(Element::text)
    }

    /// The entity tag, if it was asked for.
    pub fn etag(&self) -> Option<String> {
        let text = self.text(&Name::new(DAV, "getetag"));
        text.map(|text| text.trim().to_owned())
    }

    /// Says whether this is the resource at an address, however the address is encoded.
    pub fn is_at(&self, url: &Url) -> bool {
        same_place(&self.url, url)
    }
}

/// Many resources.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Multistatus {
    /// The resources.
    pub responses: Vec<Response>,
    /// What the next synchronization begins with.
    pub sync_token: Option<String>,
}

impl Multistatus {
    /// Reads an answer to a request for `base`.
    pub fn read(body: &[u8], base: &Url) -> Result<Self> {
        let mut reader = MultistatusReader::new(body, base)?;
        let responses = reader.by_ref().collect::<Result<_>>()?;
        let sync_token = reader.sync_token;
        Ok(Self {
            responses,
            sync_token,
        })
    }

    /// What the answer says of the resource at an address.
    pub fn at(&self, url: &Url) -> Option<&Response> {
        self.responses.iter().find(|response| response.is_at(url))
    }
}

/// Reads the resources of an answer one by one, holding one at a time.
pub struct MultistatusReader<'a> {
    document: Document<'a>,
    base: Url,
    ready: VecDeque<Response>,
    /// The token for the next synchronization; known at the end.
    pub sync_token: Option<String>,
}

impl<'a> MultistatusReader<'a> {
    /// Begins to read an answer to a request for `base`.
    pub fn new(body: &'a [u8], base: &Url) -> Result<Self> {
        let (document, root) = Document::open(body)?;
        if !root.name.is(DAV, "multistatus") {
            return Err(Error::decode(format!(
                "expected a multistatus, found {}",
                root.name
            )));
        }
        Ok(Self {
            document,
            base: base.clone(),
            ready: VecDeque::new(),
            sync_token: None,
        })
    }
}

impl Iterator for MultistatusReader<'_> {
    type Item = Result<Response>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(response) = self.ready.pop_front() {
                return Some(Ok(response));
            }
            let element = match self.document.next_node() {
                Ok(Some(Node::Element(element))) => element,
                Ok(Some(Node::Text(_))) => continue,
                Ok(None) => return None,
                Err(error) => return Some(Err(error)),
            };
            if element.name.is(DAV, "response") {
                match responses(&element, &self.base) {
                    Ok(responses) => self.ready.extend(responses),
                    Err(error) => return Some(Err(error)),
                }
            }
            if element.name.is(DAV, "sync-token") {
                self.sync_token = Some(element.text().trim().to_owned());
            }
        }
    }
}

/// One for each address, of which a response without properties may have several.
fn responses(element: &Element, base: &Url) -> Result<Vec<Response>> {
    // Relative to the request; what is at another server is none of its business.
    let urls = element
        .hrefs()
        .into_iter()
        .filter_map(|href| resolve(base, &href).ok());
    let urls: Vec<Url> = urls.collect();
    let Some(url) = urls.first() else {
        return Ok(Vec::new());
    };
    let mut response = Response {
        href: String::new(),
        url: url.clone(),
        status: status(element)?,
        properties: Vec::new(),
        conditions: conditions_in(element),
    };
    for propstat in element
        .children()
        .filter(|child| child.name.is(DAV, "propstat"))
    {
        let status = status(propstat)?;
        let status = status.ok_or_else(|| Error::decode("properties have no status"))?;
        let conditions = conditions_in(propstat);
        let held = propstat
            .children()
            .filter(|child| child.name.is(DAV, "prop"));
        response
            .properties
            .extend(held.flat_map(Element::children).map(|element| Property {
                status,
                element: element.clone(),
                conditions: conditions.clone(),
            }));
    }
    Ok(urls
        .into_iter()
        .map(|url| Response {
            href: url.path().to_owned(),
            url,
            ..response.clone()
        })
        .collect())
}

fn status(element: &Element) -> Result<Option<u16>> {
    let Some(line) = element.child(&Name::new(DAV, "status")) else {
        return Ok(None);
    };
    let line = line.text();
    let number = line
        .split_whitespace()
        .nth(1)
        .and_then(|number| number.parse().ok());
    number
        .map(Some)
        .ok_or_else(|| Error::decode(format!("{line:?} is no status")))
}

fn conditions_in(element: &Element) -> Vec<Name> {
    let error = element.child(&Name::new(DAV, "error"));
    error.map_or_else(Vec::new, |error| {
        error.children().map(|child| child.name.clone()).collect()
    })
}

/// The elements of `DAV:error` in the body of a refusal.
pub(crate) fn conditions(media_type: &str, body: &[u8]) -> Vec<Name> {
    if !media_type.contains("xml") {
        return Vec::new();
    }
    match tree(body) {
        Ok(root) if root.name.is(DAV, "error") => {
            root.children().map(|child| child.name.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// The address in full; a server speaks only of what is its own.
pub(crate) fn resolve(base: &Url, href: &str) -> Result<Url> {
    let url = base.join(href);
    let url = url.map_err(|error| Error::decode(format!("{href:?} is no address: {error}")))?;
    if !same_origin(base, &url) {
        return Err(Error::decode(format!("{href:?} is at another server")));
    }
    Ok(url)
}

/// Says whether two addresses mean the same resource, however they are encoded.
pub(crate) fn same_place(left: &Url, right: &Url) -> bool {
    same_origin(left, right) && decoded(left.path()) == decoded(right.path())
}

/// The path with what needs no encoding decoded; an encoded slash stays apart from a real one.
fn decoded(path: &str) -> Vec<u8> {
    let path = path.strip_suffix('/').unwrap_or(path).as_bytes();
    let digit = |index: usize| {
        let byte = path.get(index)?;
        char::from(*byte).to_digit(16)
    };
    let (mut plain, mut index) = (Vec::with_capacity(path.len()), 0);
    while index < path.len() {
        let code = match (path[index], digit(index + 1), digit(index + 2)) {
            (b'%', Some(high), Some(low)) => u8::try_from(high * 16 + low).ok(),
            _ => None,
        };
        match code {
            Some(b'/') => plain.extend_from_slice(b"%2F"),
            Some(byte) => plain.push(byte),
            None => plain.push(path[index]),
        }
        index += if code.is_some() { 3 } else { 1 };
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &str = r#"<?xml version="1.0"?>
        <d:multistatus xmlns:d="DAV:" xmlns:x="urn:x">
          <d:response><d:href>/a%20b/%C3%BC.ics</d:href>
            <d:propstat><d:prop><d:getetag>"1"</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
            <d:propstat><d:prop><x:shade/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status>
              <d:error><x:no-shade/></d:error></d:propstat>
          </d:response>
          <d:response><d:href>/gone</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>
          <d:sync-token>urn:token:2</d:sync-token>
        </d:multistatus>"#;

    fn base() -> Url {
        Url::parse("http://host/a%20b/").unwrap()
    }

    #[test]
    fn each_property_has_its_own_status() {
        let read = Multistatus::read(ANSWER.as_bytes(), &base()).unwrap();
        let found = read.at(&base().join("/a%20b/ü.ics").unwrap()).unwrap();
        let statuses: Vec<u16> = found
            .properties
            .iter()
            .map(|property| property.status)
            .collect();
        assert_eq!(
            (found.etag().as_deref(), statuses),
            (Some("\"1\""), vec![200, 404])
        );
        assert_eq!(found.property(&Name::new("urn:x", "shade")), None);
        assert_eq!(
            found.properties[1].conditions,
            [Name::new("urn:x", "no-shade")]
        );
        assert_eq!(
            (read.responses[1].status, read.sync_token.as_deref()),
            (Some(404), Some("urn:token:2"))
        );
    }

    #[test]
    fn a_resource_of_another_server_is_left_out() {
        let answer = ANSWER.replace("/gone", "http://elsewhere/gone");
        let read = Multistatus::read(answer.as_bytes(), &base()).unwrap();
        assert_eq!(read.responses.len(), 1);
    }

    #[test]
    fn addresses_are_compared_decoded_but_an_encoded_slash_is_no_slash() {
        let at = |path: &str| base().join(path).unwrap();
        assert!(same_place(&at("/%61b"), &at("/ab/")));
        assert!(same_place(&at("/%c3%bc"), &at("/%C3%BC")));
        assert!(!same_place(&at("/a%2Fb"), &at("/a/b")));
    }
}
