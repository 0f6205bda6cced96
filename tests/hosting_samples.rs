//! The samples of examples/hosting cannot drift: each gives the policy of `index.html`, the same guards as the others,
//! and knows the names of the build that hold a hash. (tests/e2e/servers.rs starts two of them.)
#![cfg(not(target_arch = "wasm32"))]

use quiet_legs::content::text::{IDLE_FILE, LEARN_FILE};
use std::fs;
use std::path::Path;

/// Every sample that can set headers.
const SAMPLES: [&str; 5] = ["nginx.conf", ".htaccess", "Caddyfile", "_headers", "s3/cloudfront-headers.json"];
/// Who may show the check in a frame, until the clinic writes its own site there.
const FRAMED_BY: &str = "; frame-ancestors 'self' https://www.clinic.example";

fn read(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn sample(name: &str) -> String {
    read(&format!("examples/hosting/{name}"))
}

fn between<'a>(text: &'a str, before: &str, after: &[char]) -> Option<&'a str> {
    text.split_once(before)?.1.split(after).next()
}

fn own_policy() -> String {
    let page = read("index.html");
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", &['"']);
    policy.expect("index.html has a policy").to_owned()
}

/// The value a sample gives a header, however the sample is written.
fn header(name: &str, text: &str) -> Option<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    let of_a_json = format!("\"Header\": \"{name}\", \"Value\": \"");
    let joined = lines.clone().collect::<Vec<_>>().join(" ");
    if let Some(value) = between(&joined, &of_a_json, &['"']) {
        return Some(value.to_owned());
    }
    lines.filter_map(|line| line.split_once(name)).find_map(|(_, value)| {
        let value = value.trim_start_matches([' ', ':']);
        let quoted = value.strip_prefix('"').and_then(|rest| rest.split('"').next());
        quoted.or(Some(value)).filter(|value| !value.is_empty()).map(str::to_owned)
    })
}

#[test]
fn every_sample_gives_the_policy_of_the_page_and_names_who_may_frame_it() {
    let policy = own_policy() + FRAMED_BY;
    for name in SAMPLES {
        let text = sample(name);
        let given: Vec<&str> = text.lines().filter(|line| line.contains("default-src")).collect();
        assert_eq!(given.len(), 1, "{name} gives {} policies", given.len());
        let given = between(&text, "default-src", &['"', '\n']).map(|rest| format!("default-src{rest}"));
        assert_eq!(given.as_deref(), Some(policy.as_str()), "{name} (the policy of index.html is the one that counts)");
    }
    for name in ["apache.conf", "github-pages.yml", "s3/upload.sh", "s3/cors.json"] {
        assert!(!sample(name).contains("default-src"), "{name} gives a policy that no test looks at");
    }
}

#[test]
fn every_sample_marks_the_place_of_the_clinics_own_site() {
    for name in SAMPLES {
        let text = sample(name);
        let (before, _) = text.split_once("default-src").expect("a policy");
        let near: Vec<&str> = before.lines().rev().take(45).collect();
        assert!(near.iter().any(|line| line.contains("YOUR OWN WEBSITE")), "{name} marks no place to change");
    }
}

#[test]
fn every_sample_gives_the_same_guards() {
    let nginx = sample("nginx.conf");
    for name in SAMPLES {
        let text = sample(name);
        for guard in ["Permissions-Policy", "Cross-Origin-Resource-Policy", "Cross-Origin-Embedder-Policy"] {
            let wanted = header(guard, &nginx);
            assert!(wanted.is_some(), "nginx.conf gives no {guard}");
            assert_eq!(header(guard, &text), wanted, "{name}: {guard}");
        }
        if name.ends_with(".json") {
            // CloudFront has names of its own for these.
            for part in
                ["\"ContentTypeOptions\"", "\"ReferrerPolicy\": \"no-referrer\"", "\"AccessControlAllowOrigins\""]
            {
                assert!(text.contains(part), "{name} has no {part}");
            }
            continue;
        }
        for (guard, wanted) in [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Access-Control-Allow-Origin", "*"),
        ] {
            assert_eq!(header(guard, &text).as_deref(), Some(wanted), "{name}: {guard}");
        }
        assert_eq!(header("Strict-Transport-Security", &text), None, "{name} binds a name to https unasked");
        assert!(text.contains("Strict-Transport-Security"), "{name} does not say how to bind the name to https");
    }
    let off = header("Permissions-Policy", &nginx).unwrap_or_default();
    for part in ["camera=()", "microphone=()", "geolocation=()", "payment=()", "clipboard-write=(self)"] {
        assert!(off.split(", ").any(|one| one == part), "no {part} in {off}");
    }
}

#[test]
fn every_sample_keeps_for_good_what_has_a_hash_in_its_name() {
    for name in ["nginx.conf", ".htaccess", "Caddyfile", "s3/upload.sh"] {
        let text = sample(name);
        assert!(text.contains(r"-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css|txt)"), "{name} knows no names with a hash");
        assert!(text.contains("public, max-age=31536000, immutable"), "{name}");
        assert!(text.contains("no-cache"), "{name}");
    }
    let netlify = sample("_headers");
    let starts: Vec<&str> = netlify.lines().filter_map(|line| line.strip_prefix('/')?.strip_suffix("-*")).collect();
    for name in
        [IDLE_FILE, LEARN_FILE, "quiet-legs-0123456789abcdef.js", "whole-0123456789abcdef_bg.wasm", "style-0123.css"]
    {
        assert!(starts.iter().any(|start| name.starts_with(&format!("{start}-"))), "_headers does not know {name}");
    }
    for start in starts {
        let after = netlify.split_once(&format!("/{start}-*\n")).map_or("", |(_, after)| after);
        assert!(after.starts_with("  Cache-Control: public, max-age=31536000, immutable\n"), "{start}");
    }
    // Netlify joins the values of all rules that match, so none may stand for every file.
    let everywhere = between(&netlify, "\n/*\n", &['/']).unwrap_or_default();
    assert!(!everywhere.contains("Cache-Control"), "{everywhere}");
}

#[test]
fn the_guide_names_every_sample() {
    let guide = read("docs/hosting.md");
    let samples = ["apache.conf", "github-pages.yml", "s3/upload.sh", "s3/cors.json"];
    for name in SAMPLES.into_iter().chain(samples) {
        assert!(guide.contains(&format!("`{name}`")), "docs/hosting.md does not name {name}");
    }
}
