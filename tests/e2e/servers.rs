//! The sample configurations for nginx and Apache keep what docs/hosting.md says of them, asked byte for byte (and
//! walked in Chromium: `walked`), packed at the root and as built in a folder.

mod packed;
mod walked;

use crate::harness::answer::{Answer, unpacked};
use crate::harness::server::{CLINIC, Kind, SECRET, Server, files};
use crate::harness::site::SUBFOLDER;
use crate::harness::{dist, root};

const BROTLI: (&str, &str) = ("Accept-Encoding", "gzip, deflate, br");
const GZIP: (&str, &str) = ("Accept-Encoding", "gzip");
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// A promise that both servers keep.
fn both(promise: impl Fn(&Server)) {
    for kind in [Kind::Nginx, Kind::Apache] {
        eprintln!("{kind:?}:");
        promise(Server::usual(kind));
    }
}

/// Every file of the site, at the root and in the folder, with what `dist/` holds under that name.
fn everything() -> Vec<(String, String, Vec<u8>)> {
    let site = dist(false);
    let all: Vec<String> =
        files(&site).into_iter().filter(|name| !name.ends_with(".br") && !name.ends_with(".gz")).collect();
    assert!(all.len() > 30, "{all:?}");
    ["/", SUBFOLDER]
        .into_iter()
        .flat_map(|at| all.iter().map(move |name| (format!("{at}{name}"), name.clone())))
        .map(|(path, name)| {
            let bytes = std::fs::read(site.join(&name)).expect("a file of the site");
            (path, name, bytes)
        })
        .collect()
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// A name like `words-8b8ddeb13c1d2a36.txt`: what follows the hyphen says what is inside.
fn holds_a_hash(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches("_bg");
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() >= 12 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

#[test]
fn every_file_comes_whole_and_with_its_type() {
    both(|server| {
        for (path, name, bytes) in everything() {
            let answer = server.ask(&path, &[]);
            let kind = match ending(&name) {
                "html" => "text/html; charset=utf-8",
                "css" => "text/css; charset=utf-8",
                "js" => "text/javascript; charset=utf-8",
                "txt" => "text/plain; charset=utf-8",
                "json" => "application/json",
                "webmanifest" => "application/manifest+json",
                "wasm" => "application/wasm",
                "svg" => "image/svg+xml",
                "png" => "image/png",
                other => panic!("{name}: what type has .{other}? Add it to every sample of examples/hosting"),
            };
            assert_eq!((answer.status, answer.header("content-type")), (200, Some(kind)), "{path}");
            assert_eq!(answer.header("content-encoding"), None, "{path}: nobody asked for it packed");
            assert_eq!(answer.header("content-language"), None, "{path}");
            assert!(answer.body == bytes, "{path} is not what was copied");
        }
        for (folder, file) in [("/", "/index.html"), (SUBFOLDER, "/index.html"), ("/learn/", "/learn/index.html")] {
            assert!(server.ask(folder, &[]).body == server.ask(file, &[]).body, "{folder} is not its index.html");
        }
        assert_eq!(server.ask("/?embed=1", &[]).status, 200);
    });
}

#[test]
fn what_can_be_packed_comes_packed_to_those_who_understand_it_and_says_the_same() {
    let all = everything();
    both(|server| {
        for (asked, packing) in [(BROTLI, "br"), (GZIP, "gzip")] {
            let answers: Vec<Answer> = all.iter().map(|(path, ..)| server.ask(path, &[asked])).collect();
            for ((answer, body), (path, name, bytes)) in answers.iter().zip(unpacked(&answers)).zip(&all) {
                let plain = server.ask(path, &[]);
                let packs = !name.ends_with(".png");
                // A short text is not worth it, and servers differ in what is short.
                if packs && bytes.len() > 1000 {
                    assert_eq!(answer.header("content-encoding"), Some(packing), "{path}");
                    assert!(answer.body.len() < bytes.len(), "{path} grew");
                }
                assert_eq!(answer.header("content-language"), None, "{path}: .br is no language here");
                assert!(body == *bytes, "{path} is not what was copied, once unpacked");
                assert_eq!(answer.header("content-type"), plain.header("content-type"), "{path}");
                let varies = plain.header("vary").map(str::to_ascii_lowercase);
                assert_eq!(varies.as_deref(), packs.then_some("accept-encoding"), "{path}: caches must know");
                assert_eq!(answer.header("vary").is_some(), packs, "{path}");
            }
        }
    });
}

#[test]
fn the_packed_files_are_the_ones_sent_where_they_are() {
    both(|server| {
        let name = files(&dist(false)).into_iter().find(|name| name.ends_with(".wasm")).expect("a wasm");
        let beside = server.ask(&format!("/{name}.br"), &[]).body;
        assert!(server.ask(&format!("/{name}"), &[BROTLI]).body == beside, "packed anew: {name}");
        assert!(server.ask(&format!("{SUBFOLDER}{name}"), &[BROTLI]).body != beside, "the folder has no packed files");
        assert_eq!(server.ask("/index.html.br", &[]).header("cache-control"), Some("no-cache"));
    });
}

#[test]
fn a_name_with_a_hash_is_kept_for_good_and_every_other_asked_for_again() {
    both(|server| {
        let (mut kept, mut asked_again) = (0, 0);
        for (path, name, _) in everything() {
            let wanted = if holds_a_hash(&name) { FOR_GOOD } else { "no-cache" };
            *if wanted == FOR_GOOD { &mut kept } else { &mut asked_again } += 1;
            for packing in [None, Some(BROTLI), Some(GZIP)] {
                let mut headers: Vec<(&str, &str)> = packing.into_iter().collect();
                let first = server.ask(&path, &headers);
                assert_eq!(first.header("cache-control"), Some(wanted), "{path}");
                let tag = first.header("etag").unwrap_or_else(|| panic!("{path} has no ETag")).to_owned();
                headers.push(("If-None-Match", &tag));
                let again = server.ask(&path, &headers);
                assert_eq!((again.status, again.body.len()), (304, 0), "{path} {packing:?}: nothing changed");
                assert_eq!(again.header("cache-control"), Some(wanted), "{path}");
            }
        }
        assert!(kept >= 14 && asked_again >= 40, "{kept} kept, {asked_again} asked for again");
        for name in ["index.html", "boot.js", "early.js", "learn/iron.html", "learn/learn.css", "manifest.webmanifest"]
        {
            assert_eq!(server.ask(&format!("/{name}"), &[]).header("cache-control"), Some("no-cache"), "{name}");
        }
        let missing = server.ask("/words-0123456789abcdef.txt", &[]);
        assert_eq!((missing.status, missing.header("cache-control")), (404, Some("no-cache")), "kept, though missing");
    });
}

/// The policy of `index.html`, and who may show it in a frame.
fn policy() -> String {
    let page = std::fs::read_to_string(root().join("index.html")).expect("index.html");
    let own =
        page.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
    format!("{}; frame-ancestors 'self' {CLINIC}", own.expect("the page's policy"))
}

fn guards(answer: &Answer, what: &str) {
    let policy = policy();
    let wanted = [
        ("content-security-policy", policy.as_str()),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("cross-origin-embedder-policy", "require-corp"),
    ];
    for (name, value) in wanted {
        assert_eq!(answer.header(name), Some(value), "{what}: {name}");
    }
    let off = answer.header("permissions-policy").unwrap_or_else(|| panic!("{what} has no permissions-policy"));
    for part in ["camera=()", "microphone=()", "geolocation=()", "clipboard-write=(self)"] {
        assert!(off.split(", ").any(|one| one == part), "{what}: no {part} in {off}");
    }
    assert!(!off.contains("web-share"), "{what}: sharing is left as it is; some browsers complain of the word");
    assert_eq!(answer.header("strict-transport-security"), None, "{what}: a sample must not bind a name to https");
}

#[test]
fn every_answer_carries_the_policy_and_the_other_guards_once() {
    both(|server| {
        for (path, ..) in everything() {
            for headers in [&[][..], &[BROTLI], &[GZIP]] {
                guards(&server.ask(&path, headers), &path);
            }
        }
        for (path, status) in
            [("/nowhere", 404), ("/nowhere.js", 404), ("/.env", 404), ("/nothing/", 403), ("/learn", 301)]
        {
            let answer = server.ask(path, &[]);
            assert_eq!(answer.status, status, "{path}");
            guards(&answer, path);
        }
        let tag = server.ask("/", &[]).header("etag").unwrap_or_default().to_owned();
        let unchanged = server.ask("/", &[("If-None-Match", &tag)]);
        assert_eq!(unchanged.status, 304);
        guards(&unchanged, "304");
    });
}

#[test]
fn no_folder_is_listed_and_nothing_hidden_or_outside_is_given() {
    both(|server| {
        for path in ["/nothing/", "/nothing/to/", "/some/"] {
            let answer = server.ask(path, &[]);
            assert!(matches!(answer.status, 403 | 404), "{path}: {}", answer.status);
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            assert!(!text.contains("see.bin") && !text.contains("folder"), "{path} lists what is there: {text}");
        }
        assert!(server.ask("/nothing/to/see.bin", &[]).body == SECRET.as_bytes(), "the test's own file is there");
        let refused = [
            "/.env",
            "/.git/config",
            "/.htaccess",
            "/%2eenv",
            "/.git/",
            "/some/folder/.htaccess",
            "/../outside.txt",
            "/learn/../../outside.txt",
            "/%2e%2e/outside.txt",
            "/..%2foutside.txt",
            "/learn/..%2f..%2foutside.txt",
            "/learn/%2e%2e/%2e%2e/outside.txt",
        ];
        for asked in [("Accept-Encoding", "identity"), BROTLI] {
            let answers: Vec<Answer> = refused.iter().map(|path| server.ask(path, &[asked])).collect();
            for ((answer, body), path) in answers.iter().zip(unpacked(&answers)).zip(refused) {
                assert!(matches!(answer.status, 400 | 403 | 404), "{path}: {}", answer.status);
                let text = String::from_utf8_lossy(&body);
                assert!(!text.contains(SECRET) && !text.contains("Rewrite"), "{path}: {text}");
            }
        }
    });
}

#[test]
fn nothing_is_written_down_of_who_looked_at_what() {
    both(|server| {
        let (agent, from) = (("User-Agent", "a browser of somebody"), ("Referer", "https://www.clinic.example/legs"));
        for path in ["/?embed=1", "/learn/iron.html", "/nowhere?knees", "/.env", "/../knees", "/%2e%2e/knees"] {
            server.ask(path, &[agent, from]);
        }
        let written = server.written();
        for word in ["embed", "iron", "nowhere", "knees", ".env", "somebody", "clinic.example", "127.0.0.1"] {
            assert!(!written.contains(word), "the server wrote down \"{word}\": {written}");
        }
    });
}
