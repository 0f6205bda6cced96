//! The pages to read as files of plain HTML, and what search engines ask for beside them.
//!
//! Native only: `examples/site.rs` writes what is made here into `dist/`. No script stands in a page; the one script
//! element holds data (JSON-LD), which no browser runs. Absolute addresses come from one setting and are left out
//! without it.

use super::body::{self, Cited, Place, QUESTIONS_ID, list_body, questions_body, topic_body};
use super::{El, el, escape, say};
use crate::content::learn::next_check;
use crate::content::text::learn_page::{list, page as own};
use crate::content::text::{shell, ui};
use crate::content::{QUESTIONS, Question, TOPICS, words};
use crate::date::Date;
use crate::export::json::{Json, list as json_list, object};

/// The folder of the pages, below that of the app.
pub const FOLDER: &str = "learn";
/// Their style sheet.
pub const STYLE: &str = "learn.css";
/// What a page may load: its style and the icon.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// A file to write: its name in the folder of the site, and what is in it.
#[derive(Debug)]
pub struct File {
    /// `learn/iron.html`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Every page, the list of pages, `sitemap.xml` (with a site's address only) and `robots.txt`.
pub fn files(site: Option<&str>) -> Vec<File> {
    let site = site.map(|address| address.trim_end_matches('/'));
    let mut made = vec![page(&list_page(), site), page(&questions_page(), site)];
    made.extend(TOPICS.iter().map(|topic| page(&topic_page(topic.id), site)));
    made.extend(site.map(sitemap));
    made.push(robots(site));
    made
}

/// What a page is, before it is a file.
struct Page {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    body: Vec<El>,
    checked: Option<Date>,
    cites: Vec<&'static str>,
    medical: bool,
    asked: Vec<&'static Question>,
}

fn topic_page(id: &'static str) -> Page {
    let mut cited = Cited::new(Place::File);
    let topic = crate::content::learn::topic(id);
    let body = topic.map(|topic| topic_body(topic, Place::File, &mut cited)).unwrap_or_default();
    Page {
        id,
        title: body::title(id),
        about: topic.map_or("", |topic| words(topic.about)),
        body,
        checked: topic.and_then(crate::content::Topic::checked),
        cites: cited.cites(),
        medical: !cited.is_empty(),
        asked: topic.map(|topic| topic.questions().collect()).unwrap_or_default(),
    }
}

fn questions_page() -> Page {
    let mut cited = Cited::new(Place::File);
    let body = questions_body(Place::File, &mut cited);
    Page {
        id: QUESTIONS_ID,
        title: body::title(QUESTIONS_ID),
        about: words(list::QUESTIONS_ABOUT),
        body,
        checked: QUESTIONS.iter().map(|question| question.reviewed).min(),
        cites: cited.cites(),
        medical: true,
        asked: QUESTIONS.iter().collect(),
    }
}

fn list_page() -> Page {
    let body = vec![say("p", "ql-lead", list::LEAD), list_body(Place::File)];
    let about = words(list::LEAD);
    let title = body::title("");
    Page { id: "index", title, about, body, checked: None, cites: Vec::new(), medical: true, asked: Vec::new() }
}

fn page(page: &Page, site: Option<&str>) -> File {
    let name = format!("{FOLDER}/{}.html", page.id);
    let address = site.map(|site| format!("{site}/{name}"));
    let mut text =
        String::from("<!DOCTYPE html>\n<html lang=\"en-GB\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n");
    let mut put = |line: String| {
        text.push_str(&line);
        text.push('\n');
    };
    put(meta("http-equiv", "Content-Security-Policy", POLICY));
    put(meta("name", "viewport", "width=device-width, initial-scale=1"));
    put(meta("name", "referrer", "no-referrer"));
    put(meta("name", "color-scheme", "light dark"));
    put(element("title", &format!("{} - {}", page.title, words(shell::NAME))));
    put(meta("name", "description", page.about));
    put(meta("property", "og:title", page.title));
    put(meta("property", "og:description", page.about));
    put(meta("property", "og:type", "article"));
    put(meta("property", "og:site_name", words(shell::NAME)));
    put(meta("property", "og:locale", "en_GB"));
    if let (Some(site), Some(address)) = (site, &address) {
        put(meta("property", "og:url", address));
        put(meta("property", "og:image", &format!("{site}/icon-512.png")));
        put(format!("<link rel=\"canonical\" href=\"{}\">", escaped(address)));
    }
    put(format!("<link rel=\"stylesheet\" href=\"{STYLE}\">"));
    put("<link rel=\"icon\" href=\"../icon.svg\" type=\"image/svg+xml\">".into());
    put(format!("<script type=\"application/ld+json\">\n{}</script>", data(page, address.as_deref()).print()));
    put("</head>\n<body>".into());
    put(frame(page).into_iter().map(|part| part.html()).collect::<Vec<_>>().join("\n"));
    put("</body>\n</html>".into());
    File { name, text }
}

fn frame(page: &Page) -> [El; 3] {
    let home = el("a", "ql-wordmark").attr("href", "../").text(words(shell::NAME));
    let to = |href: &'static str, text| el("a", "").attr("href", href).text(words(text));
    let nav = el("nav", "ql-nav").attr("aria-label", words(ui::learn::TITLE));
    let nav = nav.child(to("../#/", own::TO_CHECK)).child(to("index.html", list::PAGES));
    let header = el("header", "ql-header").child(home).child(nav);
    let main = el("main", "ql-main").child(el("h1", "").text(page.title)).children(page.body.iter().cloned());
    use shell::footer as f;
    let links = el("nav", "").attr("aria-label", words(f::LABEL));
    let links = links.child(to("../#/help", f::HELP)).child(to("../#/learn/how", f::HOW));
    let links = links.child(to("../#/sources", f::SOURCES)).child(to("privacy.html", own::PRIVACY));
    let footer = el("footer", "ql-footer").child(links).child(say("p", "", f::NOTE));
    [header, main, footer]
}

/// What the page is, for search engines.
fn data(page: &Page, address: Option<&str>) -> Json {
    let text = |text: &str| Json::text(text);
    let condition = object([("@type", text("MedicalCondition")), ("name", text("Restless legs syndrome"))]);
    let reviewed = page.checked.map_or(Json::None, |day| Json::text(day.to_string()));
    let expires = page.checked.map_or(Json::None, |day| Json::text(next_check(day).to_string()));
    let web = object([
        ("@type", text(if page.medical { "MedicalWebPage" } else { "WebPage" })),
        ("name", text(page.title)),
        ("description", text(page.about)),
        ("inLanguage", text("en-GB")),
        ("url", address.map_or(Json::None, Json::text)),
        ("lastReviewed", reviewed),
        ("expires", expires),
        ("about", if page.medical { condition } else { Json::None }),
        ("citation", json_list(page.cites.iter().map(|cite| text(cite)))),
    ]);
    let questions = page.asked.iter().map(|question| {
        let answer = object([("@type", text("Answer")), ("text", text(words(question.short)))]);
        object([("@type", text("Question")), ("name", text(words(question.ask))), ("acceptedAnswer", answer)])
    });
    let asked = json_list(questions);
    let faq = match asked.is_empty() {
        true => Json::None,
        false => object([("@type", text("FAQPage")), ("inLanguage", text("en-GB")), ("mainEntity", asked)]),
    };
    object([("@context", text("https://schema.org")), ("@graph", json_list([web, faq]))])
}

fn sitemap(site: &str) -> File {
    let pages = ["index", QUESTIONS_ID].into_iter().chain(TOPICS.iter().map(|topic| topic.id));
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let mut put = |address: String, day: Option<Date>| {
        let day = day.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
        text.push_str(&format!("<url><loc>{}</loc>{day}</url>\n", escaped(&address)));
    };
    put(format!("{site}/"), None);
    for id in pages {
        let day = crate::content::learn::topic(id).and_then(crate::content::Topic::checked);
        put(format!("{site}/{FOLDER}/{id}.html"), day);
    }
    text.push_str("</urlset>\n");
    File { name: "sitemap.xml".into(), text }
}

fn robots(site: Option<&str>) -> File {
    let sitemap = site.map(|site| format!("Sitemap: {site}/sitemap.xml\n")).unwrap_or_default();
    File { name: "robots.txt".into(), text: format!("User-agent: *\nAllow: /\n{sitemap}") }
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\">", escaped(content))
}

fn element(tag: &str, text: &str) -> String {
    format!("<{tag}>{}</{tag}>", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}
