//! What a page may not be left with: every bad input gets one clear sentence beside its box, and good ones none.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use quiet_legs::clinical::answers::{Answers, LONGEST};
use quiet_legs::clinical::flow;
use quiet_legs::clinical::problems::{age, of_page};
use quiet_legs::content::PAGES;
use quiet_legs::date::Date;

const TODAY: Date = Date::literal(2026, 11, 24);

fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (key, value) in given {
        answers.set(key, value);
    }
    answers
}

/// `(field, sentence)` of every problem of a page.
fn problems(page: &str, given: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let page = flow::page(page).expect(page);
    of_page(page, &answers(given), TODAY).into_iter().map(|p| (p.field, p.says.text())).collect()
}

/// The one problem there is.
fn problem(page: &str, given: &[(&str, &str)]) -> (&'static str, String) {
    let mut found = problems(page, given);
    assert_eq!(found.len(), 1, "{page} {given:?}: {found:?}");
    found.remove(0)
}

fn no_problem(page: &str, given: &[(&str, &str)]) {
    assert_eq!(problems(page, given), [], "{page} {given:?}");
}

#[test]
fn a_required_answer_left_empty_is_asked_for_in_its_own_words() {
    assert_eq!(problem("who", &[]), ("who", "Choose who has the symptoms".into()));
    assert_eq!(problem("age", &[]).0, "age");
    assert_eq!(problem("age", &[("age", "   ")]).0, "age");
    let found = problems("ferritin", &[("tested", "ferritin")]);
    assert_eq!(found.iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["ferritin", "ferritin_unit"]);
    assert_eq!(found[0].1, "Enter the ferritin result as a number, like 45");
    no_problem("who", &[("who", "me")]);
}

#[test]
fn an_answer_that_may_be_left_out_is_no_problem() {
    for page in PAGES.iter().filter(|page| page.fields.iter().all(|field| field.required.is_none())) {
        no_problem(page.id, &[("tested", "ferritin")]);
    }
}

#[test]
fn an_age_is_a_number_of_years_from_0_to_120() {
    for (typed, years) in [
        ("51", 51.0),
        (" 51 ", 51.0),
        ("0", 0.0),
        ("120", 120.0),
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("51 years", 51.0),
        ("007", 7.0),
    ] {
        assert_eq!(age(typed), Some(years), "{typed}");
        no_problem("age", &[("age", typed)]);
    }
    for (typed, says) in [
        ("fifty", "Leave out letters"),
        ("5o", "Leave out letters"),
        ("51-52", "Leave out letters"),
        ("😀", "Leave out letters"),
        ("עשרים", "Leave out letters"),
        ("٥١", "Leave out letters"),
        ("<5", "Leave out letters"),
        ("-1", "from 0 to 120"),
        ("121", "from 0 to 120"),
        ("120.1", "from 0 to 120"),
        ("1,234", "Leave out letters"),
        ("2500", "from 0 to 120"),
        ("1975", "not the year of birth"),
        ("2026", "not the year of birth"),
    ] {
        assert_eq!(age(typed), None, "{typed}");
        let (field, text) = problem("age", &[("age", typed)]);
        assert!(field == "age" && text.contains(says), "{typed}: {text}");
    }
}

#[test]
fn a_laboratory_value_that_cannot_be_right_is_refused_beside_its_box() {
    let ferritin =
        |typed, unit| problem("ferritin", &[("tested", "ferritin"), ("ferritin", typed), ("ferritin_unit", unit)]);
    for (typed, unit, says) in [
        ("abc", "ng/mL", "Leave out letters"),
        ("4O", "ng/mL", "Leave out letters"),
        ("😀", "ng/mL", "Leave out letters"),
        ("٤٥", "ng/mL", "Leave out letters"),
        ("45 שלום", "ng/mL", "Leave out letters"),
        ("0", "ng/mL", "above 0"),
        ("-45", "ng/mL", "above 0"),
        ("100001", "ng/mL", "up to 100000 ng/mL"),
        ("300000", "pmol/L", "up to 224700 pmol/L"),
        ("45", "ug/dL", "µg/dL is not used for ferritin"),
        ("45 pmol/L", "ng/mL", "not the one you chose"),
        ("-45", "unsure", "above 0"),
    ] {
        let (field, text) = ferritin(typed, unit);
        assert!(field == "ferritin" && text.contains(says), "{typed} {unit}: {text}");
    }
    for (typed, unit) in
        [("45", "ng/mL"), ("49,9", "ng/mL"), ("<10", "pmol/L"), (" 12 ", "ng/mL"), ("4500", "ng/mL"), ("45", "unsure")]
    {
        no_problem("ferritin", &[("tested", "ferritin"), ("ferritin", typed), ("ferritin_unit", unit)]);
    }
}

