//! The web server of the tests: a folder of files on a loopback port of its own, as any static host serves it.
//!
//! Every test has its own, so its own origin: nothing stored by one test can be seen by another. The same folder
//! is served at `/` and at `/some/folder/`; pages of a test's own (a host page with a frame, axe-core) stand beside
//! it. Requests are noted in order; one file can be held back, extra headers sent, and the server stopped.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

/// A folder served on its own origin until dropped.
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    state: Mutex<State>,
    released: Condvar,
}

#[derive(Default)]
struct State {
    requests: Vec<String>,
    headers: Vec<(String, String)>,
    pages: BTreeMap<String, String>,
    held: Option<&'static str>,
    lost: Option<&'static str>,
    stopped: bool,
}

/// Where the folder is served besides `/`.
pub const SUBFOLDER: &str = "/some/folder/";

impl Site {
    /// Serves a folder on a free port.
    pub fn serve(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free loopback port");
        let address = listener.local_addr().expect("the port bound to");
        let shared =
            Arc::new(Shared { folder: folder.to_owned(), state: Mutex::default(), released: Condvar::default() });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if serving.state().stopped {
                    return;
                }
                let serving = Arc::clone(&serving);
                thread::spawn(move || stream.ok().map(|stream| serving.answer(stream)));
            }
        });
        Self { address, shared }
    }

    /// Address of a path, which may carry a hash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Serves one more page, from memory.
    pub fn put(&self, path: &str, html: String) {
        self.shared.state().pages.insert(path.to_owned(), html);
    }

    /// Sends one more header with every answer.
    pub fn header(&self, name: &str, value: &str) {
        self.shared.state().headers.push((name.to_owned(), value.to_owned()));
    }

    /// Keeps back every file whose name ends so, until [`Self::release`].
    pub fn hold(&self, ending: &'static str) {
        self.shared.state().held = Some(ending);
    }

    /// Lets go what is held back.
    pub fn release(&self) {
        self.shared.state().held = None;
        self.shared.released.notify_all();
    }

    /// Has no file whose name ends so, as after a broken upload.
    pub fn lose(&self, ending: &'static str) {
        self.shared.state().lost = Some(ending);
    }

    /// Has it again.
    pub fn find_again(&self) {
        self.shared.state().lost = None;
    }

    /// Answers nobody any more.
    pub fn stop(&self) {
        self.shared.state().stopped = true;
        self.release();
        // The accept loop looks at `stopped` only when somebody knocks.
        drop(TcpStream::connect(self.address));
    }

    /// How many requests there were since the last [`Self::take_requests`].
    pub fn requests_so_far(&self) -> usize {
        self.shared.state().requests.len()
    }

    /// Paths asked for since the last call, in order.
    pub fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut self.shared.state().requests)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// One request, one answer, and the connection is closed: a browser's spare connection then ends by itself.
    fn answer(&self, mut stream: TcpStream) -> Option<()> {
        let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
        let first = lines.next()?.ok()?;
        while lines.next()?.ok().is_some_and(|line| !line.is_empty()) {}
        let path = first.split(' ').nth(1)?.split(['?', '#']).next()?.to_owned();
        self.state().requests.push(path.clone());
        self.wait_while_held(&path);
        let headers: String = self.state().headers.iter().map(|(k, v)| format!("{k}: {v}\r\n")).collect();
        let (status, kind, body) = match self.file(&path) {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", b"no such file".to_vec()),
        };
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n"
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(&body).ok()
    }

    fn wait_while_held(&self, path: &str) {
        let state = self.state();
        let held = |s: &mut State| s.held.is_some_and(|ending| path.ends_with(ending));
        drop(self.released.wait_while(state, held));
    }

    fn file(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        if let Some(page) = self.state().pages.get(path) {
            return Some((kind_of(path), page.clone().into_bytes()));
        }
        let name = path.strip_prefix(SUBFOLDER).or_else(|| path.strip_prefix('/'))?;
        let name = if name.is_empty() { "index.html" } else { name };
        let lost = self.state().lost.is_some_and(|ending| name.ends_with(ending));
        if lost || name.split('/').any(|part| part == "..") {
            return None;
        }
        Some((kind_of(name), std::fs::read(self.folder.join(name)).ok()?))
    }
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}
