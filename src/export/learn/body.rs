//! What stands in `main` of a page to read: its parts, its questions, where it helps, its sources and its dates.
//!
//! Decides the order, and gives each publication a number at its first mention. The same tree serves the app and the
//! files; only addresses differ (`Place`).

use super::rows;
use super::{El, el, say};
use crate::content::learn::{next_check, topic};
use crate::content::text::learn_page::{list, page as own};
use crate::content::text::ui;
use crate::content::{Block, Key, PAGES, Part, QUESTIONS, Question, SourceId, TOPICS, Topic, fill, words};
use crate::date::Date;
use crate::export::text::day;
use crate::order::by_rank;

/// Where a page is drawn, which decides its addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the app: hash addresses.
    App,
    /// A file in `learn/`.
    File,
}

/// The questions have a page of their own, under this id.
pub const QUESTIONS_ID: &str = "questions";

impl Place {
    /// The address of a page to read.
    pub fn page(self, id: &str) -> String {
        match self {
            Self::App => format!("#/learn/{id}"),
            Self::File => format!("{id}.html"),
        }
    }

    /// An address of the app.
    pub fn app(self, hash: &str) -> String {
        match self {
            Self::App => hash.to_owned(),
            Self::File => format!("../{hash}"),
        }
    }
}

/// A link.
pub fn link(href: String, text: &'static str) -> El {
    el("a", "").attr("href", href).text(text)
}

/// The publications of a page, each with a number: that of its first mention.
pub struct Cited {
    place: Place,
    order: Vec<SourceId>,
}

impl Cited {
    /// None yet.
    pub fn new(place: Place) -> Self {
        Self { place, order: Vec::new() }
    }

    /// The text with the numbers of what it rests on.
    pub fn cite(&mut self, on: El, sources: &[SourceId]) -> El {
        if sources.is_empty() {
            return on;
        }
        let mut sup = el("sup", "");
        let mut numbers: Vec<usize> = sources.iter().map(|source| self.number(*source)).collect();
        by_rank(&mut numbers, |number| *number);
        for (at, number) in numbers.iter().map(usize::to_string).enumerate() {
            if at > 0 {
                sup = sup.text(", ");
            }
            sup = match self.place {
                Place::File => sup.child(el("a", "").attr("href", format!("#source-{number}")).text(number)),
                Place::App => sup.text(number),
            };
        }
        // No line begins with a number.
        on.text("\u{a0}").child(sup)
    }

    fn number(&mut self, source: SourceId) -> usize {
        let known = self.order.iter().position(|known| *known == source);
        known.unwrap_or_else(|| {
            self.order.push(source);
            self.order.len() - 1
        }) + 1
    }

    /// Whether the page names none: it says nothing of medicine.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The list at the foot of the page.
    pub fn list(&self) -> El {
        let items = self.order.iter().enumerate().filter_map(|(at, id)| Some((at + 1, id.row()?)));
        let items = items.map(|(number, source)| {
            let item = el("li", "");
            let item = if self.place == Place::File { item.attr("id", format!("source-{number}")) } else { item };
            let address = match (source.doi, source.pmid) {
                (Some(doi), _) => Some(format!("https://doi.org/{doi}")),
                (None, Some(pmid)) => Some(format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/")),
                (None, None) => None,
            };
            match address {
                Some(address) => item.child(link(address, words(source.cite)).attr("rel", "noopener noreferrer")),
                None => item.text(words(source.cite)),
            }
        });
        el("ol", "ql-small").children(items)
    }

    /// The addresses of the publications, for search engines.
    pub fn cites(&self) -> Vec<&'static str> {
        self.order.iter().filter_map(|id| Some(words(id.row()?.cite))).collect()
    }
}

/// Everything below the heading of a page.
pub fn topic_body(topic: &'static Topic, place: Place, cited: &mut Cited) -> Vec<El> {
    let mut made = vec![say("p", "ql-lead", topic.about)];
    if place == Place::File {
        made.push(contents(topic));
    }
    for part in topic.parts() {
        made.push(part_of(part, place, cited));
    }
    let asked: Vec<El> = topic.questions().flat_map(|question| answer(question, "h3", cited)).collect();
    if !asked.is_empty() {
        let all = el("p", "").child(link(place.page(QUESTIONS_ID), words(own::ALL_QUESTIONS)));
        let part = section(QUESTIONS_ID, place).child(say("h2", "", own::ASKED));
        made.push(part.children(asked).child(all));
    }
    made.push(helps(topic, place));
    made.extend(foot(topic.checked(), place, cited));
    made
}

/// Everything below the heading of the page of questions.
pub fn questions_body(place: Place, cited: &mut Cited) -> Vec<El> {
    let mut made = vec![say("p", "ql-lead", list::QUESTIONS_ABOUT)];
    made.extend(QUESTIONS.iter().map(|question| {
        let pages = question.topics.iter().filter_map(|id| topic(id));
        let pages = pages.map(|topic| el("li", "").child(link(place.page(topic.id), words(topic.title))));
        let part = section(question.id, place).children(answer(question, "h2", cited));
        part.child(el("ul", "ql-list").children(pages))
    }));
    made.extend(foot(QUESTIONS.iter().map(|question| question.reviewed).min(), place, cited));
    made
}

