//! Step 3: habits, each with how firmly it is known and, where there are enough, the person's own nights.

use super::{paragraph, ways};
use crate::content::text::plan::{go, habits as text};
use crate::content::text::result_screen::findings;
use crate::content::text::trends_screen::pairs;
use crate::content::{Said, fill, words};
use crate::diary::patterns::LEAST;
use crate::export::plan::{Answered, Habit, Habits};
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::details::disclose;
use crate::ui::parts::list;
use crate::ui::screens::result;
use crate::ui::state::App;

/// The step.
pub fn step(app: App, habits: &Habits) -> Vec<El> {
    if habits.habits.is_empty() {
        let nothing = habits.answered == Answered::Nothing && !habits.nights;
        let mut made = vec![say("p", "", if nothing { text::NEEDS } else { text::NONE })];
        made.extend(few(habits));
        let check = (habits.answered == Answered::Nothing).then_some((Route::Start, go::CHECK));
        let diary = (!habits.nights).then_some((Route::Diary, go::DIARY));
        let on: Vec<_> = check.into_iter().chain(diary).collect();
        made.extend((!on.is_empty()).then(|| ways(on)));
        return made;
    }
    let mut made = vec![say("p", "", text::LEAD)];
    made.push(el("div", "").children(habits.habits.iter().map(|habit| card(app, habit))));
    made.extend(few(habits));
    if !habits.limits.is_empty() {
        let lines: Vec<String> = habits.limits.iter().map(Said::text).collect();
        made.push(disclose("plan-limits", pairs::LIMITS, false, move || vec![list(lines.clone())]));
    }
    made.push(ways(vec![(Route::Experiment, text::EXPERIMENT), (Route::Topic("treatments"), text::PEOPLE)]));
    made
}

fn card(app: App, habit: &Habit) -> El {
    let evidence = habit.evidence.map(|key| fill(findings::EVIDENCE, &[("words", words(key))]));
    let says = habit.says.iter().map(|said| el("p", "").text(said.text()));
    let own = (!habit.own.is_empty()).then(|| {
        let each = habit.own.iter().map(|said| paragraph(said));
        el("div", "ql-inset").child(el("p", "").child(say("b", "", text::OWN))).children(each)
    });
    let id = format!("why-{}", habit.id.replace('.', "-"));
    el("article", "ql-finding")
        .maybe(evidence.map(|text| el("p", "ql-finding-top").text(text)))
        .child(el("h3", "").text(habit.name.text()))
        .children(says)
        .maybe(own)
        .child(result::reasons(app, &id, &habit.because, &habit.rule, &habit.sources, habit.reviewed))
}

fn few(habits: &Habits) -> Option<El> {
    let with = [("what", habits.few.join(", ")), ("least", LEAST.to_string())];
    let with = with.each_ref().map(|(name, value)| (*name, value.as_str()));
    (!habits.few.is_empty()).then(|| el("p", "ql-small").text(fill(text::FEW, &with)))
}
