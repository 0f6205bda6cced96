//! What is said about medicines, alcohol and other things stopped or cut down in the last 2 weeks.
//!
//! Decides the sentences, one finding for each line of evidence 4.8 that a name belongs to, naming what was stopped.
//! A name that is not known is kept and said to be unknown. Brings no urgency of its own: that is the look-alike's
//! (evidence 2.2) and the warning signs'. Facts: evidence 4.8, 4.2 (danger codes).

use super::assessment::Assessment;
use super::report::Finding;
use super::{findings, medicines, stopped, wording};
use crate::content::names::generic;
use crate::content::text::withdrawal;
use crate::content::{Group, Key, Medicine, Said, WITHDRAWAL, Withdrawal};

/// One finding a line, in the order of the evidence.
pub fn findings(a: &Assessment) -> Vec<Finding> {
    let each: Vec<(&str, Vec<&'static Medicine>)> =
        a.stopped_names.iter().map(|typed| (typed.as_str(), stopped::rows(a.country, typed))).collect();
    WITHDRAWAL.iter().filter_map(|line| finding(a, line, &each)).collect()
}

fn finding(a: &Assessment, line: &Withdrawal, each: &[(&str, Vec<&'static Medicine>)]) -> Option<Finding> {
    let belongs = |rows: &[&'static Medicine]| match line.id {
        "unknown" => rows.is_empty(),
        "unnamed" => false,
        id => rows.iter().any(|row| stopped::line(row) == id),
    };
    let mine: Vec<_> = each.iter().filter(|(_, rows)| belongs(rows)).collect();
    let unnamed = line.id == "unnamed" && stopped::is_unnamed(a);
    if mine.is_empty() && !unnamed {
        return None;
    }
    let mut names: Vec<String> = mine.iter().map(|(typed, _)| (*typed).to_owned()).collect();
    names.dedup();
    let named = |key: Key| Said { key, with: vec![("names", wording::listed(&names))] };
    let rows = || mine.iter().flat_map(|(_, rows)| rows.iter().copied()).filter(|row| stopped::line(row) == line.id);
    let mut says = vec![if unnamed { Said::plain(line.says) } else { named(line.says) }];
    if line.id == "unknown" {
        says.extend(mine.iter().filter_map(|(typed, _)| may_be(a, typed)));
    }
    if line.id == "other" {
        says.extend(medicines::own_cautions(rows().fold(0, |all, row| all | row.dangers)));
    }
    if rows().any(stopped::has_danger) || rows().any(|row| row.has_danger(1)) {
        says.push(Said::plain(withdrawal::ASK));
    }
    let rule = findings::rule("withdrawal")?;
    let told = if a.stopped_names.is_empty() { "stopped" } else { "stopped_what" };
    Some(Finding {
        rule: format!("withdrawal.{}", line.id),
        group: Group::Medicine,
        name: if unnamed { Said::plain(withdrawal::NAME_UNNAMED) } else { named(withdrawal::NAME) },
        says,
        rule_says: vec![Said::plain(rule.text)],
        because: vec![told.to_owned()],
        urgency: None,
        strength: None,
        strength_says: line.mark,
        sources: line.sources.to_vec(),
        reviewed: line.reviewed,
        faint: false,
    })
}

/// The medicines a name could stand for, so that the person can tell a pharmacist.
fn may_be(a: &Assessment, typed: &str) -> Option<Said> {
    const FEW: usize = 3;
    let names: Vec<String> =
        stopped::may_be(a.country, typed).into_iter().take(FEW).map(|row| generic(row).to_owned()).collect();
    let with = vec![("typed", typed.to_owned()), ("medicine", wording::either(&names))];
    (!names.is_empty()).then_some(Said { key: withdrawal::MAY_BE, with })
}
