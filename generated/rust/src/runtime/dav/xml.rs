//! Reading XML of a stranger: no document type, no entities, no bottomless depth.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use super::element::{Element, Node};
use super::name::Name;
use crate::runtime::error::{Error, Result};

const DEEPEST: usize = 64;

/// Gives the elements below the root of a document one by one.
pub(crate) struct Document<'a> {
    reader: NsReader<&'a [u8]>,
    done: bool,
}

enum Piece {
    Open(Element),
    Empty(Element),
    Text(String),
    Close,
    End,
    Nothing,
}

impl<'a> Document<'a> {
    /// Reads up to the root and gives it without what is in it.
    pub fn open(body: &'a [u8]) -> Result<(Self, Element)> {
        let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
        std::str::from_utf8(body).map_err(broken)?;
        let reader = NsReader::from_reader(body);
        let mut document = Self {
            reader,
            done: false,
        };
        loop {
            match document.piece()? {
                Piece::Open(root) => return Ok((document, root)),
                Piece::Empty(root) => {
                    document.finish()?;
                    return Ok((document, root));
                }
                Piece::Text(text) if !text.trim().is_empty() => {
                    return Err(broken("text before the root"))
                }
                Piece::Close | Piece::End => return Err(broken("no root")),
                Piece::Text(_) | Piece::Nothing => {}
            }
        }
    }

    /// The next node below the root, with everything in it.
    pub fn next_node(&mut self) -> Result<Option<Node>> {
        while !self.done {
            match self.piece()? {
                Piece::Open(element) => return self.fill(element).map(Node::Element).map(Some),
                Piece::Empty(element) => return Ok(Some(Node::Element(element))),
                Piece::Text(text) => return Ok(Some(Node::Text(text))),
                Piece::Close => self.finish()?,
                Piece::End => return Err(broken("the document ends too soon")),
                Piece::Nothing => {}
            }
        }
        Ok(None)
    }

    /// Nothing may follow the root but space and comments.
    fn finish(&mut self) -> Result<()> {
        self.done = true;
        loop {
            match self.piece()? {
                Piece::End => return Ok(()),
                Piece::Nothing => {}
                Piece::Text(text) if text.trim().is_empty() => {}
                _ => return Err(broken("something after the root")),
            }
        }
    }

    fn fill(&mut self, first: Element) -> Result<Element> {
        let mut open = vec![first];
        loop {
            let complete = match self.piece()? {
                Piece::Open(_) | Piece::Empty(_) if open.len() + 1 >= DEEPEST => {
                    return Err(broken("too deep"))
                }
                Piece::Open(element) => {
                    open.push(element);
                    continue;
                }
                Piece::Empty(element) => Node::Element(element),
                Piece::Text(text) => Node::Text(text),
                Piece::Close => match open.pop() {
                    Some(element) if open.is_empty() => return Ok(element),
                    Some(element) => Node::Element(element),
                    None => return Err(broken("nothing to close")),
                },
                Piece::End => return Err(broken("the document ends too soon")),
                Piece::Nothing => continue,
            };
            if let Some(parent) = open.last_mut() {
                parent.hold(complete);
            }
        }
    }

    fn piece(&mut self) -> Result<Piece> {
        Ok(match self.reader.read_event().map_err(broken)? {
            Event::Start(start) => Piece::Open(self.element(&start)?),
            Event::Empty(start) => Piece::Empty(self.element(&start)?),
            Event::End(_) => Piece::Close,
            Event::Text(text) => Piece::Text(text.xml10_content().map_err(broken)?.into_owned()),
            Event::CData(text) => Piece::Text(text.xml10_content().map_err(broken)?.into_owned()),
            Event::GeneralRef(reference) => Piece::Text(resolve(&reference)?),
            Event::DocType(_) => return Err(broken("a document type is not allowed")),
            Event::Eof => Piece::End,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Piece::Nothing,
        })
    }

    fn element(&self, start: &BytesStart<'_>) -> Result<Element> {
        let (space, local) = self.reader.resolve_element(start.name());
        let mut element = Element::new(name(&space, local.as_ref())?);
        for attribute in start.attributes() {
            let attribute = attribute.map_err(broken)?;
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let (space, local) = self.reader.resolve_attribute(attribute.key);
            let value = attribute.unescape_value().map_err(broken)?.into_owned();
            element
                .attributes
                .push((name(&space, local.as_ref())?, value));
        }
        Ok(element)
    }
}

impl Element {
    fn hold(&mut self, node: Node) {
        if let (Some(Node::Text(before)), Node::Text(text)) = (self.nodes.last_mut(), &node) {
            before.push_str(text);
            return;
        }
        self.nodes.push(node);
    }
}

/// Reads a whole document as a tree.
pub(crate) fn tree(body: &[u8]) -> Result<Element> {
    let (mut document, mut root) = Document::open(body)?;
    while let Some(node) = document.next_node()? {
        root.hold(node);
    }
    Ok(root)
}

fn name(space: &ResolveResult<'_>, local: &[u8]) -> Result<Name> {
    let space = match space {
        ResolveResult::Bound(Namespace(bytes)) => std::str::from_utf8(bytes).map_err(broken)?,
        ResolveResult::Unbound => "",
        ResolveResult::Unknown(_) => return Err(broken("a prefix without namespace")),
    };
    let local = std::str::from_utf8(local).map_err(broken)?;
    Ok(Name::owned(space, local))
}

fn resolve(reference: &BytesRef<'_>) -> Result<String> {
    if let Some(character) = reference.resolve_char_ref().map_err(broken)? {
        return Ok(character.to_string());
    }
    let entity = reference.decode().map_err(broken)?;
    let text = quick_xml::escape::resolve_xml_entity(&entity);
    text.map(str::to_owned)
        .ok_or_else(|| broken("an entity is not allowed"))
}

fn broken(why: impl std::fmt::Display) -> Error {
    Error::decode(format!("broken XML: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(xml: &str) -> bool {
        tree(xml.as_bytes()).is_err()
    }

    #[test]
    fn text_keeps_every_character_that_was_meant() {
        let root = tree(b"<a xmlns='x'>1&#13;\r\n<![CDATA[<2>]]>&amp;<b/> &gt;</a>").unwrap();
        assert_eq!(root.text(), "1\r\n<2>& >");
        assert_eq!(root.child(&Name::new("x", "b")).unwrap().nodes, []);
    }

    #[test]
    fn what_is_written_is_read_back_the_same() {
        let root = Element::new(Name::new("DAV:", "a"))
            .attribute("b", "\"<&>")
            .with(Element::new(Name::new("", "c")).with_text("\r\n & <"))
            .with(Element::new(Name::new("y", "d")));
        assert_eq!(tree(root.document().as_bytes()).unwrap(), root);
    }

    #[test]
    fn document_types_entities_and_unfinished_documents_are_refused() {
        for xml in [
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "<a>&b;</a>",
            "<a b='&c;'/>",
            "<a><b></a>",
            "<a>",
            "",
            "<a/><b/>",
            "<p:a/>",
        ] {
            assert!(refused(xml), "{xml}");
        }
    }

    #[test]
    fn depth_has_an_end() {
        assert!(refused(&("<a>".repeat(65) + &"</a>".repeat(65))));
        assert!(!refused(&("<a>".repeat(64) + &"</a>".repeat(64))));
    }
}
