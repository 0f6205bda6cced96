//! A proxy that writes down whatever a browser tries to send, to whomever, and lets nothing out of this machine.
//!
//! A browser started with [`Recorder::port`] sends every request here first, those to loopback addresses too: pages,
//! scripts, pictures, beacons, prefetches, favicons, and a `CONNECT` for what is encrypted or a WebSocket. A request to
//! a loopback address is answered by the server there; any other is refused. What the browser says on its own account
//! (updates, accounts) is sent to a name of its own, [`BROWSER`], and left out. Direct calls (WebRTC) pass no proxy.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Where the browser's own requests are sent, so that they cannot be mistaken for those of a page.
pub const BROWSER: &str = "browser.invalid";

/// One thing a browser tried to send.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, `POST`, `CONNECT` …
    pub method: String,
    /// The whole address; a host and a port after `CONNECT`.
    pub url: String,
    /// Names in small letters, and values.
    pub headers: Vec<(String, String)>,
    /// What was sent along.
    pub body: Vec<u8>,
}

/// The listening proxy.
pub struct Recorder {
    port: u16,
    seen: Arc<Mutex<Vec<Request>>>,
}

impl Recorder {
    /// Listens on a free port.
    pub fn listen() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free loopback port");
        let port = listener.local_addr().expect("the port bound to").port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let noted = Arc::clone(&noted);
                thread::spawn(move || answer(stream, &noted));
            }
        });
        Self { port, seen }
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Forgets what was sent so far, once nothing more has come for a while: a browser may open a start page of its own.
    pub async fn begin(&self) {
        while !self.seen.lock().expect("what was seen").is_empty() {
            drop(self.take());
            tokio::time::sleep(Duration::from_millis(400)).await;
        }
    }

    /// What was sent since the last call, in order, without what the browser says on its own account.
    pub fn take(&self) -> Vec<Request> {
        let all = std::mem::take(&mut *self.seen.lock().expect("what was seen"));
        all.into_iter().filter(|request| !request.url.contains(BROWSER)).collect()
    }
}

impl Request {
    /// A header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// Notes one request before it is answered: what is asked for is seen even when no answer ever comes.
fn answer(mut browser: TcpStream, seen: &Mutex<Vec<Request>>) -> Option<()> {
    let request = read(&mut BufReader::new(browser.try_clone().ok()?))?;
    seen.lock().ok()?.push(request.clone());
    let rest = request.url.strip_prefix("http://127.0.0.1:");
    let Some((port, path)) = rest.and_then(|rest| rest.split_once('/')) else {
        return browser.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").ok();
    };
    let mut server = TcpStream::connect(("127.0.0.1", port.parse().ok()?)).ok()?;
    let headers = request.headers.iter().filter(|(name, _)| !name.contains("connection"));
    let headers: String = headers.map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    write!(server, "{} /{path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n", request.method).ok()?;
    server.write_all(&request.body).ok()?;
    std::io::copy(&mut server, &mut browser).ok().map(drop)
}

fn read(from: &mut impl BufRead) -> Option<Request> {
    let mut line = || {
        let mut line = String::new();
        from.read_line(&mut line).ok()?;
        Some(line.trim_end().to_owned()).filter(|line| !line.is_empty())
    };
    let first = line()?;
    let mut words = first.split(' ');
    let (method, url) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    while let Some(line) = line() {
        let (name, value) = line.split_once(':')?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let mut body = vec![0; length.unwrap_or_default()];
    from.read_exact(&mut body).ok()?;
    Some(Request { method, url, headers, body })
}
