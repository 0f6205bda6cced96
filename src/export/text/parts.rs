//! The parts of the result one by one: how soon, why, what may be behind it, iron, look-alikes.

use super::{Line, Words, day, says};
use crate::clinical::iron::band::BRACKET;
use crate::clinical::report::{Finding, IronReading, Report, Verdict};
use crate::content::text::result_screen::{findings, iron as iron_words, more, tests as test_words, why as why_words};
use crate::content::text::ui::urgent;
use crate::content::text::{capital, labs};
use crate::content::{BANDS, Emergency, Group, Key, Said, SourceId, Urgency, ZONES, fill, words};
use crate::date::Date;
use crate::decimal;

/// The most urgent reasons, then what else the person must know at once.
pub fn urgency(report: &Report, emergency: Option<&Emergency>) -> Vec<Line> {
    let reasons = |level| unique(report.urgency_because.iter().filter(|r| r.urgency == level).map(|r| r.says.words()));
    let mut made = card(report.urgency, reasons(report.urgency), emergency);
    if report.urgency > Urgency::SameDay {
        made.extend(card(Urgency::SameDay, reasons(Urgency::SameDay), None));
    }
    made.extend(report.poison_line.into_iter().chain(report.helpline).map(|key| Line::Says(words(key).into())));
    made.extend(says(report.no_warning_sign.as_slice()));
    made
}

fn card(level: Urgency, reasons: Vec<Words>, emergency: Option<&Emergency>) -> Vec<Line> {
    if reasons.is_empty() {
        return Vec::new();
    }
    let number = emergency.map_or("", Emergency::said);
    let (when, title) = match level {
        Urgency::EmergencyNow => (Some(urgent::NOW), urgent::NOW_TITLE),
        Urgency::SameDay => (Some(urgent::TODAY), urgent::TODAY_TITLE),
        Urgency::Soon => (Some(urgent::SOON), urgent::SOON_TITLE),
        Urgency::Routine | Urgency::SelfCare => (None, more::ROUTINE),
    };
    let title = fill(title, &[("number", number)]);
    let mut made =
        vec![Line::Heading(2, when.map_or(title.clone(), |when| [words(when), ": ", &title].concat()).into())];
    made.extend(match <[Words; 1]>::try_from(reasons) {
        Ok([one]) => vec![Line::Says(one)],
        Err(several) => several.into_iter().map(Line::Item).collect(),
    });
    made
}

