//! A visit to every screen in every state it can have, for the promises that hold everywhere.
//!
//! The questions come from `content/`; a question that no leg of the tour meets fails the test that counts them.

use super::check::{Check, GROUPS, SEARCH};
use super::page::Page;
use super::plan::Plan;

/// Somebody who is asked nearly everything.
pub fn asked_everything() -> Plan {
    let plan = Plan::fits()
        .with("who", "someone")
        .with("describes", "yes")
        .with("mood", "yes")
        .with("mood_now", "no")
        .with("c4", "shifts")
        .with("c4_sleep", "shifts")
        .with("which_leg", "same_one")
        .with("confirmed", "yes")
        .with("stopped", "yes")
        .with("stopped_what", "alcohol")
        .with("ak_body", "yes")
        .with("ak_onset", "no")
        .with("days", "1")
        .with("lifetime", "yes")
        .with("aug_earlier", "yes")
        .with("recent", "no")
        .with("on_iron", "yes")
        .with("iron_before", "no")
        .with("tsat", "18")
        .with("hb", "12.5")
        .with("hb_unit", "g/dL")
        .ticks("sign", "SD6")
        .ticks("sign", "E1")
        .ticks("tick", "M_CRAMP")
        .ticks("tick", "M_VENOUS")
        .with("look.M_CRAMP", "some")
        .with("look.M_VENOUS", "unsure")
        .ticks("condition", "ms")
        .ticks("condition", "diabetes")
        .ticks("substance", "caffeine")
        .with("caffeine_last", "evening")
        .with("moving", "sitting");
    plan.takes("sertral", "Sertraline").takes("pramipex", "Pramipexole").ferritin("1500")
}

/// A child of 8.
pub fn child() -> Plan {
    let plan = Plan::fits().with("who", "child").with("age", "8").with("describes", "yes").with("child_words", "yes");
    plan.ferritin("30")
}

/// A child of 9 with nobody beside them.
pub fn alone() -> Plan {
    Plan::fits().with("age", "9").with("parent", "no")
}

/// Somebody of 30 who is pregnant, with a number that no one doubts.
pub fn pregnant() -> Plan {
    Plan::fits().with("age", "30").with("pregnant", "2").ferritin("60")
}

/// The questions, each answered, and each error a page can show before it is answered; gives the pages met.
pub async fn questions(page: &Page, plan: &Plan, look: &mut impl AsyncFnMut(&str)) -> Vec<String> {
    let check = Check::open(page).await;
    check.start().await;
    let mut met = Vec::new();
    loop {
        let place = check.place().await;
        met.push(place.clone());
        if super::pages::page(&place).fields.iter().any(|f| f.required) {
            check.continue_with_errors().await;
            look(&format!("{place}, unanswered")).await;
        }
        check.answer_page(plan).await;
        look(&place).await;
        if place == "answers" {
            return met;
        }
        check.continue_().await;
    }
}

/// The medicine page while searching: found, misspelt, unknown, by group.
pub async fn medicines(page: &Page, look: &mut impl AsyncFnMut(&str)) {
    let check = Check::begin(page, &Plan::fits(), "medicines").await;
    look("medicines, empty").await;
    for (typed, state) in [
        ("meto", "found"),
        ("sertralin 50mg", "found with its strength"),
        ("sertarlien", "misspelt"),
        ("zzzyx", "unknown"),
    ] {
        page.type_into(SEARCH, typed).await;
        page.wait_for(
            "an answer to the search",
            "return !!document.querySelector('.ql-search [role=status]')?.textContent",
        )
        .await;
        look(&format!("medicines, {state}")).await;
    }
    page.type_into(SEARCH, "").await;
    page.click(GROUPS).await;
    look("medicines, groups").await;
    check.add_unknown_medicine("zzzyx").await;
    look("medicines, one unknown on the list").await;
}

/// The result of one person, with everything on it opened.
pub async fn result(page: &Page, plan: &Plan, look: &mut impl AsyncFnMut(&str)) {
    Check::result(page, plan).await;
    look("result").await;
    page.js("document.querySelectorAll('main .ql-disclose[aria-expanded=false]').forEach(b => b.click())").await;
    page.wait_for("everything to open", "return !document.querySelector('main .ql-disclose[aria-expanded=false]')")
        .await;
    look("result, opened").await;
}

/// Every page that is no question.
pub async fn others(page: &Page, look: &mut impl AsyncFnMut(&str)) {
    let check = Check::open(page).await;
    look("start").await;
    check.start().await;
    check.answer_until(&Plan::says_little(), "signs").await;
    Check::open_at(page, "/").await;
    look("start, with a check begun").await;
    for (path, name) in HUB {
        Check::open_at(page, path).await;
        look(name).await;
    }
    Check::open_at(page, "/#/result").await;
    look("result, nothing answered").await;
}

/// Pages beside the check.
pub const HUB: [(&str, &str); 30] = [
    ("/#/diary", "diary, without nights"),
    ("/#/trends", "trends, without nights"),
    ("/#/diary/results", "blood tests and changes"),
    ("/#/diary/result", "a blood test result"),
    ("/#/diary/change", "a change"),
    ("/#/diary/experiment", "an experiment"),
    ("/#/report", "report, nothing answered"),
    ("/#/report/code", "a code to scan"),
    ("/#/report/record", "data for a record"),
    ("/#/report/reminders", "reminders"),
    ("/#/plan", "plan, nothing answered"),
    ("/#/report/handover", "showing the result, where there is nobody to show it to"),
    ("/#/data", "data"),
    ("/#/data/copy", "data, bringing a copy in"),
    ("/#/data/delete", "data, before deleting"),
    ("/#/again", "before beginning again"),
    ("/#/settings", "settings"),
    ("/#/help", "help"),
    ("/#/learn/how", "how it works"),
    ("/#/clinic", "for clinics"),
    ("/#/learn", "pages to read"),
    ("/#/learn/treatments", "treatments"),
    ("/#/learn/iron", "iron, with its reader"),
    ("/#/learn/dopamine", "dopamine"),
    ("/#/learn/help", "when to get help"),
    ("/#/learn/questions", "questions people ask"),
    ("/#/learn/privacy", "privacy"),
    ("/#/learn/privacy-notice", "words for a clinic's notice"),
    ("/#/sources", "sources"),
    ("/#/nowhere", "not found"),
];
