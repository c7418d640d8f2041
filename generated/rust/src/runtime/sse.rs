//! Server-sent events as the HTML standard defines their text, however it is cut into pieces.

use std::time::Duration;

/// One event as it was sent.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct RawEvent {
    /// The name of the event; `message` where none was sent.
    pub event: String,
    /// The lines of the data, joined.
    pub data: String,
    /// The last id that was sent with this event or before.
    pub id: String,
}

/// Reads pieces of a stream of events.
#[derive(Debug)]
pub(crate) struct Parser {
    line: Vec<u8>,
    after_return: bool,
    begun: bool,
    event: String,
    data: Option<String>,
    id: Option<String>,
    size: usize,
    limit: usize,
    /// The id to resume after.
    pub last_id: String,
    /// How long the server asks to wait before connecting again.
    pub retry: Option<Duration>,
}

/// A line or event is larger than allowed.
#[derive(Debug)]
pub(crate) struct TooLarge;

impl Parser {
    pub fn new(last_id: String, limit: usize) -> Self {
        Self {
            line: Vec::new(),
            after_return: false,
            begun: false,
            event: String::new(),
            data: None,
            id: None,
            size: 0,
            limit,
            last_id,
            retry: None,
        }
    }

    /// Forgets what was begun, for a new connection; id and delay stay.
    pub fn restart(&mut self) {
        let (last_id, retry) = (std::mem::take(&mut self.last_id), self.retry);
        *self = Self {
            retry,
            ..Self::new(last_id, self.limit)
        };
    }

    /// Reads one piece and gives the events that it completes.
    pub fn push(&mut self, piece: &[u8]) -> Result<Vec<RawEvent>, TooLarge> {
        let mut events = Vec::new();
        for &byte in piece {
            let follows_return = std::mem::replace(&mut self.after_return, byte == b'\r');
            match byte {
                b'\n' if follows_return => {}
                b'\n' | b'\r' => {
                    let line = std::mem::take(&mut self.line);
                    events.extend(self.end_line(&line));
                }
                _ if self.size >= self.limit => return Err(TooLarge),
                _ => {
                    self.size += 1;
                    self.line.push(byte);
                }
            }
        }
        Ok(events)
    }

    fn end_line(&mut self, line: &[u8]) -> Option<RawEvent> {
        let first = !std::mem::replace(&mut self.begun, true);
        let line = match line.strip_prefix("\u{feff}".as_bytes()) {
            Some(rest) if first => rest,
            _ => line,
        };
        if line.is_empty() {
            return self.end_event();
        }
        let line = String::from_utf8_lossy(line);
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        self.field(name, value.strip_prefix(' ').unwrap_or(value));
        None
    }

    fn field(&mut self, name: &str, value: &str) {
        match name {
            "event" => value.clone_into(&mut self.event),
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::from_millis);
            }
            _ => {}
        }
    }

    fn end_event(&mut self) -> Option<RawEvent> {
        self.size = 0;
        // An id counts only when its event has come to an end.
        self.last_id = self.id.take().unwrap_or(std::mem::take(&mut self.last_id));
        let event = std::mem::take(&mut self.event);
        let data = self.data.take()?;
        Some(RawEvent {
            event: if event.is_empty() {
                "message".to_owned()
            } else {
                event
            },
            data,
            id: self.last_id.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: &str = "\u{feff}: hello\r\nretry: 1500\ndata: one\rdata:two\r\nid: 7\r\n\r\n\
                          id: a\0b\nevent: named\ndata\n\n\ndata: lost";

    fn read(pieces: &[&[u8]]) -> (Vec<RawEvent>, Parser) {
        let mut parser = Parser::new(String::new(), 1000);
        let read = pieces.iter().flat_map(|piece| parser.push(piece).unwrap());
        (read.collect(), parser)
    }

    fn expected() -> Vec<RawEvent> {
        let event = |event: &str, data: &str| RawEvent {
            event: event.into(),
            data: data.into(),
            id: "7".into(),
        };
        vec![event("message", "one\ntwo"), event("named", "")]
    }

    #[test]
    fn lines_ends_comments_ids_and_names_are_read() {
        let (events, parser) = read(&[STREAM.as_bytes()]);
        assert_eq!(events, expected());
        assert_eq!(parser.retry, Some(Duration::from_millis(1500)));
    }

    #[test]
    fn it_does_not_matter_where_the_stream_is_cut() {
        for cut in 0..STREAM.len() {
            let (left, right) = STREAM.as_bytes().split_at(cut);
            assert_eq!(read(&[left, right]).0, expected(), "cut at {cut}");
        }
    }

    #[test]
    fn an_event_without_end_is_not_kept_for_ever() {
        let mut parser = Parser::new(String::new(), 10);
        assert!(parser.push(b"data: 0123456789").is_err());
    }
}
