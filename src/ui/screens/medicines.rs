//! Medicines: search while typing, the question behind a name with several meanings, the list, groups to browse.
//!
//! Keeps what the person typed when nothing fits; a near name counts only after a yes. What a medicine does is not
//! said here.

use super::question::{back, form, go_on, saved};
use crate::clinical::answers::ListedMedicine;
use crate::clinical::medicines::{SEARCH, TAKES_NONE};
use crate::content::names::{self, Certainty, Found, Match};
use crate::content::text::capital;
use crate::content::text::ui::medicines as ui;
use crate::content::{Key, MEDICINES, Medicine, Page, SECTIONS, fill, words};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::{inset, with_late_words_or};
use crate::ui::parts::details::disclose;
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::problems::{described, error_summary, has_problem, problem};
use crate::ui::parts::{button, heading, list as list_of};
use crate::ui::state::App;
use leptos::prelude::*;

const SHOWN: usize = 8;

/// The screen.
pub fn screen(app: App, page: &'static Page) -> Vec<El> {
    let form = form(app, page)
        .child(heading(page.title))
        .maybe(page.hint.map(|hint| say("p", "ql-hint", hint)))
        .child(with_late_words_or(app, search, without_words))
        .child(forgotten())
        .child(el("div", "ql-mine").block(list(app)))
        .child(inset(ui::STOP, ui::STOP_WHY))
        .child(el("div", "ql-takes").show(move || app.answers.with(|a| a.medicines.is_empty()), move || takes(app)));
    vec![back(app, page), error_summary(app), form.child(go_on()).child(saved(app))]
}

/// The commonest triggers that nobody thinks of as medicines (evidence 4.7).
fn forgotten() -> El {
    let all = [ui::FORGOTTEN_INJECTIONS, ui::FORGOTTEN_GIVEN, ui::FORGOTTEN_LEGS].map(|key| words(key).to_owned());
    el("div", "ql-panel").child(say("h2", "ql-label", ui::FORGOTTEN)).child(list_of(all))
}

/// While the names cannot be searched: they are written down as typed, and understood once the words are here.
fn without_words(app: App) -> Vec<El> {
    let add = button("ql-button is-second", move || {
        let name = app.answer(SEARCH).trim().to_owned();
        if !name.is_empty() {
            as_typed(app, &name);
        }
    });
    let kinds = words(ui::KINDS).split(';').map(|kind| {
        let plus = el("span", "ql-add").child(icon(icons::PLUS)).words(ui::ADD);
        let name = el("span", "ql-name").text(capital(kind));
        el("li", "").child(button("ql-result", move || as_typed(app, kind)).child(name).child(plus))
    });
    let kinds = el("ul", "ql-results").children(kinds);
    vec![field(app).child(add.words(ui::ADD_TYPED)), say("h2", "ql-label", ui::KINDS_TITLE), kinds]
}

fn search(app: App) -> Vec<El> {
    names::prepare();
    let found = el("div", "ql-found").block(move || results(app));
    vec![field(app).child(found), disclose("groups", ui::GROUPS, false, move || groups(app))]
}

/// The box to type a name into.
fn field(app: App) -> El {
    let input = el("input", "ql-input")
        .attr("id", SEARCH)
        .attr("name", SEARCH)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .live("aria-invalid", move || has_problem(app, SEARCH).then(|| "true".to_owned()))
        .live("aria-describedby", described(app, SEARCH, None))
        .value(move || app.answer(SEARCH))
        .on_text("input", move |text| app.give(SEARCH, &short(&text)));
    let label = say("label", "ql-label", ui::LABEL).attr("for", SEARCH);
    let wrong = el("div", "").class_when("ql-fieldwrap", "is-problem", move || has_problem(app, SEARCH));
    let typed = wrong.child(label).child(problem(app, SEARCH)).child(el("div", "ql-box is-text").child(input));
    el("div", "ql-search").child(typed)
}

/// A name on a box is never longer; what is typed beyond that is not looked for, but stays in the box.
fn short(text: &str) -> String {
    text.chars().take(crate::clinical::answers::LONGEST).collect()
}

