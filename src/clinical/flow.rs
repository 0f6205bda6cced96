//! Which page comes next.
//!
//! Walks the rows of `facts/check.toml`: a page is asked when its conditions hold. Answers of pages that are no
//! longer asked are kept (nothing typed is lost) but do not count: see [`counted`].

use super::answers::Answers;
use crate::content::{Direction, Fact, Field, Key, Opt, PAGES, Page, PageKind, When};
use crate::date::Date;

/// The page with this id.
pub fn page(id: &str) -> Option<&'static Page> {
    PAGES.iter().find(|p| p.id == id)
}

/// An input by its id.
pub fn field(id: &str) -> Option<&'static Field> {
    PAGES.iter().flat_map(|page| page.fields).find(|field| field.id == id)
}

/// The words of a choice of an input.
pub fn choice(id: &str, code: &str) -> Option<Key> {
    field(id)?.options.iter().find(|option| option.code == code).map(|option| option.label)
}

/// The heading of a page, as asked of the person or of somebody who answers for a child.
pub fn title(page: &Page, answers: &Answers) -> Key {
    page.child.filter(|_| answers.is("who", "child")).unwrap_or(page.title)
}

/// Whether somebody answers for another person, whom "you" then means.
pub fn is_for_another(answers: &Answers) -> bool {
    answers.is("who", "someone") || answers.is("who", "child")
}

/// Whether a page is asked of this person.
pub fn is_asked(page: &Page, answers: &Answers, today: Date) -> bool {
    all_hold(page.when, answers, today)
}

/// Pages asked of this person, in order.
pub fn asked(answers: &Answers, today: Date) -> impl Iterator<Item = &'static Page> {
    PAGES.iter().filter(move |p| is_asked(p, answers, today))
}

/// The inputs of a page that are asked now.
pub fn fields(page: &'static Page, answers: &Answers, today: Date) -> impl Iterator<Item = &'static Field> {
    page.fields.iter().filter(move |f| is_offered(f, answers, today))
}

/// Whether an input is asked, provided that its page is.
pub fn is_offered(field: &Field, answers: &Answers, today: Date) -> bool {
    all_hold(field.when, answers, today)
}

/// The choices of an input that are on offer now.
pub fn options(field: &'static Field, answers: &Answers, today: Date) -> impl Iterator<Item = &'static Opt> {
    field.options.iter().filter(move |o| all_hold(o.when, answers, today))
}

/// The page after this one; `None` after the last (the result follows) and for an unknown id.
pub fn next(id: &str, answers: &Answers, today: Date) -> Option<&'static Page> {
    let at = PAGES.iter().position(|p| p.id == id)?;
    PAGES.iter().skip(at + 1).find(|p| is_asked(p, answers, today))
}

/// The page before this one; `None` before the first.
pub fn previous(id: &str, answers: &Answers, today: Date) -> Option<&'static Page> {
    let at = PAGES.iter().position(|p| p.id == id)?;
    PAGES.iter().take(at).rev().find(|p| is_asked(p, answers, today))
}

/// The first page asked.
pub fn first() -> Option<&'static Page> {
    PAGES.first()
}

/// The answers without those of pages, inputs and choices that are not asked (any more): what the rules may count.
/// Walked in the order asked, so that an answer left behind on a dropped page cannot keep another page open.
pub fn counted(answers: &Answers, today: Date) -> Answers {
    let mut kept = answers.medicines_alone();
    for page in &PAGES {
        if !is_asked(page, &kept, today) {
            continue;
        }
        if page.kind == PageKind::Medicines {
            copy(answers, &mut kept, super::medicines::TAKES_NONE);
        }
        for field in page.fields.iter() {
            if is_offered(field, &kept, today) {
                keep_field(field, answers, &mut kept, today);
            }
        }
    }
    kept
}

