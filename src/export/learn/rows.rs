//! Rows of other tables inside a page to read: the same words that the result and the screens say, not written twice.
//!
//! Decides which of a row's sentences stand on a page, and in which order.

use super::body::Cited;
use super::{El, el, say};
use crate::clinical::medicines::{direction, strength};
use crate::content::text::guidelines::head;
use crate::content::text::{capital, result, result_screen};
use crate::content::*;

/// The rows with these ids, or all rows when there are none.
pub fn rows(which: RowsOf, of: &[&'static str], cited: &mut Cited) -> Vec<El> {
    match which {
        RowsOf::Criteria => vec![one_list(picked(&CRITERIA, of, |row| row.id), |row| (row.name, row.sources), cited)],
        RowsOf::TimeNotes => {
            vec![one_list(picked(&TIME_NOTES, of, |row| row.id), |row| (row.says, row.sources), cited)]
        }
        RowsOf::LookAlikes => cards(picked(&LOOK_ALIKES, of, |row| row.id), cited, |row| Card {
            name: capital(words(row.name)),
            says: vec![row.says],
            sources: row.sources,
            evidence: None,
        }),
        RowsOf::Conditions => cards(picked(&CONDITIONS, of, |row| row.id), cited, |row| Card {
            name: capital(words(row.name)),
            says: [Some(row.says), row.ask].into_iter().flatten().collect(),
            sources: row.sources,
            evidence: grade(row.grade),
        }),
        RowsOf::Habits => cards(picked(&HABITS, of, |row| row.id), cited, |row| Card {
            name: words(row.name).to_owned(),
            says: vec![row.says, row.tries],
            sources: row.sources,
            evidence: Some(strength(row.strength)),
        }),
        RowsOf::Care => cards(picked(&CARE, of, |row| row.id), cited, |row| Card {
            name: words(row.name).to_owned(),
            says: vec![row.says],
            sources: row.sources,
            evidence: Some(strength(row.strength)),
        }),
        RowsOf::Treatments => cards(picked(&TREATMENTS, of, |row| row.id), cited, |row| Card {
            name: words(row.name).to_owned(),
            says: [Some(row.what), Some(row.guidelines), row.time, row.warns].into_iter().flatten().collect(),
            sources: row.sources,
            evidence: None,
        }),
        RowsOf::Labs => cards(picked(&LABS, of, |row| row.id), cited, |row| Card {
            name: words(row.name).to_owned(),
            says: vec![row.shows, row.who, row.range],
            sources: row.sources,
            evidence: None,
        }),
        RowsOf::Concerns => cards(picked(&CONCERNS, of, |row| row.id), cited, |row| Card {
            name: words(row.name).to_owned(),
            says: row.says.clone(),
            sources: row.sources,
            evidence: None,
        }),
        RowsOf::Signs => signs(picked(&SIGNS, of, |row| row.id), cited),
        RowsOf::Guidelines => picked(&GUIDELINES, of, |row| row.id).map(|row| guideline(row, cited)).collect(),
        RowsOf::Zones => vec![zones()],
        RowsOf::Medicines => medicines(cited),
    }
}

/// The rows named, in the order named; all of them, in their own, when none is.
fn picked<'r, T>(all: &'r [T], of: &[&str], id: fn(&T) -> &'static str) -> std::vec::IntoIter<&'r T> {
    let named = of.iter().filter_map(|wanted| all.iter().find(|row| id(row) == *wanted));
    let rows: Vec<&T> = if of.is_empty() { all.iter().collect() } else { named.collect() };
    rows.into_iter()
}

struct Card {
    name: String,
    says: Vec<Key>,
    sources: &'static [SourceId],
    evidence: Option<Key>,
}

fn cards<'r, T: 'r>(rows: impl Iterator<Item = &'r T>, cited: &mut Cited, card: fn(&T) -> Card) -> Vec<El> {
    rows.map(|row| drawn(card(row), cited)).collect()
}

fn drawn(card: Card, cited: &mut Cited) -> El {
    let evidence = card.evidence.map(|key| fill(result_screen::findings::EVIDENCE, &[("words", words(key))]));
    let mut made = el("article", "ql-finding").maybe(evidence.map(|text| el("p", "ql-finding-top").text(text)));
    made = made.child(el("h3", "").text(card.name));
    let last = card.says.len().saturating_sub(1);
    for (at, key) in card.says.into_iter().enumerate() {
        let says = say("p", "", key);
        made = made.child(if at == last { cited.cite(says, card.sources) } else { says });
    }
    made
}

const fn grade(grade: Grade) -> Option<Key> {
    use result::findings as f;
    match grade {
        Grade::A => Some(f::GRADE_A),
        Grade::B => Some(f::GRADE_B),
        Grade::C => Some(f::GRADE_C),
        Grade::None => None,
    }
}

fn one_list<'r, T: 'r>(
    rows: impl Iterator<Item = &'r T>,
    of: fn(&T) -> (Key, &'static [SourceId]),
    cited: &mut Cited,
) -> El {
    let items = rows.map(|row| {
        let (key, sources) = of(row);
        cited.cite(say("li", "", key), sources)
    });
    el("ul", "ql-list").children(items)
}

/// What to do comes with the number of no country: a page is read everywhere.
fn signs<'r>(rows: impl Iterator<Item = &'r Sign>, cited: &mut Cited) -> Vec<El> {
    let number = EMERGENCY.last().map_or("", |row| words(row.said));
    rows.map(|row| {
        let act = el("p", "").text(fill(row.act, &[("number", number)]));
        let name = el("h3", "").text(capital(words(row.name)));
        el("article", "ql-finding").child(name).child(cited.cite(act, row.sources))
    })
    .collect()
}

fn guideline(row: &'static Guideline, cited: &mut Cited) -> El {
    let heads = [head::TEST, head::ORAL, head::VEIN, head::CHILDREN, head::PREGNANCY, head::DIALYSIS];
    let cells = heads.iter().zip(row.cells).filter_map(|(head, cell)| Some((*head, cell?)));
    let pairs = cells.flat_map(|(head, cell)| [say("dt", "", head), say("dd", "", cell)]);
    let name = cited.cite(say("h3", "", row.name), row.sources);
    el("div", "").child(name).child(el("dl", "ql-pairs").children(pairs))
}

fn zones() -> El {
    let rows = ZONES.iter().flat_map(|zone| [say("dt", "", zone.range), say("dd", "", zone.says)]);
    el("dl", "ql-pairs").children(rows)
}

/// Every medicine by its group, closed until opened.
fn medicines(cited: &mut Cited) -> Vec<El> {
    let mut made = Vec::new();
    for (section, name) in &SECTIONS {
        let items = MEDICINES.iter().filter(|row| row.section == *section).map(|row| {
            let name = el("b", "").text(capital(names::generic(row)));
            let item = el("li", "").child(name).text(": ").text(words(direction(row.direction)));
            cited.cite(item, row.sources)
        });
        let list = el("ul", "ql-list").children(items);
        made.push(el("details", "ql-details").child(say("summary", "", *name)).child(list));
    }
    made
}