fn results(app: App) -> Vec<El> {
    let typed = app.answer(SEARCH);
    let name = typed.trim().to_owned();
    match name.chars().count() {
        0 => return Vec::new(),
        1 => return vec![say("p", "ql-small", ui::SHORT_NAME).attr("role", "status")],
        _ => {}
    }
    let country = app.country();
    let found = names::find(&name, country);
    let (intro, matches): (Option<String>, Vec<Match>) = match &found {
        Found::AskWhich { ask, among } => (Some(words(*ask).to_owned()), among.clone()),
        Found::PickList { ask, sections, medicines } => return picks(app, &name, *ask, sections, medicines),
        Found::Exact(matches) => (None, matches.clone()),
        Found::DidYouMean(_) | Found::Unknown => {
            let mut open = names::suggest(&name, country, SHOWN);
            let intro = open.is_empty().then(|| not_found(&name));
            open.extend_from_slice(found.matches());
            (intro, open)
        }
    };
    let mut made = Vec::new();
    let matches = boxes(&matches);
    let count = match (&intro, matches.len()) {
        (Some(text), _) => text.clone(),
        (None, 1) => words(ui::MATCH).to_owned(),
        (None, many) => fill(ui::MATCHES, &[("count", &many.to_string())]),
    };
    made.push(el("p", "ql-small").attr("role", "status").text(count));
    let asked = intro.is_some();
    if matches!(found, Found::DidYouMean(_)) && asked {
        made.push(say("h2", "ql-label", ui::MEAN));
    }
    if !matches.is_empty() {
        let rows = matches.iter().map(|one| el("li", "").child(result(app, *one, &name)));
        made.push(el("ul", "ql-results").children(rows));
    }
    made.push(write_down(app, name, if asked && !matches.is_empty() { ui::NONE_OF_THESE } else { ui::WRITE_DOWN }));
    made
}

fn not_found(name: &str) -> String {
    fill(ui::NOT_FOUND, &[("typed", &name.chars().take(60).collect::<String>())])
}

/// One row for each box: two ingredients under one brand are one box.
fn boxes(matches: &[Match]) -> Vec<Match> {
    let mut rows: Vec<Match> = Vec::new();
    for one in matches {
        let same = |row: &&Match| {
            row.medicine.id == one.medicine.id
                || (one.brand && row.name == one.name && is_in_box(row.name, row.medicine, one.medicine))
        };
        if !rows.iter().any(|row| same(&row)) {
            rows.push(*one);
        }
    }
    rows
}

fn is_in_box(name: &str, confirmed: &'static Medicine, other: &Medicine) -> bool {
    names::in_the_box(name, confirmed).iter().any(|medicine| medicine.id == other.id)
}

fn result(app: App, found: Match, typed: &str) -> El {
    let generic = capital(names::generic(found.medicine));
    // What was typed is kept as typed (with its strength) when it is a whole name, and not the beginning of one.
    let whole = !found.brand && found.certainty == Certainty::Exact;
    let from = if whole { typed.to_owned() } else { found.name.to_owned() };
    let name = if found.brand {
        let shown = hit(found.name, found.typed);
        el("span", "ql-name").children(shown).text(format!(" ({})", names::generic(found.medicine)))
    } else if capital(found.name) == generic {
        el("span", "ql-name").children(hit(&generic, found.typed))
    } else {
        el("span", "ql-name").text(format!("{generic} (")).children(hit(found.name, found.typed)).text(")")
    };
    let small = small(app, found.medicine, if found.elsewhere { Some(found.name) } else { None });
    let text = el("span", "ql-words").child(name).child(el("span", "ql-small").text(small));
    let plus = el("span", "ql-add").child(icon(icons::PLUS)).words(ui::ADD);
    let medicine = found.medicine;
    button("ql-result", move || add(app, medicine, &from)).child(text).child(plus)
}

/// The part that was typed, marked.
fn hit(name: &str, (from, to): (usize, usize)) -> Vec<El> {
    let whole = |text: &str| el("span", "").text(text.to_owned());
    match (name.get(..from), name.get(from..to), name.get(to..)) {
        (Some(before), Some(typed), Some(after)) if !typed.is_empty() => {
            vec![whole(before), el("u", "ql-hit").text(typed.to_owned()), whole(after)]
        }
        _ => vec![whole(name)],
    }
}

/// Brands and use, in one small line.
fn small(app: App, medicine: &'static Medicine, elsewhere: Option<&str>) -> String {
    let brands: Vec<&str> = names::brands(medicine, app.country()).into_iter().take(3).collect();
    let mut parts = Vec::new();
    if let Some(name) = elsewhere {
        parts.push(fill(ui::ELSEWHERE, &[("name", name)]));
    } else if !brands.is_empty() {
        parts.push(brands.join(", "));
    }
    parts.extend(medicine.used_for.map(|key| words(key).to_owned()));
    parts.join(" · ")
}

