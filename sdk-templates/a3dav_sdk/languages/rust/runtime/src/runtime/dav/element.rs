//! XML as a tree, small enough for one property or one body of a request.

use std::fmt::Write;

use super::name::Name;

/// What an element holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Node {
    /// Another element.
    Element(Element),
    /// Text as it is meant, with no references in it.
    Text(String),
}

/// An element with everything in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Element {
    /// The name.
    pub name: Name,
    /// The attributes.
    pub attributes: Vec<(Name, String)>,
    /// Elements and text, in order.
    pub nodes: Vec<Node>,
}

impl Element {
    /// An empty element.
    pub fn new(name: Name) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            nodes: Vec::new(),
        }
    }

    /// Adds an attribute without namespace.
    #[must_use]
    pub fn attribute(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((Name::new("", name), value.into()));
        self
    }

    /// Adds text.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.nodes.push(Node::Text(text.into()));
        self
    }

    /// Adds an element.
    #[must_use]
    pub fn with(mut self, child: Self) -> Self {
        self.nodes.push(Node::Element(child));
        self
    }

    /// Adds elements.
    #[must_use]
    pub fn with_all(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.nodes.extend(children.into_iter().map(Node::Element));
        self
    }

    /// The elements directly below.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name directly below.
    pub fn child(&self, name: &Name) -> Option<&Self> {
        self.children().find(|child| child.name == *name)
    }

    /// The text directly below, exactly as it was sent.
    pub fn text(&self) -> String {
        let texts = self.nodes.iter().filter_map(|node| match node {
            Node::Element(_) => None,
            Node::Text(text) => Some(text.as_str()),
        });
        texts.collect()
    }

    /// All text inside, in order.
    pub fn all_text(&self) -> String {
        let texts = self.nodes.iter().map(|node| match node {
            Node::Element(element) => element.all_text(),
            Node::Text(text) => text.clone(),
        });
        texts.collect()
    }

    /// The addresses in `DAV:href` directly below.
    pub fn hrefs(&self) -> Vec<String> {
        let hrefs = self
            .children()
            .filter(|child| child.name.is("DAV:", "href"));
        hrefs.map(|href| href.text().trim().to_owned()).collect()
    }

    /// The element as a document.
    pub fn document(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        self.write(&mut xml, "");
        xml
    }

    /// The element as XML that stands for itself.
    pub fn xml(&self) -> String {
        let mut xml = String::new();
        self.write(&mut xml, "");
        xml
    }

    fn write(&self, xml: &mut String, around: &str) {
        let (namespace, local) = (self.name.namespace(), self.name.local());
        let _ = write!(xml, "<{local}");
        if namespace != around {
            let _ = write!(xml, " xmlns=\"{}\"", escaped(namespace));
        }
        for (index, (name, value)) in self.attributes.iter().enumerate() {
            let (space, local) = (name.namespace(), name.local());
            let value = escaped(value);
            let _ = match space {
                "" => write!(xml, " {local}=\"{value}\""),
                "http://www.w3.org/XML/1998/namespace" => write!(xml, " xml:{local}=\"{value}\""),
                _ => {
                    let space = escaped(space);
                    write!(
                        xml,
                        " xmlns:a{index}=\"{space}\" a{index}:{local}=\"{value}\""
                    )
                }
            };
        }
        if self.nodes.is_empty() {
            xml.push_str("/>");
            return;
        }
        xml.push('>');
        for node in &self.nodes {
            match node {
                Node::Element(element) => element.write(xml, namespace),
                Node::Text(text) => xml.push_str(&escaped(text)),
            }
        }
        let _ = write!(xml, "</{local}>");
    }
}

/// What XML has no way to say (control characters) becomes U+FFFD; a return survives as a reference.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\r' => safe.push_str("&#13;"),
            '\t' | '\n' => safe.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            _ => safe.push(character),
        }
    }
    safe
}
