//! A server that answers with what it was told, in order, and remembers what it was asked.
#![allow(dead_code)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use a3dav_runtime_tests::runtime::clock::Clock;
use a3dav_runtime_tests::runtime::options::Options;
use a3dav_runtime_tests::runtime::random::Random;
use a3dav_runtime_tests::runtime::transport::BoxFuture;
use a3dav_runtime_tests::Probe;

/// A request as it arrived: the first line, headers with small names, and the body.
#[derive(Clone, Debug, Default)]
pub struct Arrived {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Arrived {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

pub struct Server {
    pub url: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
}

impl Server {
    /// Each answer is sent as it is, then the connection is closed.
    pub fn answering<S: Into<String>>(answers: impl IntoIterator<Item = S>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let answers: Vec<String> = answers.into_iter().map(Into::into).collect();
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let log = arrived.clone();
        std::thread::spawn(move || {
            for answer in answers {
                let (stream, _) = listener.accept().unwrap();
                let request = read(&stream);
                log.lock().unwrap().push(request);
                send(stream, &answer);
            }
        });
        Self { url, arrived }
    }

    pub fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    pub fn lines(&self) -> Vec<String> {
        self.arrived()
            .into_iter()
            .map(|request| request.line)
            .collect()
    }
}

/// `~` in an answer is a pause, so that what follows is a piece of its own.
fn send(mut stream: TcpStream, answer: &str) {
    for piece in answer.split('~') {
        let _ = stream.write_all(piece.as_bytes());
        let _ = stream.flush();
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn read(stream: &TcpStream) -> Arrived {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        lines.push(line.trim().to_owned());
    }
    let line = lines.remove(0).replace(" HTTP/1.1", "");
    let split = |line: String| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_ascii_lowercase(), value.to_owned())
    };
    let headers: Vec<_> = lines.into_iter().map(split).collect();
    let mut arrived = Arrived {
        line,
        headers,
        body: String::new(),
    };
    let length = arrived
        .header("content-length")
        .map_or(0, |text| text.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    arrived.body = String::from_utf8(body).unwrap();
    arrived
}

/// An answer with JSON.
pub fn json(status: &str, body: &str) -> String {
    answer(status, "application/json", "", body)
}

/// An answer; `headers` end with a line break each.
pub fn answer(status: &str, media_type: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\ncontent-type: {media_type}\r\nconnection: close\r\n{headers}content-length: {length}\r\n\r\n{body}")
}

/// A clock that stands still unless somebody sleeps.
#[derive(Clone, Default)]
pub struct Sleeps(Arc<Mutex<Vec<f64>>>);

impl Sleeps {
    pub fn taken(&self) -> Vec<f64> {
        self.0.lock().unwrap().clone()
    }
}

impl Clock for Sleeps {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs_f64(1_767_225_600.0 + self.taken().iter().sum::<f64>())
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.0.lock().unwrap().push(duration.as_secs_f64());
        Box::pin(std::future::ready(()))
    }
}

pub struct Half;

impl Random for Half {
    fn next(&self) -> f64 {
        0.5
    }
}

/// Options of a client that does not really sleep.
pub fn options(server: &Server, sleeps: &Sleeps) -> Options {
    let options = Options::new(&server.url);
    options.clock(sleeps.clone()).random(Half)
}

pub fn probe(server: &Server) -> (Probe, Sleeps) {
    let sleeps = Sleeps::default();
    (Probe::new(options(server, &sleeps)).unwrap(), sleeps)
}
