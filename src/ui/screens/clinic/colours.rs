//! The two colours: typed or picked, with what is measured told in words.

use crate::clinic::colour::{self, Colour, DARK_GROUND, ENOUGH, LIGHT_GROUND};
use crate::clinic::rules::{self, Rule};
use crate::content::text::clinic_page::look as text;
use crate::content::{Key, Said, words};
use crate::ui::desk::Desk;
use crate::ui::element::{El, el, say};
use crate::ui::parts::entry::{Paper, typed};
use crate::ui::parts::problems::{described, has_problem, problem};

/// What is said of a colour, if there is one to speak of.
type Told = fn(Desk) -> Option<Said>;

/// Both.
pub fn both(desk: Desk) -> [El; 2] {
    [
        one(desk, &rules::LIGHT, [text::LIGHT, text::LIGHT_HINT, text::LIGHT_PICK], told_light),
        one(desk, &rules::DARK, [text::DARK, text::DARK_HINT, text::DARK_PICK], told_dark),
    ]
}

fn one(desk: Desk, rule: &'static Rule, [label, hint, pick]: [Key; 3], told: Told) -> El {
    let field = rule.name;
    let ids = [field, "-hint ", field, "-told"].concat();
    let hex = typed(desk, field, field, "text").live("aria-describedby", described(desk.app(), field, Some(ids)));
    // A picker always shows a colour: where none is typed, the one that holds.
    let shown = move || given(desk, rule).unwrap_or_else(|| held(desk, rule)).print();
    let picker = el("input", "ql-select")
        .attr("type", "color")
        .attr("id", [field, "-pick"].concat())
        .attr("aria-label", words(pick))
        .value(shown)
        .on_text("input", move |picked| desk.give(field, &picked));
    let line = move || told(desk).map(|said| el("span", "").text(said.text())).into_iter().collect();
    el("div", "")
        .class_when("ql-fieldwrap", "is-problem", move || has_problem(desk.app(), field))
        .child(say("label", "ql-label", label).attr("for", field))
        .child(say("p", "ql-small", hint).attr("id", [field, "-hint"].concat()))
        .child(problem(desk.app(), field))
        .child(el("div", "ql-adding").child(el("div", "ql-box is-text").child(hex)).child(picker))
        .child(el("p", "ql-small").attr("id", [field, "-told"].concat()).block(line))
}

fn given(desk: Desk, rule: &Rule) -> Option<Colour> {
    Colour::parse(&desk.given(rule.name))
}

/// Our own colours, or the one that is made for dark pages.
fn held(desk: Desk, rule: &Rule) -> Colour {
    let ours = if rule.name == rules::DARK.name { colour::OUR_DARK } else { colour::OUR_LIGHT };
    let made = given(desk, &rules::LIGHT).filter(|_| rule.name == rules::DARK.name);
    made.map_or(ours, colour::made_for_dark)
}

fn told_light(desk: Desk) -> Option<Said> {
    let given = given(desk, &rules::LIGHT)?;
    Some(measured(given, LIGHT_GROUND, colour::on_light(given)))
}

fn told_dark(desk: Desk) -> Option<Said> {
    if let Some(given) = given(desk, &rules::DARK) {
        return Some(measured(given, DARK_GROUND, colour::on_dark(given)));
    }
    let light = given(desk, &rules::LIGHT).filter(|_| desk.given(rules::DARK.name).is_empty())?;
    Some(Said { key: text::MADE, with: vec![("used", colour::made_for_dark(light).print())] })
}

fn measured(given: Colour, ground: Colour, used: Colour) -> Said {
    let contrast = colour::contrast(given, ground);
    let key = if contrast >= ENOUGH && used == given { text::GOOD } else { text::FAINT };
    Said { key, with: vec![("ratio", colour::said(contrast)), ("used", used.print())] }
}
