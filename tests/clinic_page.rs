//! What the page for clinics says and makes: every wrong box told by its name, what is missing, lines with an address.

use proptest::prelude::*;
use quiet_legs::clinic::draft::{self, Draft, missing};
use quiet_legs::clinic::{Clinic, read, snippet};
use quiet_legs::content::words;

const SITE: &str = "https://legs.clinic.example/check/";

/// What the page says is wrong with a file that was brought in: the box, and the sentence.
fn told(file: &str) -> Vec<(&'static str, String)> {
    let text = Draft::read(file).expect("settings").print();
    let faults = read(&text).1;
    faults.iter().filter_map(draft::problem).map(|(field, says)| (field, says.text())).collect()
}

#[test]
fn every_wrong_box_is_told_by_its_name() {
    let file = r##"{
        "name": "a\u202eb", "phone": "ring us", "link": "clinic.example", "address": ["fine", "a\tb"],
        "welcome": "\u2066", "country": "Wales", "emergency": "nine", "logo": "logo.gif",
        "colours": {"light": "green", "dark": "blue"}, "handover": {"origin": "*", "format": "pdf"}
    }"##;
    let told = told(file);
    let boxes: Vec<&str> = told.iter().map(|(field, _)| *field).collect();
    for (field, begins) in [
        ("name", "Name of the clinic: There is a hidden character"),
        ("phone", "A telephone number is"),
        ("link", "A link is"),
        ("address", "Postal address, line 2: There is a hidden character"),
        ("welcome", "Words to begin with: There is a hidden character"),
        ("country", "We do not have the country"),
        ("emergency", "An emergency number is"),
        ("colours.light", "Colour on light pages: A colour is"),
        ("colours.dark", "Colour on dark pages: A colour is"),
        ("logo", "A picture is"),
        ("handover.origin", "The address a result may go to is"),
        ("handover.format", "What is handed over is"),
    ] {
        let says = told.iter().find(|(box_, _)| *box_ == field).map(|(_, says)| says.as_str());
        assert!(says.is_some_and(|says| says.starts_with(begins)), "{field}: {says:?} of {boxes:?}");
    }
    assert_eq!(told.len(), 12, "{told:?}");
}

#[test]
fn a_hand_over_without_an_address_and_a_dark_colour_alone_are_told_beside_their_boxes() {
    let told = told(r##"{"colours": {"dark": "#fff"}, "handover": {}}"##);
    let boxes: Vec<&str> = told.iter().map(|(field, _)| *field).collect();
    assert_eq!(boxes, ["colours.light", "handover.origin"]);
    assert!(told[0].1.contains("Colour on light pages") && told[1].1.contains("Address of your page"), "{told:?}");
}

#[test]
fn it_is_ready_with_a_name_and_a_way_to_be_reached() {
    let with = |name: &str, phone: &str, link: &str| {
        let clinic = Clinic { name: name.into(), phone: phone.into(), link: link.into(), ..Clinic::default() };
        missing(&clinic).into_iter().map(words).collect::<Vec<_>>()
    };
    assert_eq!(with("", "", "").len(), 2);
    assert_eq!(with("", "123", "").len(), 1);
    assert_eq!(with("A", "", "").len(), 1);
    assert_eq!(with("A", "123", "").len(), 0);
    assert_eq!(with("A", "", "https://a.example").len(), 0);
}

#[test]
fn the_lines_hold_the_folder_of_the_site_whatever_page_of_it_is_open() {
    for href in [
        "https://legs.clinic.example/check/#/clinic",
        "https://legs.clinic.example/check/index.html#/clinic",
        "https://legs.clinic.example/check/?embed=1#/clinic",
        "https://legs.clinic.example/check/index.html?a=/b/#/c/d",
    ] {
        assert_eq!(snippet::folder(href), SITE, "{href}");
    }
    assert_eq!(snippet::script(SITE), r#"<script src="https://legs.clinic.example/check/embed.js"></script>"#);
    assert!(snippet::element(SITE).ends_with(r#"<quiet-legs src="https://legs.clinic.example/check/"></quiet-legs>"#));
    assert!(snippet::frame(SITE).contains(r#"src="https://legs.clinic.example/check/index.html?embed=1""#));
}

#[test]
fn a_frame_without_a_script_may_do_what_one_with_a_script_may() {
    let script = include_str!("../public/embed.js");
    assert!(script.contains(&format!("\"{}\"", snippet::MAY)));
    assert!(snippet::frame(SITE).contains(snippet::MAY));
}

#[test]
fn an_address_of_this_device_alone_is_known() {
    for local in ["http://localhost:8080/", "http://127.0.0.1/legs/", "file:///home/legs/", "http://[::1]:8080/"] {
        assert!(snippet::is_local(local), "{local}");
    }
    for public in [SITE, "http://localhost.example/", "https://127.0.0.1.example/"] {
        assert!(!snippet::is_local(public), "{public}");
    }
}

proptest! {
    #[test]
    fn no_address_can_end_the_attribute_it_stands_in(folder in "https://[a-z]{1,8}/[ -~]{0,30}") {
        let ends = [
            (snippet::script(&folder), "<script src=\"", "embed.js\"></script>"),
            (snippet::element(&folder), "async></script>\n<quiet-legs src=\"", "\"></quiet-legs>"),
            (snippet::frame(&folder), "<iframe src=\"", "index.html?embed=1\""),
        ];
        for (line, before, after) in ends {
            let inside = line.split_once(before).and_then(|(_, rest)| rest.split_once(after));
            let address = inside.expect("the line is whole").0;
            prop_assert!(!address.contains(['"', '<']), "{}", line);
            let read = address.replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&");
            prop_assert_eq!(&read, &folder);
        }
    }

    #[test]
    fn any_text_can_stand_in_any_box(texts in prop::collection::vec("\\PC{0,40}", 14)) {
        let mut draft = Draft::empty();
        let names = ["name", "phone", "link", "address", "welcome", "country", "emergency", "colours.light",
            "colours.dark", "logo", "language", "handover", "handover.origin", "handover.format"];
        for (name, text) in names.iter().zip(&texts) {
            draft.0.set(name, text);
        }
        draft.0.set("handover", "yes");
        let file = draft.print();
        let again = Draft::read(&file).expect("what it prints are settings");
        prop_assert_eq!(again.print(), file);
    }
}