#[test]
fn the_other_values_are_refused_beside_their_boxes_too() {
    for (page, key, typed, unit) in [
        ("other-iron", "tsat", "101", None),
        ("other-iron", "tsat", "0", None),
        ("other-iron", "iron", "100", Some(("iron_unit", "umol/L"))),
        ("other-iron", "tibc", "400", Some(("tibc_unit", "umol/L"))),
        ("other-iron", "transferrin", "250", Some(("transferrin_unit", "g/L"))),
        ("blood-count", "hb", "25", Some(("hb_unit", "g/dL"))),
        ("blood-count", "crp", "-1", Some(("crp_unit", "mg/L"))),
        ("blood-count", "crp", "low", Some(("crp_unit", "mg/L"))),
    ] {
        let given: Vec<_> = [("tested", "other"), (key, typed)].into_iter().chain(unit).collect();
        let (field, text) = problem(page, &given);
        assert!(field == key && text.starts_with("Enter "), "{key} {typed}: {text}");
    }
}

#[test]
fn a_limit_is_named_in_the_unit_of_the_paper() {
    let iron = |typed, unit| problem("other-iron", &[("tested", "other"), ("iron", typed), ("iron_unit", unit)]).1;
    assert!(iron("400", "ug/dL").contains("from 2.8 to 335.2 µg/dL"), "{}", iron("400", "ug/dL"));
    assert!(iron("400", "umol/L").contains("from 0.5 to 60 µmol/L"), "{}", iron("400", "umol/L"));
    let hb = problem("blood-count", &[("tested", "other"), ("hb", "13"), ("hb_unit", "g/L")]).1;
    assert!(hb.contains("from 30 to 220 g/L"), "{hb}");
}

#[test]
fn a_value_without_its_unit_is_asked_for_beside_the_unit() {
    for (page, key) in [
        ("other-iron", "iron"),
        ("other-iron", "tibc"),
        ("other-iron", "transferrin"),
        ("blood-count", "hb"),
        ("blood-count", "crp"),
    ] {
        let typed = quiet_legs::clinical::iron::Quantity::of_field(key).unwrap().example();
        let (field, text) = problem(page, &[("tested", "ferritin"), (key, typed)]);
        assert!(field == format!("{key}_unit") && text.starts_with("Choose the unit"), "{field}: {text}");
        no_problem(page, &[("tested", "ferritin"), (key, "  ")]);
    }
    no_problem("other-iron", &[("tested", "ferritin"), ("iron_unit", "umol/L")]);
    let (field, text) = problem("ferritin", &[("tested", "ferritin"), ("ferritin", "45")]);
    assert_eq!((field, text.as_str()), ("ferritin_unit", "Choose the unit printed beside your result"));
}

#[test]
fn more_iron_than_the_blood_can_carry_is_a_problem_unless_the_saturation_is_printed() {
    let mut given =
        vec![("tested", "other"), ("iron", "58"), ("iron_unit", "umol/L"), ("tibc", "50"), ("tibc_unit", "umol/L")];
    assert_eq!(problem("other-iron", &given).0, "iron");
    given.push(("tsat", "60"));
    no_problem("other-iron", &given);
}

#[test]
fn a_date_is_a_month_and_a_year_that_have_been() {
    let date = |month, year| {
        problems(
            "ferritin",
            &[
                ("tested", "ferritin"),
                ("ferritin", "45"),
                ("ferritin_unit", "ng/mL"),
                ("taken_month", month),
                ("taken_year", year),
            ],
        )
    };
    for (month, year) in [("", ""), ("3", "2026"), ("03", "2026"), (" 11 ", " 2026 "), ("12", "2025"), ("1", "1990")] {
        assert_eq!(date(month, year), [], "{month} {year}");
    }
    for (month, year, says) in [
        ("", "2026", "month of the test too"),
        ("3", "", "year of the test too"),
        ("0", "2026", "from 1 to 12"),
        ("13", "2026", "from 1 to 12"),
        ("March", "2026", "from 1 to 12"),
        ("-3", "2026", "from 1 to 12"),
        ("3.5", "2026", "from 1 to 12"),
        ("3", "26", "4 digits"),
        ("3", "20 26", "4 digits"),
        ("3", "٢٠٢٦", "4 digits"),
        ("3", "99999999999", "4 digits"),
        ("3", "😀", "4 digits"),
        ("12", "2026", "future"),
        ("1", "2027", "future"),
        ("1", "9999", "future"),
        ("12", "1989", "from 1990 on"),
        ("1", "1026", "from 1990 on"),
    ] {
        let found = date(month, year);
        assert_eq!(found.len(), 1, "{month} {year}: {found:?}");
        assert!(found[0].0 == "taken" && found[0].1.contains(says), "{month} {year}: {found:?}");
    }
}

#[test]
fn a_text_may_hold_any_letters_but_no_control_characters_and_not_without_end() {
    let typed = |text: &str| problems("stopped", &[("stopped", "yes"), ("stopped_what", text)]);
    for good in ["tramadol", "שלום", "😀", "a\u{300}", &"a".repeat(LONGEST), &"ß".repeat(LONGEST)] {
        assert_eq!(typed(good), [], "{} characters", good.chars().count());
    }
    assert_eq!(
        typed(&"a".repeat(LONGEST + 1)),
        [("stopped_what", format!("Shorten the text to {LONGEST} characters"))]
    );
    let bell = typed("tra\u{7}madol");
    assert!(bell.len() == 1 && bell[0].1.starts_with("Type this again"), "{bell:?}");
}

