//! What guidelines say about iron side by side, then every publication with links to read it, and when the content was last reviewed.

use crate::content::text::guidelines::{self as lines, head};
use crate::content::text::how::about_sources as about;
use crate::content::text::labs;
use crate::content::text::start::known;
use crate::content::{GUIDELINES, Guideline, SOURCES, Source, fill};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::{day, heading};
use crate::ui::state::App;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    vec![heading(known::LINK), with_late_words(app, |_| list())]
}

fn list() -> Vec<El> {
    let item = |source: &'static Source| {
        let cite = say("p", "ql-small", source.cite);
        el("li", "").child(say("b", "", source.short)).child(cite).child(el("p", "").children(links(source)))
    };
    let list = el("ul", "ql-sources").children(SOURCES.iter().map(item));
    let notice = say("p", "ql-small", labs::NOTICE);
    vec![guidelines(), say("p", "", about::LEAD), el("p", "").text(reviewed()), list, notice]
}

/// Where guidelines agree and differ about iron.
fn guidelines() -> El {
    let heads = [head::TEST, head::ORAL, head::VEIN, head::CHILDREN, head::PREGNANCY, head::DIALYSIS];
    let one = |row: &'static Guideline| {
        let cells = heads.iter().zip(row.cells).filter_map(|(head, cell)| Some((*head, cell?)));
        let pairs = cells.flat_map(|(head, cell)| [say("dt", "", head), say("dd", "", cell)]);
        el("div", "").child(say("h3", "", row.name)).child(el("dl", "ql-pairs").children(pairs))
    };
    let part = el("section", "ql-part").child(say("h2", "", lines::TITLE)).child(say("p", "", lines::LEAD));
    part.children(GUIDELINES.iter().map(one)).child(say("p", "", lines::DIFFER))
}

/// Where a publication can be read: another site, opened only when tapped.
pub fn links(source: &'static Source) -> Vec<El> {
    let to = |href: String, says: String| {
        el("a", "").attr("href", href).attr("rel", "noopener noreferrer").attr("target", "_blank").text(says)
    };
    let doi = source.doi.map(|id| to(format!("https://doi.org/{id}"), fill(about::DOI, &[("id", id)])));
    let pmid =
        source.pmid.map(|id| to(format!("https://pubmed.ncbi.nlm.nih.gov/{id}/"), fill(about::PMID, &[("id", id)])));
    let mut made = Vec::new();
    for link in doi.into_iter().chain(pmid) {
        if !made.is_empty() {
            made.push(el("span", "").text(" · "));
        }
        made.push(link);
    }
    made
}

fn reviewed() -> String {
    let (first, last) = crate::content::reviewed();
    fill(about::REVIEWED, &[("first", &day(first)), ("last", &day(last))])
}
