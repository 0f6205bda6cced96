//! Nights with something beside nights without it: what stands out first, all the rest behind one button.

use super::RHYTHM;
use super::picture::part as section;
use super::view::Shown;
use crate::content::text::capital;
use crate::content::text::trends_screen::{around, pairs as text};
use crate::content::{Said, fill};
use crate::diary::patterns::{Compared, LEAST, LEAST_FOR_CHANCE, Patterns, Side, patterns};
use crate::route::Route;
use crate::ui::book::Book;
use crate::ui::element::{El, el, say};
use crate::ui::parts::details::disclose;
use crate::ui::parts::{link, list};

/// The part; nothing where nothing was looked at.
pub fn part(_: Book, shown: &Shown<'_>) -> Vec<El> {
    // Any fixed number would do: the same nights are to say the same on every visit.
    let seed = u64::from(shown.window.from().0.day_number().unsigned_abs());
    let found = patterns(shown.nights, shown.window, RHYTHM, seed);
    if found.looked_at == 0 {
        return Vec::new();
    }
    let made = section(text::TITLE, "with-and-without").child(say("p", "ql-small", text::KEY));
    let (striking, others): (Vec<&Compared>, Vec<&Compared>) =
        found.compared.iter().partition(|one| one.is_surprising() == Some(true));
    let together = found.together.iter().map(|one| paragraph(one.says()));
    let made = made.children(striking.iter().map(|one| compared(one))).children(together);
    let made = made.maybe(nothing(&found)).maybe(no_chance(&found));
    let rest: Vec<Compared> = others.into_iter().cloned().collect();
    let made = made.maybe(
        (!rest.is_empty())
            .then(|| disclose("all-compared", text::SHOW, false, move || rest.iter().map(compared).collect())),
    );
    let made = made.maybe(too_few(&found));
    let experiment = el("p", "").child(link("", Route::Experiment).words(text::EXPERIMENT));
    let limits = list(found.limits().iter().map(Said::text));
    vec![made.child(say("h3", "", text::LIMITS)).child(limits).child(experiment)]
}

/// Both counts and both middles side by side, then how surprising that is.
fn compared(one: &Compared) -> El {
    let words = one.factor.words();
    let side = |says: &str, side: &Side| {
        let nights = fill(text_nights(side.nights), &[("count", &side.nights.to_string())]);
        let middle = fill(around::MIDDLE, &[("middle", &side.middle.to_string())]);
        el("div", "")
            .child(el("dt", "").text(capital(says)).child(el("span", "ql-small").text(format!(" {nights}"))))
            .child(el("dd", "").child(el("b", "").text(middle)))
    };
    let sides = el("dl", "ql-middles").child(side(&words.with, &one.with)).child(side(&words.without, &one.without));
    let said = one.says();
    let rest = said.get(1..).unwrap_or_default().iter().cloned();
    el("section", "ql-pair").child(el("h3", "").text(words.title)).child(sides).child(paragraph(rest))
}

fn text_nights(count: usize) -> crate::content::Key {
    if count == 1 { around::ONE } else { around::NIGHTS }
}

fn paragraph(said: impl IntoIterator<Item = Said>) -> El {
    let all: Vec<String> = said.into_iter().map(|said| said.text()).collect();
    el("p", "").text(all.join(" "))
}

fn nothing(found: &Patterns) -> Option<El> {
    let striking = found.compared.iter().any(|one| one.is_surprising() == Some(true));
    let says = |count: usize| fill(text::NONE, &[("count", &count.to_string())]);
    (!striking && found.together.is_empty()).then(|| match found.looked_at {
        1 => say("p", "", text::NONE_ONE),
        count => el("p", "").text(says(count)),
    })
}

fn no_chance(found: &Patterns) -> Option<El> {
    let untold = !found.compared.is_empty() && found.compared.iter().all(|one| one.corrected.is_none());
    let says = || fill(text::NO_CHANCE, &[("least", &LEAST_FOR_CHANCE.to_string())]);
    untold.then(|| el("p", "ql-small").text(says()))
}

/// Said once, for all of them.
fn too_few(found: &Patterns) -> Option<El> {
    let titles: Vec<String> = found.too_few.iter().map(|one| one.factor.words().title).collect();
    let says = || fill(text::FEW, &[("what", &titles.join(", ")), ("least", &LEAST.to_string())]);
    (!titles.is_empty()).then(|| el("p", "ql-small").text(says()))
}