#[test]
fn an_input_that_is_not_asked_is_no_problem() {
    no_problem("stopped", &[("stopped", "no"), ("stopped_what", "\u{7}")]);
    no_problem("blood-count", &[("tested", "ferritin"), ("other_taken_month", "13")]);
    assert_eq!(
        problem("blood-count", &[("tested", "other"), ("other_taken_month", "13"), ("other_taken_year", "2026")]).0,
        "other_taken"
    );
}

#[test]
fn a_very_long_number_is_told_to_be_shorter() {
    let digits = "9".repeat(LONGEST + 1);
    assert!(problem("age", &[("age", &digits)]).1.contains("Shorten"));
    assert!(problem("age", &[("age", &digits[..LONGEST])]).1.contains("from 0 to 120"));
}

proptest! {
    #[test]
    fn any_text_in_any_box_gives_a_whole_sentence_or_none(text in any::<String>(), at in 0..PAGES.len()) {
        let page = &PAGES[at];
        let mut given = answers(&[("tested", "other"), ("stopped", "yes")]);
        for field in page.fields {
            given.set(field.id, &text);
            given.set(&format!("{}_month", field.id), &text);
            given.set(&format!("{}_year", field.id), &text);
        }
        for problem in of_page(page, &given, TODAY) {
            let says = problem.says.text();
            prop_assert!(!says.is_empty() && !says.contains('{'), "{}", says);
            prop_assert!(page.fields.iter().any(|field| field.id == problem.field));
        }
    }

    #[test]
    fn an_age_that_is_accepted_can_be_read_and_one_that_is_not_cannot(text in "[-<0-9.,a-z ]{0,6}") {
        prop_assume!(!text.trim().is_empty());
        prop_assert_eq!(age(&text).is_none(), !problems("age", &[("age", &text)]).is_empty());
    }
}

#[test]
fn a_typed_medicine_that_was_not_added_is_never_left_behind_in_silence() {
    let (field, says) = problem("medicines", &[("medicine_search", "  sertral ")]);
    assert_eq!(field, "medicine_search");
    assert!(says.contains("“sertral”"), "{says}");
    no_problem("medicines", &[("medicine_search", "   ")]);
    no_problem("who", &[("who", "me"), ("medicine_search", "sertral")]);
}

#[test]
fn a_number_that_no_unit_could_make_right_is_told_before_its_unit_is_asked_for() {
    for (page, field, typed) in [
        ("blood-count", "crp", "-5"),
        ("other-iron", "iron", "-5"),
        ("other-iron", "tibc", "1000000"),
        ("blood-count", "crp", "1000000"),
    ] {
        let found = problems(page, &[("tested", "other"), (field, typed)]);
        assert!(found.iter().any(|(at, says)| *at == field && says.contains(" to ")), "{field} = {typed}: {found:?}");
    }
}

#[test]
fn back_leads_where_continue_came_from_on_every_page_asked() {
    let all = answers(&[("who", "me"), ("age", "45")]);
    let pages: Vec<_> = flow::asked(&all, TODAY).map(|page| page.id).collect();
    assert!(pages.len() > 3);
    assert_eq!(flow::first().map(|page| page.id), pages.first().copied());
    for pair in pages.windows(2) {
        assert_eq!(flow::next(pair[0], &all, TODAY).map(|page| page.id), Some(pair[1]));
        assert_eq!(flow::previous(pair[1], &all, TODAY).map(|page| page.id), Some(pair[0]));
    }
    assert_eq!(flow::previous(pages[0], &all, TODAY).map(|page| page.id), None);
    assert_eq!(flow::next(pages[pages.len() - 1], &all, TODAY).map(|page| page.id), None);
}

#[test]
fn none_of_these_and_the_others_untick_each_other() {
    let mut a = Answers::default();
    let ticked = |a: &Answers| a.ticked("box").map(str::to_owned).collect::<Vec<_>>();
    for code in ["one", "two"] {
        a.tick("box", code, true, &["none", "unsure"]);
    }
    assert_eq!(ticked(&a), ["one", "two"]);
    a.tick("box", "none", true, &["none", "unsure"]);
    assert_eq!(ticked(&a), ["none"]);
    a.tick("box", "one", true, &["none", "unsure"]);
    assert_eq!(ticked(&a), ["one"]);
    a.tick("box", "one", false, &["none", "unsure"]);
    assert_eq!(ticked(&a), Vec::<String>::new());
}

#[test]
fn answers_are_counted_and_the_medicine_list_counts_as_one() {
    use quiet_legs::clinical::answers::ListedMedicine;
    let mut a = Answers::default();
    assert!(a.is_empty());
    assert_eq!(a.count(), 0);
    a.medicines = vec![ListedMedicine::default(), ListedMedicine::default()];
    assert!(!a.is_empty());
    assert_eq!(a.count(), 1);
    a.set("age", "45");
    a.set("who", "me");
    a.set("c1", "yes");
    assert_eq!(a.count(), 4);
    let alone = answers(&[("age", "45")]);
    assert!(!alone.is_empty());
    assert_eq!(alone.count(), 1);
}
