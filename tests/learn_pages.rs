//! Promises about the pages to read as files: whole, findable, plain, and the same words as the content.
//! The files are left in `target/learn-pages` for programs that are not ours.
#![cfg(not(target_arch = "wasm32"))]

use quiet_legs::content::text::{PATHS, words};
use quiet_legs::content::{Block, PARTS, QUESTIONS, TOPICS};
use quiet_legs::export::learn::site::{File, files};
use quiet_legs::export::learn::{el, escape};
use quiet_legs::route::Route;
use serde_json::Value;
use std::path::Path;
use std::{fs, sync::OnceLock};

const SITE: &str = "https://legs.example.org/check/";

fn made() -> &'static [File] {
    static MADE: OnceLock<Vec<File>> = OnceLock::new();
    MADE.get_or_init(|| files(None))
}

fn pages() -> impl Iterator<Item = &'static File> {
    made().iter().filter(|file| file.name.ends_with(".html"))
}

fn page(id: &str) -> &'static str {
    let name = format!("learn/{id}.html");
    &pages().find(|file| file.name == name).unwrap_or_else(|| panic!("no {name}")).text
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

/// What stands between the marks, each time: `between(text, "href=\"", "\"")`.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    text.split(open).skip(1).filter_map(|rest| rest.split_once(close)).map(|(inside, _)| inside).collect()
}

#[test]
fn the_files_are_written_for_programs_that_are_not_ours() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/learn-pages");
    for file in files(Some(SITE)) {
        let path = folder.join(&file.name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, file.text).expect("the file can be written");
    }
}

#[test]
fn every_topic_is_a_page_and_every_page_is_on_the_list() {
    let list = page("index");
    for topic in &TOPICS {
        assert!(page(topic.id).contains(&escaped(words(topic.title))), "{}", topic.id);
        assert!(list.contains(&format!("href=\"{}.html\"", topic.id)), "{}", topic.id);
    }
    assert!(list.contains("href=\"questions.html\""));
    assert_eq!(pages().count(), TOPICS.len() + 2);
}

#[test]
fn every_page_has_one_main_heading_a_title_and_a_description_of_its_own() {
    let mut seen = Vec::new();
    for file in pages() {
        let name = &file.name;
        assert_eq!(file.text.matches("<h1").count(), 1, "{name}");
        let title = between(&file.text, "<title>", "</title>");
        let about = between(&file.text, "<meta name=\"description\" content=\"", "\"");
        assert!(title.len() == 1 && about.len() == 1, "{name}");
        assert!((40..=200).contains(&about[0].len()), "{name}: {} letters", about[0].len());
        for one in [title[0], about[0]] {
            assert!(!seen.contains(&one), "{name} shares \"{one}\"");
            seen.push(one);
        }
    }
}

#[test]
fn no_page_needs_a_script_or_carries_a_style_of_its_own() {
    for file in pages() {
        let scripts = between(&file.text, "<script", ">");
        assert_eq!(scripts, [" type=\"application/ld+json\""], "{}", file.name);
        for never in [" style=\"", "<style", " onclick", " onload", "javascript:", "http://"] {
            assert!(!file.text.contains(never), "{} holds {never}", file.name);
        }
        assert_eq!(between(&file.text, "rel=\"stylesheet\" href=\"", "\""), ["learn.css"], "{}", file.name);
    }
}

#[test]
fn every_link_leads_somewhere() {
    for file in pages() {
        let ids = between(&file.text, " id=\"", "\"");
        for (at, id) in ids.iter().enumerate() {
            assert!(!ids[at + 1..].contains(id), "{}: #{id} stands twice", file.name);
        }
        for href in between(&file.text, " href=\"", "\"") {
            let there = match href {
                "../" | "learn.css" | "../icon.svg" => true,
                _ if href.starts_with("https://doi.org/") || href.starts_with("https://pubmed.ncbi.nlm.nih.gov/") => {
                    true
                }
                _ if href.starts_with("../#") => Route::parse(&href[3..]) != Route::NotFound,
                _ if href.starts_with('#') => ids.contains(&&href[1..]),
                _ => pages().any(|page| page.name == format!("learn/{href}")),
            };
            assert!(there, "{}: {href} leads nowhere", file.name);
        }
    }
}

#[test]
fn a_page_says_every_word_that_the_content_gives_it() {
    for part in &PARTS {
        let page = page(part.topic);
        assert!(page.contains(&format!("<h2>{}</h2>", escaped(words(part.heading)))), "{}.{}", part.topic, part.id);
        for block in &part.blocks {
            if let Block::Code(code, _) = block {
                assert!(page.contains(&format!("<li><code>{}</code>", escaped(code))), "{}: {code}", part.topic);
            }
            if let Block::Say(key, _) | Block::Item(key, _) | Block::Code(_, key) = block {
                assert!(page.contains(&escaped(words(*key))), "{}.{}: {}", part.topic, part.id, words(*key));
            }
        }
    }
    for question in &QUESTIONS {
        for page in question.topics.iter().map(|id| page(id)).chain([page("questions")]) {
            for key in [question.ask, question.short, question.more] {
                assert!(page.contains(&escaped(words(key))), "{}", question.id);
            }
        }
    }
}