fn keep_field(field: &'static Field, answers: &Answers, kept: &mut Answers, today: Date) {
    use crate::content::FieldKind;
    match field.kind {
        FieldKind::Checkboxes { prefix } => {
            for option in field.options {
                if all_hold(option.when, kept, today) {
                    copy(answers, kept, &format!("{prefix}.{}", option.code));
                }
            }
        }
        FieldKind::MonthYear => {
            copy(answers, kept, &format!("{}_month", field.id));
            copy(answers, kept, &format!("{}_year", field.id));
        }
        FieldKind::Number => {
            copy(answers, kept, field.id);
            copy(answers, kept, &super::problems::sure(field.id));
        }
        _ => copy(answers, kept, field.id),
    }
}

fn copy(from: &Answers, to: &mut Answers, key: &str) {
    if let Some(value) = from.get(key) {
        to.set(key, value);
    }
}

fn all_hold(when: &[When], answers: &Answers, today: Date) -> bool {
    when.iter().all(|w| match w {
        When::Is(key, codes) => answers.get(key).is_some_and(|a| codes.contains(&a)),
        When::Not(key, codes) => !answers.get(key).is_some_and(|a| codes.contains(&a)),
        When::Fact(fact) => holds(*fact, answers, today),
        When::NotFact(fact) => !holds(*fact, answers, today),
    })
}

/// Age in years as typed, when it is a number from 0 to 120.
pub fn age(answers: &Answers) -> Option<f64> {
    super::problems::age(answers.get("age")?)
}

/// Whether a fact holds. An unknown age is an adult's here: no question is dropped for want of an age.
pub fn holds(fact: Fact, answers: &Answers, today: Date) -> bool {
    let years = age(answers);
    let under = |limit: f64| years.is_some_and(|a| a < limit);
    let between = |from: f64, to: f64| years.is_none_or(|a| a >= from && a < to + 1.0);
    let male = answers.is("sex", "male");
    let child_alone = under(13.0) && answers.is("who", "me") && answers.is("parent", "no");
    match fact {
        Fact::Under2 => under(2.0),
        Fact::Under13 => under(13.0),
        Fact::Under18 => under(18.0),
        Fact::Age2To12 => under(13.0) && !under(2.0),
        Fact::Age13Up => !under(13.0),
        Fact::MayBePregnant => between(12.0, 55.0),
        Fact::MayHavePeriods => between(10.0, 60.0) && !male,
        Fact::MayHaveGivenBirth => between(12.0, 55.0) && !male,
        Fact::MayBePerimenopausal => {
            between(35.0, 60.0) && !male && !matches!(answers.get("pregnant"), Some("yes" | "1" | "2" | "3"))
        }
        Fact::ChildAlone => child_alone,
        Fact::AcidReducerListed => super::reading::medicines(answers).iter().any(|entry| {
            let country = answers.get("country").and_then(crate::content::Country::from_code);
            entry.medicines(country).iter().any(|row| lowers_acid(row))
        }),
        Fact::CanScreen => {
            let speaks = answers.is("who", "me") || !answers.is("describes", "no");
            !under(2.0) && (speaks || under(13.0)) && !child_alone
        }
        Fact::AnyUrgentSign => {
            super::reading::red_flags(answers).iter().any(|s| s.urgency >= crate::content::Urgency::SameDay)
        }
        Fact::AnyLookAlike => answers.ticked("tick").any(|c| c != "none" && c != "unsure"),
        Fact::AnyCheckNumber => !super::problems::unusual(answers, today).is_empty(),
        Fact::DopamineMedicine => super::reading::takes_what_augments(answers, &[]),
        Fact::CordOrMs => answers.is("condition.ms", "yes") || answers.is("condition.cord_lesion", "yes"),
    }
}

/// A medicine against stomach acid: it takes the acid away that iron needs.
fn lowers_acid(row: &crate::content::Medicine) -> bool {
    row.direction == Direction::IronAbsorption && row.has_mechanism(8)
}
