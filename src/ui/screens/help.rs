//! Help and contact: emergency numbers first. All of it is compiled in, so that it never has to load.

use crate::clinical::flow;
use crate::content::text::capital;
use crate::content::text::ui::help;
use crate::content::{EMERGENCY, Emergency, Key, words};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::phone;
use crate::ui::parts::heading;
use crate::ui::state::App;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    let here = app.emergency();
    let row = |row: &'static Emergency| {
        let call = if row.dial.is_empty() { None } else { Some(phone(row.dial)) };
        let number = el("td", "").text(format!("{} ", capital(words(row.said)))).maybe(call);
        let name = country(row.country).map_or("", words);
        el("tr", "").child(el("th", "").attr("scope", "row").text(name)).child(number)
    };
    let head = |key: Key| say("th", "", key).attr("scope", "col");
    let table = el("table", "ql-table")
        .child(el("thead", "").child(el("tr", "").child(head(help::COUNTRY)).child(head(help::NUMBER))))
        .child(el("tbody", "").children(EMERGENCY.iter().map(row)));
    let talk = part(help::TALK, help::TALK_TEXT).maybe(here.map(|row| say("p", "", row.helpline)));
    vec![
        heading(help::TITLE),
        part(help::EMERGENCY, help::NUMBERS).child(table),
        talk,
        part(help::DOCTOR, help::DOCTOR_TEXT),
        part(help::CONTACT, help::CONTACT_TEXT),
    ]
}

fn part(title: Key, text: Key) -> El {
    el("section", "ql-part").child(say("h2", "", title)).child(say("p", "", text))
}

/// The name of a country, as the page that asks for it says.
fn country(code: &str) -> Option<Key> {
    flow::choice("country", code)
}