#[test]
fn no_placeholder_is_left_on_a_page() {
    for file in pages() {
        let text = file.text.split("</script>").nth(1).expect("a body");
        assert!(!text.contains(['{', '}']), "{}: {:?}", file.name, between(text, "{", "}"));
    }
}

/// Pages about this site and not about health.
const NOT_MEDICAL: [&str; 2] = ["learn/privacy.html", "learn/privacy-notice.html"];

#[test]
fn every_numbered_source_is_in_the_list_and_every_source_in_the_list_is_numbered() {
    for file in pages().filter(|file| file.name != "learn/index.html") {
        let cited = between(&file.text, "href=\"#source-", "\"");
        let listed = between(&file.text, "<li id=\"source-", "\"");
        assert_eq!(listed.is_empty(), NOT_MEDICAL.contains(&file.name.as_str()), "{}", file.name);
        let says_so = file.text.contains("<h2>What this page rests on</h2>");
        assert_eq!(says_so, listed.is_empty(), "{} rests on nothing", file.name);
        assert!(listed.iter().all(|number| cited.contains(number)), "{}", file.name);
        let first: Vec<String> = (1..=listed.len()).map(|number| number.to_string()).collect();
        assert_eq!(listed, first, "{}", file.name);
    }
}

#[test]
fn every_page_says_when_it_was_checked_and_when_it_is_next() {
    for topic in &TOPICS {
        let day = topic.checked().expect("a day");
        let text = page(topic.id);
        assert!(text.contains("Checked on ") && text.contains("Next check by "), "{}", topic.id);
        assert!(text.contains(&format!("\"lastReviewed\": \"{day}\"")), "{}", topic.id);
    }
}

fn data(text: &str) -> Value {
    let json = between(text, "<script type=\"application/ld+json\">", "</script>");
    serde_json::from_str(json.first().expect("data")).expect("JSON")
}

#[test]
fn the_data_for_search_engines_can_be_read_and_says_what_the_page_says() {
    for file in pages() {
        let data = data(&file.text);
        assert_eq!(data["@context"], "https://schema.org", "{}", file.name);
        let graph = data["@graph"].as_array().expect("a graph");
        let body = file.text.split_once("</script>").expect("a body").1;
        let medical = !NOT_MEDICAL.contains(&file.name.as_str());
        assert_eq!(graph[0]["@type"], if medical { "MedicalWebPage" } else { "WebPage" }, "{}", file.name);
        assert_eq!(graph[0]["about"].is_null(), !medical, "{}", file.name);
        assert!(body.contains(&escaped(graph[0]["name"].as_str().expect("a name"))), "{}", file.name);
        for question in graph.get(1).and_then(|faq| faq["mainEntity"].as_array()).into_iter().flatten() {
            assert_eq!(question["@type"], "Question");
            for said in [&question["name"], &question["acceptedAnswer"]["text"]] {
                assert!(body.contains(&escaped(said.as_str().expect("words"))), "{}: {said}", file.name);
            }
        }
    }
    let all = data(page("questions"));
    assert_eq!(all["@graph"][1]["@type"], "FAQPage");
    assert_eq!(all["@graph"][1]["mainEntity"].as_array().map(Vec::len), Some(QUESTIONS.len()));
}

#[test]
fn without_the_address_of_the_site_nothing_absolute_is_said() {
    for file in made() {
        for never in ["rel=\"canonical\"", "og:url", "og:image", "Sitemap:"] {
            assert!(!file.text.contains(never), "{} holds {never}", file.name);
        }
    }
    assert!(!made().iter().any(|file| file.name == "sitemap.xml"));
    assert!(made().iter().any(|file| file.name == "robots.txt"));
}

#[test]
fn with_the_address_of_the_site_every_page_names_its_own_and_the_map_names_them_all() {
    let made = files(Some(SITE));
    let map = &made.iter().find(|file| file.name == "sitemap.xml").expect("a map").text;
    for file in made.iter().filter(|file| file.name.ends_with(".html")) {
        let address = format!("https://legs.example.org/check/{}", file.name);
        assert!(file.text.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{}", file.name);
        assert!(file.text.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")), "{}", file.name);
        assert!(map.contains(&format!("<loc>{address}</loc>")), "{}", file.name);
    }
    let robots = &made.iter().find(|file| file.name == "robots.txt").expect("robots").text;
    assert!(robots.ends_with("Sitemap: https://legs.example.org/check/sitemap.xml\n"), "{robots}");
}

#[test]
fn a_word_cannot_become_markup() {
    let made = el("p", "").attr("title", "\"><script>").text("<b>&").html();
    assert_eq!(made, "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;</p>");
}

#[test]
fn every_word_for_the_pages_comes_with_their_own_file() {
    let base = quiet_legs::content::text::LEARN_BASE;
    for (path, key) in PATHS {
        assert_eq!(path.starts_with("learn_"), usize::from(key.0) >= base, "{path}");
    }
}
