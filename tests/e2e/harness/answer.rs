//! One plain request to a web server and all that came back, byte for byte: nothing is followed, unpacked or kept.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Command, Stdio};
use std::time::Duration;

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    /// 200, 304, 404 …
    pub status: u16,
    /// Names in small letters, and values, in order.
    pub headers: Vec<(String, String)>,
    /// As sent, without the chunks.
    pub body: Vec<u8>,
}

/// Asks for a path, which is sent as it stands.
pub fn ask(server: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut stream = TcpStream::connect(server).expect("the server is there");
    stream.set_read_timeout(Some(Duration::from_secs(15))).expect("a time limit");
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).expect("the request is sent");
    let mut all = Vec::new();
    stream.read_to_end(&mut all).expect("the answer comes");
    Answer::read(&all).unwrap_or_else(|| panic!("no answer to {path}: {}", String::from_utf8_lossy(&all)))
}

impl Answer {
    fn read(all: &[u8]) -> Option<Self> {
        let end = all.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&all[..end]).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let mut answer = Self { status, headers, body: all[end + 4..].to_vec() };
        if answer.header("transfer-encoding") == Some("chunked") {
            answer.body = unchunked(&answer.body)?;
        }
        Some(answer)
    }

    /// The value of a header. Fails where it came twice: browsers then keep to both, or to neither.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str());
        let value = values.next();
        assert_eq!(values.next(), None, "{name} came twice: {:?}", self.headers);
        value
    }
}

/// Reads bodies, each behind its packing and its length, and writes them back unpacked.
const UNPACK: &str = "const zlib = require('zlib'), all = require('fs').readFileSync(0), out = [];
    const ways = [b => b, zlib.brotliDecompressSync, zlib.gunzipSync];
    for (let at = 0; at < all.length; ) {
        const length = all.readUInt32BE(at + 1), bytes = all.subarray(at + 5, at + 5 + length);
        const body = ways[all[at]](bytes), size = Buffer.alloc(4);
        size.writeUInt32BE(body.length);
        out.push(size, body);
        at += 5 + length;
    }
    process.stdout.write(Buffer.concat(out))";

/// What bodies say when unpacked as their headers tell: by Node, in one go, since each start of it costs a while.
pub fn unpacked(answers: &[Answer]) -> Vec<Vec<u8>> {
    let mut node = Command::new("node")
        .args(["-e", UNPACK])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is on PATH");
    let mut input = Vec::new();
    for answer in answers {
        input.push(match answer.header("content-encoding") {
            None => 0,
            Some("br") => 1,
            Some("gzip") => 2,
            Some(other) => panic!("packed as {other}"),
        });
        input.extend(u32::try_from(answer.body.len()).expect("no file is so long").to_be_bytes());
        input.extend(&answer.body);
    }
    node.stdin.take().expect("its input").write_all(&input).expect("node reads");
    let done = node.wait_with_output().expect("node ends");
    assert!(done.status.success(), "a body cannot be unpacked as its header says");
    let mut rest = done.stdout.as_slice();
    let mut bodies = Vec::new();
    while let Some((size, after)) = rest.split_first_chunk::<4>() {
        let (body, after) = after.split_at(u32::from_be_bytes(*size) as usize);
        bodies.push(body.to_vec());
        rest = after;
    }
    assert_eq!(bodies.len(), answers.len());
    bodies
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(end + 2..end + 2 + length)?);
        rest = rest.get(end + 2 + length + 2..)?;
    }
}
