//! Help and contact: emergency numbers first. All of it is compiled in, so that it never has to load.

use crate::clinic::Clinic;
use crate::clinical::flow;
use crate::content::emergency::home;
use crate::content::text::capital;
use crate::content::text::host::CALL as HERE;
use crate::content::text::ui::help;
use crate::content::{EMERGENCY, Emergency, Key, fill, words};
use crate::ui::clinic;
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
        part(help::EMERGENCY, help::NUMBERS).maybe(at_home()).child(table),
        talk,
        part(help::DOCTOR, help::DOCTOR_TEXT),
        contact(),
    ]
}

/// The number of the place that this copy of the site serves, before those of all countries.
fn at_home() -> Option<El> {
    let row = home()?;
    let says = el("p", "").text(fill(HERE, &[("number", row.said())])).text(" ");
    Some(if row.dial.is_empty() { says } else { says.child(phone(row.dial)) })
}

/// Who runs this copy of the site, as far as they say.
fn contact() -> El {
    let Clinic { name, phone, link, address, .. } = clinic::said();
    let to = |href: String, says: &str| el("p", "").child(el("a", "").attr("href", href).text(says.to_owned()));
    let dial: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let line = |text: &String| el("p", "").text(text.clone());
    part(help::CONTACT, help::CONTACT_TEXT)
        .child(
            el("div", "ql-address")
                .children(Some(name).filter(|name| !name.is_empty()).into_iter().chain(address).map(line)),
        )
        .maybe((!phone.is_empty()).then(|| to(format!("tel:{dial}"), phone)))
        .maybe((!link.is_empty()).then(|| to(link.clone(), link)))
}

fn part(title: Key, text: Key) -> El {
    el("section", "ql-part").child(say("h2", "", title)).child(say("p", "", text))
}

/// The name of a country, as the page that asks for it says.
fn country(code: &str) -> Option<Key> {
    flow::choice("country", code)
}