fn unique(all: impl Iterator<Item = Words>) -> Vec<Words> {
    let mut seen = Vec::new();
    for text in all {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen
}

/// The five points.
pub fn why(report: &Report) -> Vec<Line> {
    if report.verdict == Verdict::CannotScreen {
        return Vec::new();
    }
    let points = report.points.iter().map(|point| {
        let mut text = [words(point.name), ": "].concat();
        for said in &point.answer {
            text.push_str(&said.words());
            text.push_str(". ");
        }
        text.push_str(words(point.fit.says()));
        Line::Item(text.into())
    });
    [Line::Says(words(why_words::HINT).into())].into_iter().chain(points).collect()
}

/// Findings by group, but for iron, which has a part of its own.
pub fn behind(report: &Report) -> Vec<Line> {
    let mut made: Vec<Line> = says(report.no_cause.as_slice()).collect();
    let mut group = None;
    for (_, finding) in report.behind() {
        if group != Some(finding.group) {
            group = Some(finding.group);
            made.push(Line::Heading(3, words(finding.group.heading()).into()));
        }
        made.extend(card_of(finding));
    }
    if report.findings.iter().any(|f| f.group == Group::Medicine) {
        made.push(two(findings::STOP, findings::STOP_WHY));
    }
    made
}

fn two(strong: Key, why: Key) -> Line {
    Line::Says([words(strong), " ", words(why)].concat().into())
}

fn card_of(finding: &Finding) -> Vec<Line> {
    let mut made = vec![Line::Heading(3, capital(&finding.name.words()).into())];
    let evidence = finding.strength_says.map(|key| fill(findings::EVIDENCE, &[("words", words(key))]));
    made.extend(evidence.map(|words| Line::Says(words.into())));
    made.extend(says(&finding.says));
    made.extend(reasons(&finding.rule_says, &finding.sources, finding.reviewed));
    made
}

/// "Why it says this": the rule, the sources, the date.
fn reasons(rule: &[Said], sources: &[SourceId], reviewed: Date) -> Vec<Line> {
    let named = |name: Key, value: &str| Line::Says([words(name), ": ", value].concat().into());
    let mut made: Vec<Line> = rule.iter().map(|said| named(findings::RULE, &said.words())).collect();
    let mut cited: Vec<&str> = vec![words(findings::SOURCES), ": "];
    for row in sources.iter().copied().filter_map(SourceId::row) {
        cited.extend([words(row.cite), "; "]);
    }
    match cited.len() {
        2 => cited.push(words(findings::NO_SOURCE)),
        _ => drop(cited.pop()),
    }
    made.push(Line::Says(cited.concat().into()));
    made.push(named(findings::REVIEWED, &day(reviewed)));
    made
}

/// Look-alikes, each with its reasons.
pub fn look_alikes(report: &Report) -> Vec<Line> {
    let each = report.look_alikes.iter().flat_map(|look| {
        let name = [Line::Heading(3, capital(words(look.name)).into()), Line::Says(words(look.says).into())];
        name.into_iter().chain(reasons(&[], look.sources, look.reviewed))
    });
    each.collect()
}

/// What the iron numbers mean.
pub fn iron(report: &Report) -> Vec<Line> {
    let mut made = report.iron.as_ref().map(numbers).unwrap_or_default();
    for (_, finding) in report.about_iron() {
        made.extend(match finding.rule.starts_with("iron.") {
            true => reasons(&finding.rule_says, &finding.sources, finding.reviewed),
            false => card_of(finding),
        });
    }
    made
}

fn numbers(reading: &IronReading) -> Vec<Line> {
    let mut made = Vec::new();
    if !reading.problems.is_empty() {
        made.push(Line::Heading(3, words(iron_words::PROBLEMS).into()));
        made.extend(reading.problems.iter().map(|said| Line::Item(said.words())));
    }
    made.extend(
        reading.ferritin_typed.as_ref().map(|typed| Line::Says(fill(iron_words::WAS, &[("value", typed)]).into())),
    );
    made.extend(says(&reading.says));
    made.extend(reading.ferritin.filter(|_| reading.scale_shown).map(scale).unwrap_or_default());
    made.extend(simple_table(reading));
    if !reading.ask.is_empty() {
        made.push(Line::Heading(3, words(iron_words::ASK).into()));
        made.extend(reading.ask.iter().map(|said| Line::Item(said.words())));
    }
    made.push(two(iron_words::START, iron_words::START_WHY));
    made
}

/// The zones of the adult scale, the one that holds the number marked.
fn scale(ferritin: f64) -> Vec<Line> {
    let number = decimal::print(ferritin, 1);
    let bracket = BRACKET.contains(&ferritin).then(|| Line::Says(words(iron_words::BRACKET).into()));
    let zones = ZONES.iter().map(|zone| {
        let mut text = [words(zone.range), ": ", words(zone.says)].concat();
        if zone.holds(ferritin) {
            text.push(' ');
            text.push_str(&fill(iron_words::HERE, &[("value", &number)]));
        }
        Line::Item(text.into())
    });
    let caption = Line::Says(words(iron_words::CAPTION).into());
    bracket.into_iter().chain(zones).chain([caption]).collect()
}

/// The simple three-band table, where it may be shown.
fn simple_table(reading: &IronReading) -> Vec<Line> {
    let shown = reading.band.filter(|_| reading.band_shown);
    let Some(row) = BANDS.iter().find(|row| Some(row.band) == shown) else { return Vec::new() };
    let heading = Line::Heading(3, words(iron_words::BAND).into());
    vec![heading, Line::Says(words(row.says).into()), Line::Says(words(iron_words::BAND_HINT).into())]
}

/// Tests to ask about, each with its reasons, and the sentence to ask with.
pub fn tests(report: &Report) -> Vec<Line> {
    if report.tests.is_empty() {
        return Vec::new();
    }
    let mut made = vec![Line::Says(words(labs::OWN_RANGE).into())];
    for (core, title) in [(true, test_words::FIRST), (false, test_words::REASON)] {
        let of_group = report.tests.iter().filter(|test| test.core == core);
        let items: Vec<Line> = of_group.map(|test| Line::Item(reasoned(test.name, &test.says))).collect();
        if !items.is_empty() {
            made.push(Line::Heading(3, words(title).into()));
            made.extend(items);
        }
    }
    if let Some(ask) = &report.how_to_ask {
        made.push(Line::Heading(3, words(test_words::ASK).into()));
        made.push(Line::Says(quoted(ask)));
        made.push(Line::Says(words(labs::MORNING).into()));
    }
    let sources = once(report.tests.iter().flat_map(|test| test.sources));
    let reviewed = report.tests.iter().map(|test| test.reviewed).min();
    let rule = [Said::plain(labs::RULE), Said::plain(labs::NOT_NEEDED)];
    made.extend(reviewed.map(|reviewed| reasons(&rule, &sources, reviewed)).unwrap_or_default());
    made
}

/// How long it takes once a cause is looked after.
pub fn time(report: &Report) -> Vec<Line> {
    let mut made: Vec<Line> = report.time_notes.iter().map(|note| Line::Item(words(note.says).into())).collect();
    let sources = once(report.time_notes.iter().flat_map(|note| note.sources));
    let reviewed = report.time_notes.iter().map(|note| note.reviewed).min();
    made.extend(reviewed.map(|reviewed| reasons(&[], &sources, reviewed)).unwrap_or_default());
    made
}

fn reasoned(name: Key, says: &[Said]) -> Words {
    let mut text = [words(name), ":"].concat();
    for said in says {
        text.push(' ');
        text.push_str(&said.words());
    }
    text.into()
}

/// A sentence in quotation marks, to say or to read out.
pub fn quoted(said: &Said) -> Words {
    ["“", &said.words(), "”"].concat().into()
}

fn once<'a>(all: impl Iterator<Item = &'a SourceId>) -> Vec<SourceId> {
    let mut each: Vec<SourceId> = Vec::new();
    for source in all {
        if !each.contains(source) {
            each.push(*source);
        }
    }
    each
}
