//! What stands behind each line, for whoever checks it: rules, publications, versions.

use super::{Block, Given, Part};
use crate::clinical::findings::rule;
use crate::content::text::report::{self as own, part, sources as words_of};
use crate::content::{IRON_CLASSES, SourceId, fill, reviewed, words};
use crate::diary::said::day;
use crate::export::clean;
use crate::order::by_rank;

/// Publications named in the foot of the page.
const NAMED: usize = 3;

/// Rules with their publications, then the publications in full.
pub fn part(given: &Given<'_>) -> Part {
    let report = given.told.report;
    let verdict = [("verdict", report.verdict.code()), ("course", report.course.code())];
    let mut blocks = vec![Block::Says(fill(words_of::VERDICT, &verdict))];
    let findings = report.findings.iter().map(|finding| {
        let name = clean::line(&finding.name.text());
        (name, [&finding.rule, " ", &ids(&finding.sources)].concat().trim_end().to_owned())
    });
    blocks.extend(Block::facts(findings.collect()));
    let mut used = used(given);
    by_rank(&mut used, |id| *id);
    let used = used.into_iter().filter_map(SourceId::row).map(|source| {
        let link = source.doi.map(|doi| [" doi:", doi].concat());
        let link = link.or_else(|| source.pmid.map(|pmid| [" PMID ", pmid].concat()));
        let cite = [words(source.cite), &link.unwrap_or_default()].concat();
        Block::Small(fill(words_of::SOURCE, &[("id", source.id), ("cite", &cite)]))
    });
    blocks.extend(used);
    Part { id: "sources", title: words(part::SOURCES).to_owned(), blocks }
}

fn ids(sources: &[SourceId]) -> String {
    let names: Vec<&str> = sources.iter().filter_map(|id| id.row()).map(|row| row.id).collect();
    if names.is_empty() { String::new() } else { ["(", &names.join(", "), ")"].concat() }
}

/// Every publication behind the page, those of the verdict and of iron first.
fn used(given: &Given<'_>) -> Vec<SourceId> {
    let report = given.told.report;
    let of_verdict = rule("verdict").map_or(&[][..], |rule| rule.sources);
    let of_iron = report.iron.as_ref().and_then(|iron| IRON_CLASSES.iter().find(|row| row.class == iron.class));
    let all = of_verdict.iter().chain(of_iron.map_or(&[][..], |row| row.sources));
    let all = all.chain(report.findings.iter().flat_map(|finding| &finding.sources));
    let all = all.chain(report.look_alikes.iter().flat_map(|row| row.sources));
    let mut used: Vec<SourceId> = Vec::new();
    for id in all.chain(report.tests.iter().flat_map(|test| test.sources)) {
        if !used.contains(id) {
            used.push(*id);
        }
    }
    used
}

/// What it is, where it comes from, and its versions.
pub fn foot(given: &Given<'_>) -> Vec<String> {
    let used = used(given);
    let shorts: Vec<&str> = used.iter().filter_map(|id| id.row()).take(NAMED).map(|row| words(row.short)).collect();
    let (first, last) = reviewed();
    let key = if first == last { own::VERSION } else { own::VERSION_SPAN };
    let version = fill(key, &[("version", env!("CARGO_PKG_VERSION")), ("first", &day(first)), ("day", &day(last))]);
    vec![fill(own::FOOT, &[("sources", &shorts.join(", "))]), version]
}