fn picks(app: App, name: &str, ask: Key, sections: &'static [&'static str], single: &[&'static Medicine]) -> Vec<El> {
    let mut made = vec![say("p", "ql-small", ask).attr("role", "status")];
    let rows = single.iter().map(|medicine| el("li", "").child(plain(app, medicine)));
    if !single.is_empty() {
        made.push(el("ul", "ql-results").children(rows));
    }
    for (id, title) in SECTIONS.iter().filter(|(id, _)| sections.contains(id)) {
        made.push(group(app, id, *title));
    }
    made.push(write_down(app, name.to_owned(), ui::WRITE_DOWN));
    made
}

fn groups(app: App) -> Vec<El> {
    SECTIONS.iter().filter(|(id, _)| *id != "substances").map(|(id, title)| group(app, id, *title)).collect()
}

/// A group of medicines; its list is drawn when it is opened.
fn group(app: App, id: &'static str, title: Key) -> El {
    let open = RwSignal::new(false);
    let arrow = move || vec![icon(if open.get() { icons::UP } else { icons::DOWN })];
    let tap = button("ql-disclose", move || open.update(|open| *open = !*open))
        .live("aria-expanded", move || Some(open.get().to_string()))
        .child(el("span", "ql-arrow").block(arrow))
        .child(say("span", "", title));
    let rows = move || {
        let all = MEDICINES.iter().filter(|medicine| medicine.section == id);
        el("ul", "ql-results").children(all.map(|medicine| el("li", "").child(plain(app, medicine))))
    };
    el("div", "ql-details").child(tap).child(el("div", "").show(move || open.get(), rows))
}

/// A medicine by its own name.
fn plain(app: App, medicine: &'static Medicine) -> El {
    let name = el("span", "ql-name").text(capital(names::generic(medicine)));
    let text = el("span", "ql-words").child(name).child(el("span", "ql-small").text(small(app, medicine, None)));
    let plus = el("span", "ql-add").child(icon(icons::PLUS)).words(ui::ADD);
    button("ql-result", move || add(app, medicine, names::generic(medicine))).child(text).child(plus)
}

fn write_down(app: App, name: String, says: Key) -> El {
    button("ql-link", move || as_typed(app, &name)).words(says)
}

fn as_typed(app: App, name: &str) {
    take(app, ListedMedicine { typed: name.chars().take(200).collect(), ids: Vec::new(), timing: String::new() });
}

fn add(app: App, medicine: &'static Medicine, typed: &str) {
    let ids = names::in_the_box(typed, medicine).iter().map(|m| m.id.to_owned()).collect();
    take(app, ListedMedicine { typed: typed.chars().take(200).collect(), ids, timing: String::new() });
}

fn take(app: App, new: ListedMedicine) {
    app.change(|answers| {
        if !answers.medicines.contains(&new) {
            answers.medicines.push(new);
        }
        answers.set(SEARCH, "");
        answers.set(TAKES_NONE, "");
    });
    app.device.update(|device| device.removed = None);
    crate::browser::focus::to_id(SEARCH);
}

/// "On your list", and the way back from a removal. Drawn anew only when a row comes or goes, or the words arrive: an
/// answer about timing leaves the focus where it is.
fn list(app: App) -> impl Fn() -> Vec<El> + Send {
    let shown = Memo::new(move |_| {
        let mut mine = app.answers.with(|answers| answers.medicines.clone());
        mine.iter_mut().for_each(|listed| listed.timing.clear());
        app.device.with(|device| (mine, device.removed.clone(), device.late))
    });
    move || {
        let (mine, removed, _) = shown.get();
        rows(app, mine, removed)
    }
}

fn rows(app: App, mine: Vec<ListedMedicine>, removed: Option<(usize, ListedMedicine)>) -> Vec<El> {
    let mut made = Vec::new();
    if let Some((at, gone)) = removed {
        let text = fill(ui::REMOVED, &[("name", &gone.typed)]);
        let undo = button("ql-link", move || {
            let gone = gone.clone();
            app.change(|answers| answers.medicines.insert(at.min(answers.medicines.len()), gone));
            app.device.update(|device| device.removed = None);
        });
        let actions = el("div", "ql-actions").child(undo.words(ui::UNDO));
        let banner = el("div", "ql-banner").attr("role", "status").child(icon(icons::TICK));
        made.push(banner.child(el("p", "").text(text)).child(actions));
    }
    if !mine.is_empty() {
        made.push(say("h2", "", ui::LIST));
        let rows = mine.into_iter().enumerate().map(|(at, listed)| row(app, at, listed));
        made.push(el("ul", "ql-list-rows").children(rows));
    }
    made
}

