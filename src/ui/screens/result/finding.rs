//! One finding as a card, and how it opens to its reasons.

use super::heading;
use crate::clinical::flow;
use crate::clinical::report::{AnswerPath, Finding, Report};
use crate::clinical::said::said;
use crate::content::learn::explains;
use crate::content::text::capital;
use crate::content::text::result_screen::findings;
use crate::content::{FieldKind, PAGES, Page, PageKind, Said, SourceId, Topic, fill, words};
use crate::date::Date;
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::details::disclose;
use crate::ui::parts::{change_link, day, link};
use crate::ui::state::App;
use leptos::prelude::*;

/// A finding.
pub fn card(app: App, at: usize, finding: &Finding) -> El {
    let evidence = finding.strength_says.map(|key| fill(findings::EVIDENCE, &[("words", words(key))]));
    let evidence = evidence.map(|text| el("p", "ql-finding-top").text(text));
    let says = finding.says.iter().map(|said| el("p", "").text(said.text()));
    let class = if finding.faint { "ql-finding is-faint" } else { "ql-finding" };
    let card = el("article", class).maybe(evidence).child(heading(&finding.name));
    let read = explains(&finding.rule).map(read_more);
    card.children(says).maybe(read).child(reasons(
        app,
        &format!("why-{at}"),
        &finding.because,
        &finding.rule_says,
        &finding.sources,
        finding.reviewed,
    ))
}

/// The page that explains it.
pub fn read_more(topic: &'static Topic) -> El {
    let says = fill(findings::READ, &[("title", words(topic.title))]);
    el("p", "ql-small").child(link("", Route::Topic(topic.id)).text(says))
}

/// Look-alikes, each with its reasons.
pub fn look_alikes(app: App, report: &Report) -> Vec<El> {
    let each = report.look_alikes.iter().map(|look| {
        let id = format!("why-{}", look.id);
        let name = el("h3", "").text(capital(words(look.name)));
        let card = el("article", "ql-finding").child(name).child(say("p", "", look.says));
        card.child(reasons(app, &id, &look.because, &[], look.sources, look.reviewed))
    });
    each.collect()
}

/// "Why it says this": the answers, the rule, the sources, the date.
pub fn reasons(app: App, id: &str, because: &[AnswerPath], rule: &[Said], sources: &[SourceId], reviewed: Date) -> El {
    let (because, rule, sources) = (because.to_vec(), rule.to_vec(), sources.to_vec());
    disclose(id, findings::WHY, false, move || {
        let mut pairs = el("dl", "ql-pairs");
        let told: Vec<El> = because.iter().filter_map(|path| told(app, path)).collect();
        if !told.is_empty() {
            pairs = pairs.child(say("dt", "", findings::TOLD)).children(told);
        }
        if !rule.is_empty() {
            let rules = rule.iter().map(|said| el("dd", "").text(said.text()));
            pairs = pairs.child(say("dt", "", findings::RULE)).children(rules);
        }
        pairs = pairs.child(say("dt", "", findings::SOURCES)).children(references(&sources));
        pairs = pairs.child(say("dt", "", findings::REVIEWED)).child(el("dd", "").text(day(reviewed)));
        vec![pairs]
    })
}

fn references(sources: &[SourceId]) -> Vec<El> {
    if sources.is_empty() {
        return vec![say("dd", "", findings::NO_SOURCE)];
    }
    let each = sources.iter().filter_map(|id| id.row()).map(|source| {
        let address = match (source.doi, source.pmid) {
            (Some(doi), _) => Some(format!("https://doi.org/{doi}")),
            (None, Some(pmid)) => Some(format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/")),
            (None, None) => None,
        };
        let cite = words(source.cite);
        match address {
            Some(address) => {
                let link =
                    el("a", "").attr("href", address).attr("rel", "noopener noreferrer").attr("target", "_blank");
                el("dd", "").child(link.text(cite))
            }
            None => el("dd", "").text(cite),
        }
    });
    each.collect()
}

/// An answer in words, with a link to change it.
fn told(app: App, path: &str) -> Option<El> {
    if let Some(at) = path.strip_prefix("medicines[").and_then(|rest| rest.strip_suffix(']')) {
        let at: usize = at.parse().ok()?;
        let name = app.answers.with(|answers| answers.medicines.get(at).map(|listed| listed.typed.clone()))?;
        let text = fill(findings::MEDICINE_TOLD, &[("name", &name)]);
        let page = PAGES.iter().find(|page| page.kind == PageKind::Medicines)?;
        return Some(el("dd", "").text(format!("{text} ")).child(change_link(app, page.id, &name)));
    }
    let (page, field) = asked(path)?;
    let answers = app.answers.get();
    let short = words(field.short);
    let option = |code: &str| field.options.iter().find(|o| o.code == code).map(|o| words(o.label).to_owned());
    let answer = match field.kind {
        FieldKind::Checkboxes { .. } => path.rsplit('.').next().and_then(option),
        _ => said(field, &answers),
    }?;
    let answer = answer.trim_end_matches('.');
    let change = change_link(app, page.id, &short.to_ascii_lowercase());
    Some(el("dd", "").text(format!("{}: {answer}. ", capital(short))).child(change))
}

/// The page and the input an answer was given on.
fn asked(path: &str) -> Option<(&'static Page, &'static crate::content::Field)> {
    let all = PAGES.iter().flat_map(|page| page.fields.iter().map(move |field| (page, field)));
    let found = all.into_iter().find(|(_, field)| match field.kind {
        FieldKind::Checkboxes { prefix } => {
            let code = path.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('.'));
            code.is_some_and(|code| field.options.iter().any(|option| option.code == code))
        }
        FieldKind::MonthYear => path.starts_with(field.id),
        _ => field.id == path,
    });
    found.filter(|(page, _)| flow::page(page.id).is_some())
}
