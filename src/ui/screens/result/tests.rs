//! Tests to ask about with their reasons, the sentence to ask with, and how long it takes once a cause is looked after.

use super::finding::reasons;
use crate::clinical::labs::SHARED;
use crate::clinical::report::{AnswerPath, Report};
use crate::content::text::labs;
use crate::content::text::learn::treatments;
use crate::content::text::result_screen::tests as own;
use crate::content::{Key, Said, SourceId, words};
use crate::date::Date;
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::link;
use crate::ui::state::App;

/// The part "Tests you could ask about".
pub fn part(app: App, report: &Report) -> Vec<El> {
    let mut made = vec![say("p", "ql-small", labs::OWN_RANGE)];
    for (core, title) in [(true, own::FIRST), (false, own::REASON)] {
        let of_group = report.tests.iter().filter(|test| test.core == core);
        let same = of_group.clone().flat_map(|test| &test.says).find(|said| SHARED.contains(&said.key));
        let items: Vec<El> = of_group.map(|test| item(test.name, &test.says, same)).collect();
        if !items.is_empty() {
            made.push(say("h3", "ql-group", title));
            made.extend(same.map(|said| say("p", "", said.key)));
            made.push(el("ul", "ql-list").children(items));
        }
    }
    if let Some(ask) = &report.how_to_ask {
        let panel = el("div", "ql-panel").child(say("h3", "", own::ASK));
        made.push(panel.child(el("p", "").text(format!("“{}”", ask.text()))).child(say(
            "p",
            "ql-small",
            labs::MORNING,
        )));
    }
    let behind = report.tests.iter().map(|test| (test.because.as_slice(), test.sources, test.reviewed));
    made.push(why(app, "why-tests", behind, &[Said::plain(labs::RULE), Said::plain(labs::NOT_NEEDED)]));
    made
}

/// The part "How long it takes".
pub fn time(app: App, report: &Report) -> Vec<El> {
    let items = report.time_notes.iter().map(|note| say("li", "", note.says));
    let behind = report.time_notes.iter().map(|note| (note.because.as_slice(), note.sources, note.reviewed));
    let more = el("p", "ql-screen").child(link("", Route::Topic("treatments")).words(treatments::TITLE));
    vec![el("ul", "ql-list").children(items), more, why(app, "why-time", behind, &[])]
}

fn item(name: Key, says: &[Said], same: Option<&Said>) -> El {
    let text: Vec<String> = says.iter().filter(|said| Some(*said) != same).map(Said::text).collect();
    el("li", "").child(el("b", "").text(words(name))).text(format!(": {}", text.join(" ")))
}

/// One "Why it says this" for a whole list.
pub fn why<'a>(
    app: App,
    id: &str,
    behind: impl Iterator<Item = (&'a [AnswerPath], &'a [SourceId], Date)>,
    rule: &[Said],
) -> El {
    let (mut because, mut sources, mut reviewed): (Vec<AnswerPath>, Vec<SourceId>, _) = (Vec::new(), Vec::new(), None);
    for (paths, ids, date) in behind {
        because.extend(paths.iter().filter(|path| !because.contains(path)).cloned().collect::<Vec<_>>());
        sources.extend(ids.iter().filter(|id| !sources.contains(*id)).copied().collect::<Vec<_>>());
        reviewed = reviewed.into_iter().chain([date]).min();
    }
    crate::order::by_rank(&mut sources, |source| *source);
    match reviewed {
        Some(reviewed) => reasons(app, id, &because, rule, &sources, reviewed),
        None => el("div", ""),
    }
}