fn row(app: App, at: usize, listed: ListedMedicine) -> El {
    let rows: Vec<&'static Medicine> = listed.ids.iter().filter_map(|id| names::medicine(id)).collect();
    let generics: Vec<&str> = rows.iter().map(|medicine| names::generic(medicine)).collect();
    let small_text = match rows.first() {
        None if listed.ids.is_empty() => match names::find(&listed.typed, app.country()) {
            Found::Exact(found) => found.first().map_or(String::new(), |found| small(app, found.medicine, None)),
            Found::Unknown => words(ui::UNKNOWN).to_owned(),
            Found::AskWhich { .. } | Found::DidYouMean(_) | Found::PickList { .. } => words(ui::WHICH).to_owned(),
        },
        None => String::new(),
        Some(first) if generics.join(", ").eq_ignore_ascii_case(&listed.typed) => small(app, first, None),
        Some(first) => {
            let uses = first.used_for.map(|key| format!(" · {}", words(key))).unwrap_or_default();
            generics.join(", ") + &uses
        }
    };
    let name = el("b", "").text(capital(&listed.typed));
    let text = el("div", "").child(name).child(el("span", "ql-small").text(small_text));
    let hidden = el("span", "ql-hidden").text(format!(" {}", listed.typed));
    let remove = button("ql-link", move || {
        let mut gone = None;
        app.change(|answers| {
            if at < answers.medicines.len() {
                gone = Some((at, answers.medicines.remove(at)));
            }
        });
        app.device.update(|device| device.removed = gone);
        crate::browser::focus::to_id(SEARCH);
    });
    el("li", "ql-listed").child(text).child(remove.words(ui::REMOVE).child(hidden)).child(timing(app, at, &listed))
}

/// "Did it start or get worse within 6 weeks?": optional, for each medicine.
fn timing(app: App, at: usize, listed: &ListedMedicine) -> El {
    let choices = [
        ("worse_within_6_weeks", ui::TIMING_YES),
        ("started_before_medicine", ui::TIMING_NO),
        ("unsure", ui::TIMING_UNSURE),
    ];
    let tiles = choices.map(|(code, label)| {
        let input = el("input", "")
            .attr("type", "radio")
            .attr("name", format!("timing-{at}"))
            .attr("value", code)
            .flag("checked", move || {
                app.answers.with(|answers| answers.medicines.get(at).is_some_and(|listed| listed.timing == code))
            })
            .on("change", move || {
                app.change(|answers| {
                    if let Some(listed) = answers.medicines.get_mut(at) {
                        listed.timing = code.to_owned();
                    }
                });
            });
        el("label", "ql-tile").child(input).child(say("span", "", label))
    });
    let name = el("span", "ql-hidden").text(format!(" {}", fill(ui::TIMING_OF, &[("name", &listed.typed)])));
    let legend = el("legend", "ql-small").words(ui::TIMING).child(name);
    let tiles = el("div", "ql-tiles").attr("data-count", "3").children(tiles);
    el("fieldset", "ql-field ql-timing").child(legend).child(tiles)
}

/// "I don't take any", "I'm not sure", while the list is empty.
fn takes(app: App) -> El {
    let choices = [("none", ui::TAKES_NONE), ("unsure", ui::TAKES_UNSURE)];
    let rows = choices.map(|(code, label)| {
        let input = el("input", "")
            .attr("type", "radio")
            .attr("name", TAKES_NONE)
            .attr("value", code)
            .flag("checked", move || app.is(TAKES_NONE, code))
            .on("change", move || app.give(TAKES_NONE, code));
        let text = el("span", "ql-words").child(say("span", "", label));
        el("label", "ql-option").child(input).child(el("span", "ql-mark")).child(text)
    });
    let legend = say("legend", "ql-label", ui::TAKES);
    el("fieldset", "ql-field").child(legend).child(el("div", "ql-options").children(rows))
}