/// Every page with what it is about.
pub fn list_body(place: Place) -> El {
    let item = |href: String, title, about| {
        el("li", "").child(el("b", "").child(link(href, title))).child(el("p", "ql-small").text(about))
    };
    let pages = TOPICS.iter().map(|topic| item(place.page(topic.id), words(topic.title), words(topic.about)));
    let questions = item(place.page(QUESTIONS_ID), words(list::QUESTIONS), words(list::QUESTIONS_ABOUT));
    el("ul", "ql-list").children(pages).child(questions)
}

/// In a file a part can be linked to; in the app the address after `#` names the screen.
fn section(id: &'static str, place: Place) -> El {
    let made = el("section", "ql-part");
    if place == Place::File { made.attr("id", id) } else { made }
}

fn contents(topic: &'static Topic) -> El {
    let items = topic.parts().map(|part| el("li", "").child(link(format!("#{}", part.id), words(part.heading))));
    let nav = el("nav", "ql-panel").attr("aria-label", words(own::CONTENTS));
    nav.child(say("h2", "", own::CONTENTS)).child(el("ul", "").children(items))
}

fn part_of(part: &'static Part, place: Place, cited: &mut Cited) -> El {
    let mut made = section(part.id, place).child(say("h2", "", part.heading));
    let mut items: Vec<El> = Vec::new();
    for block in &part.blocks {
        match block {
            Block::Item(key, sources) => items.push(cited.cite(say("li", "", *key), sources)),
            Block::Code(code, key) => {
                items.push(el("li", "").child(el("code", "").text(*code)).child(say("p", "", *key)));
            }
            _ => made = flush(made, &mut items),
        }
        made = match block {
            Block::Say(key, sources) => made.child(cited.cite(say("p", "", *key), sources)),
            Block::Figure(figure, sources) => made.child(super::figures::figure(*figure, sources, cited)),
            Block::Rows(which, of) => made.children(rows::rows(*which, of, cited)),
            Block::Item(..) | Block::Code(..) => made,
        };
    }
    let made = flush(made, &mut items);
    match (part.id, place) {
        (READER, Place::File) => {
            made.child(el("p", "").child(link(place.app(&Place::App.page(part.topic)), words(own::READER))))
        }
        (READER, Place::App) => made.child(el("div", "").attr(READER_MARK, "")),
        _ => made,
    }
}

/// The part of the page about iron where the app reads a number.
const READER: &str = "live";
/// The attribute of the element that the app fills with the reader.
pub const READER_MARK: &str = "data-reader";

fn flush(made: El, items: &mut Vec<El>) -> El {
    if items.is_empty() { made } else { made.child(el("ul", "ql-list").children(items.drain(..))) }
}

fn answer(question: &'static Question, heading: &'static str, cited: &mut Cited) -> Vec<El> {
    let short = cited.cite(say("p", "", question.short), question.sources);
    vec![say(heading, "", question.ask), short, say("p", "", question.more)]
}

/// Where the page helps: the check, the plan, and what to read next.
fn helps(topic: &'static Topic, place: Place) -> El {
    let of_check = topic.check.iter().filter_map(|id| PAGES.iter().find(|page| page.id == *id)).map(|page| {
        let says = fill(own::IN_CHECK, &[("title", words(page.title))]);
        el("li", "").child(el("a", "").attr("href", place.app(&format!("#/check/{}", page.id))).text(says))
    });
    let plan = topic.plan.then(|| el("li", "").child(link(place.app("#/plan"), words(own::IN_PLAN))));
    let screens = topic.opens.iter().filter_map(|id| SCREENS.iter().find(|(screen, _)| screen == id));
    let screens = screens.map(|(id, name)| el("li", "").child(link(place.app(&format!("#/{id}")), words(*name))));
    let next = topic.see.iter().filter_map(|id| super::body::topic(id));
    let next = next.map(|topic| el("li", "").child(link(place.page(topic.id), words(topic.title))));
    let made = section("use", place).child(say("h2", "", own::USE));
    let made = made.child(el("ul", "ql-list").children(of_check).children(screens).maybe(plan));
    made.child(say("h3", "", own::NEXT)).child(el("ul", "ql-list").children(next))
}

/// Screens a page may lead to, by the end of their address.
const SCREENS: [(&str, Key); 2] = [("data", ui::data::TITLE), ("settings", ui::settings::TITLE)];

fn foot(checked: Option<Date>, place: Place, cited: &Cited) -> Vec<El> {
    let dates = checked.map(|date| {
        let days = [("day", day(date)), ("next", day(next_check(date)))];
        fill(own::CHECKED, &days.each_ref().map(|(name, day)| (*name, day.as_str())))
    });
    let dates = dates.map(|text| el("p", "ql-small").text(text));
    let part = section("sources", place);
    if cited.is_empty() {
        return vec![
            part.child(say("h2", "", own::RESTS)).child(say("p", "ql-small", own::RESTS_ON_CODE)).maybe(dates),
        ];
    }
    let full = el("p", "").child(link(place.app("#/sources"), words(own::FULL_LIST)));
    let sources = part.child(say("h2", "", own::SOURCES)).child(cited.list());
    vec![sources.child(say("p", "ql-small", own::NO_SOURCE)).child(full).maybe(dates)]
}

/// The title of the page with this id, the page of questions among them.
pub fn title(id: &str) -> &'static str {
    match id {
        QUESTIONS_ID => words(list::QUESTIONS),
        "" => words(ui::learn::TITLE),
        id => topic(id).map_or("", |topic| words(topic.title)),
    }
}
