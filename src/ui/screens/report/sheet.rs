//! The page as it is drawn: a sheet of two columns where there is room, black on white on paper.

use crate::content::fill;
use crate::content::text::report::{self as own, part};
use crate::content::text::trends_screen::starting;
use crate::diary::night::Rhythm;
use crate::diary::said;
use crate::export::page::{Block, Charts, Page, Part};
use crate::ui::element::{El, el, say};
use crate::ui::parts::chart::starts::starts;
use crate::ui::parts::chart::strip::strips;

/// When people sleep, as long as nobody is asked.
const RHYTHM: Rhythm = Rhythm::ByNight;
/// Parts with tables of long cells: on a phone a row stands as a stack, each cell with its heading.
const STACKED: [&str; 2] = ["medicines", "tests"];

/// Everything on the sheet.
pub fn drawn(page: &Page) -> Vec<El> {
    let name = el("p", "ql-name").words(own::NAME);
    let head = el("div", "ql-sheet-head").child(el("p", "ql-small").text(page.made.clone())).child(name);
    let mut all = vec![head];
    all.extend(urgent(page));
    all.extend(page.verdict.as_ref().map(|verdict| el("p", "ql-verdict").text(verdict.clone())));
    all.push(el("div", "ql-sheet").children(grouped(page)));
    all.push(el("div", "ql-notes-box").child(say("p", "ql-small", part::NOTES)));
    all.push(el("div", "ql-sheet-foot").children(page.foot.iter().map(|line| el("p", "ql-small").text(line.clone()))));
    all
}

fn urgent(page: &Page) -> Option<El> {
    let lines = page.urgent.iter().map(|line| el("li", "").text(line.clone()));
    let list = el("ul", "ql-list").children(lines);
    let title = say("h2", "", part::URGENT);
    (!page.urgent.is_empty()).then(|| el("section", "ql-urgent").child(title).child(list))
}

/// Parts that stand beside each other on paper in a box of their own. Firefox cuts rows of a table inside a grid, so
/// what can be longer than a sheet is in none.
fn grouped(page: &Page) -> Vec<El> {
    let mut made: Vec<El> = Vec::new();
    let (mut top, mut two) = (el("div", "ql-sheet-top"), el("div", "ql-sheet-two"));
    let mut rest: Vec<El> = Vec::new();
    for part in &page.parts {
        let drawn = drawn_part(part);
        match part.id {
            "points" | "course" | "look-alikes" | "conditions" => top = top.child(drawn),
            "iron" | "changes" => two = two.child(drawn),
            "diary" | "medicines" => made.push(drawn),
            _ => rest.push(drawn),
        }
    }
    made.insert(0, top);
    made.push(two);
    made.extend(rest);
    made
}

fn drawn_part(part: &Part) -> El {
    let title = el("h2", "").text(part.title.clone());
    let blocks = part.blocks.iter().flat_map(|block| drawn_block(part, block));
    el("section", "ql-sheet-part").attr("id", part.id).child(title).children(blocks)
}

fn drawn_block(part: &Part, block: &Block) -> Vec<El> {
    match block {
        Block::Says(line) => vec![el("p", "").text(line.clone())],
        Block::Small(line) => vec![el("p", "ql-small").text(line.clone())],
        Block::Facts(rows) => vec![facts(rows)],
        Block::Table { heads, rows } => vec![table(part, heads, rows)],
        Block::Boxes(lines) => {
            vec![el("ul", "ql-boxes").children(lines.iter().map(|line| el("li", "").text(line.clone())))]
        }
        Block::Charts(shown) => vec![el("div", "ql-sheet-charts").children(charts(shown))],
    }
}

fn facts(rows: &[(String, String)]) -> El {
    let row = |(name, value): &(String, String)| {
        el("div", "").child(el("dt", "").text(name.clone())).child(el("dd", "").text(value.clone()))
    };
    el("dl", "ql-facts").children(rows.iter().map(row))
}

fn table(part: &Part, heads: &[&'static str], rows: &[Vec<String>]) -> El {
    let columns = heads.iter().map(|head| el("th", "").attr("scope", "col").text(*head));
    let row = |cells: &Vec<String>| {
        let cell = |(at, cell): (usize, &String)| match at {
            0 => el("th", "").attr("scope", "row").text(cell.clone()),
            _ => el("td", "").attr("data-head", heads.get(at).copied().unwrap_or("")).text(cell.clone()),
        };
        el("tr", "").children(cells.iter().enumerate().map(cell))
    };
    let class = if STACKED.contains(&part.id) { "ql-sheet-table is-stacked" } else { "ql-sheet-table" };
    el("table", class)
        .attr("aria-label", part.title.clone())
        .child(el("thead", "").child(el("tr", "").children(columns)))
        .child(el("tbody", "").children(rows.iter().map(row)))
}

/// Strength and start of each night.
fn charts(shown: &Charts) -> Vec<El> {
    let mut made = vec![say("h3", "", own::diary::STRENGTHS)];
    made.extend(strips(shown.window, &shown.nights));
    let range = said::range(shown.window.from().0, shown.window.to().0);
    let says = shown.start.as_deref().unwrap_or_default();
    let name = fill(starting::CHART, &[("range", &range), ("says", says)]);
    if let Some(chart) = starts(shown.window, &shown.nights, RHYTHM.anchor(), name) {
        made.extend([say("h3", "", own::diary::STARTS), chart]);
    }
    made
}
