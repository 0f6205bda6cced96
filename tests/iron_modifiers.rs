//! Every modifier of evidence 6.6, on and off.
#![cfg(not(target_arch = "wasm32"))]

mod iron_case;

use iron_case::{With, adult, has, person, pregnant, read, text, urgency};
use quiet_legs::clinical::assessment::{Assessment, Sex, Tri};
use quiet_legs::clinical::iron::case::is_oral_iron;
use quiet_legs::clinical::report::IronUrgencyOf;
use quiet_legs::content::IronClass;
use quiet_legs::content::IronModifier::{self, *};
use quiet_legs::content::{IRON_MODIFIERS, MEDICINES, Urgency, words};

fn on(modifier: IronModifier, people: Vec<Assessment>) {
    for (at, a) in people.iter().enumerate() {
        assert!(has(a, modifier), "{modifier:?} is missing from person {at}: {a:?}");
    }
}

fn off(modifier: IronModifier, people: Vec<Assessment>) {
    for (at, a) in people.iter().enumerate() {
        assert!(!has(a, modifier), "{modifier:?} is given to person {at}: {a:?}");
    }
}

fn iron_answers(on_iron: Option<Tri>, within_24h: Option<Tri>) -> Assessment {
    let mut a = adult("60", "25");
    (a.labs.on_iron, a.labs.iron_within_24h) = (on_iron, within_24h);
    a
}

#[test]
fn taking_iron_counts_when_said_or_when_on_the_list() {
    on(
        OnIronNow,
        vec![
            iron_answers(Some(Tri::Yes), None),
            adult("60", "25").takes("ferrous_sulfate"),
            adult("60", "25").takes("multivitamin_iron"),
            adult("60", "25").takes("iron_other_oral"),
        ],
    );
    off(
        OnIronNow,
        vec![
            iron_answers(Some(Tri::No), None),
            iron_answers(Some(Tri::NotSure), None),
            adult("60", "25").takes("iron_sucrose"),
            adult("60", "25").takes("sertraline"),
        ],
    );
}

#[test]
fn oral_iron_is_the_rows_that_the_list_calls_so() {
    let by_class = MEDICINES.iter().filter(|row| row.has_mechanism(27) && words(row.class).starts_with("oral iron"));
    let by_rule = MEDICINES.iter().filter(|row| is_oral_iron(row));
    let ids: Vec<&str> = by_rule.map(|row| row.id).collect();
    assert_eq!(ids, by_class.map(|row| row.id).collect::<Vec<_>>());
    assert!(ids.len() >= 7, "{ids:?}");
}

#[test]
fn iron_shortly_before_the_test_counts_only_when_sure() {
    on(OnIronLt24h, vec![iron_answers(Some(Tri::Yes), Some(Tri::Yes))]);
    off(
        OnIronLt24h,
        vec![
            iron_answers(Some(Tri::Yes), Some(Tri::No)),
            iron_answers(Some(Tri::Yes), Some(Tri::NotSure)),
            iron_answers(None, None),
        ],
    );
}

#[test]
fn iron_into_a_vein_in_the_last_12_weeks_is_named() {
    on(RecentIvIron, vec![adult("60", "22").infused(), adult("620", "38").infused()]);
    off(RecentIvIron, vec![adult("60", "22")]);
}

#[test]
fn a_number_near_a_line_is_said_to_be_near() {
    on(
        NearLine,
        vec![
            adult("60", "25"),
            adult("120", "25"),
            pregnant("60", "25"),
            pregnant("120", "25"),
            person(8.0, "40", "25"),
            person(8.0, "60", "25"),
        ],
    );
    off(
        NearLine,
        vec![
            adult("59.9", "25"),
            adult("120.1", "25"),
            pregnant("59.9", "25"),
            person(8.0, "39.9", "25"),
            person(8.0, "60.1", "25"),
            adult("90", "25").ill("dialysis"),
            adult("?", "25"),
        ],
    );
}

#[test]
fn low_in_spite_of_inflammation_is_even_more_certain() {
    on(
        Inflamed,
        vec![
            adult("20", "25").crp("6"),
            adult("60", "25").crp("6"),
            pregnant("20", "25").crp("6"),
            pregnant("75", "25").crp("6"),
            person(8.0, "40", "25").crp("6"),
        ],
    );
    off(
        Inflamed,
        vec![
            adult("20", "25").crp("5"),
            adult("20", "25"),
            adult("90", "15").crp("6"),
            adult("90", "25").crp("6"),
            pregnant("90", "15").crp("6"),
            adult("20", "25").crp("6").ill("dialysis"),
        ],
    );
}

#[test]
fn kidney_disease_of_stage_3_or_4_is_named() {
    on(CkdNote, vec![adult("60", "25").ill("ckd")]);
    off(
        CkdNote,
        vec![adult("60", "25"), adult("60", "25").ill("dialysis"), adult("60", "25").ill("kidney_transplant")],
    );
}

#[test]
fn a_saturation_close_to_20_is_said_to_be_close() {
    on(CloseToTsat20, vec![adult("60", "18"), adult("60", "22"), adult("?", "20")]);
    off(CloseToTsat20, vec![adult("60", "17.9"), adult("60", "22.1"), adult("60", "?")]);
}

#[test]
fn a_missing_saturation_is_asked_for_when_there_is_a_ferritin() {
    on(TsatMissing, vec![adult("60", "?"), adult("150", "?"), person(8.0, "40", "?"), pregnant("60", "?")]);
    off(TsatMissing, vec![adult("60", "25"), adult("?", "?").hb("13")]);
}

#[test]
fn a_low_saturation_is_said_to_a_child_whose_ferritin_is_enough() {
    on(TsatLow, vec![person(8.0, "50", "19.9")]);
    off(TsatLow, vec![person(8.0, "50", "20"), person(8.0, "49", "19"), adult("150", "19"), person(8.0, "50", "?")]);
}

#[test]
fn a_test_of_more_than_6_months_ago_is_old() {
    on(
        OldResult,
        vec![
            adult("60", "25").tested(2026, 5, 23),
            adult("60", "25").tested(2026, 5, 1),
            adult("60", "25").tested(2020, 1, 1),
        ],
    );
    off(
        OldResult,
        vec![
            adult("60", "25").tested(2026, 5, 24),
            adult("60", "25").tested(2026, 11, 24),
            adult("60", "25").tested(2027, 1, 1),
            adult("60", "25"),
        ],
    );
}

#[test]
fn a_test_in_the_future_is_a_problem_and_the_numbers_are_still_read() {
    let reading = read(&adult("60", "25").tested(2026, 11, 25));
    assert_eq!((reading.class, reading.problems.len()), (IronClass::AdultRlsLow, 1));
    assert!(read(&adult("60", "25").tested(2026, 11, 24)).problems.is_empty());
}

#[test]
fn a_ferritin_over_200_is_remarked_on_for_women() {
    on(SexHigh, vec![adult("200.1", "25").sex(Sex::Female), adult("500", "25").sex(Sex::Female)]);
    off(
        SexHigh,
        vec![
            adult("200", "25").sex(Sex::Female),
            adult("250", "25").sex(Sex::Male),
            adult("250", "25"),
            person(17.0, "250", "25").sex(Sex::Female),
            adult("250", "25").sex(Sex::Female).ill("dialysis"),
        ],
    );
}

#[test]
fn the_cause_is_searched_for_in_men_and_from_50() {
    on(
        CauseSearch,
        vec![
            adult("29.9", "25").sex(Sex::Male),
            person(18.0, "29.9", "25").sex(Sex::Male),
            person(50.0, "29.9", "25").sex(Sex::Female),
            person(50.0, "29.9", "25"),
            adult("44.9", "25").sex(Sex::Male).hb("12.9"),
            adult("44.9", "25").sex(Sex::Male).hb("7"),
            person(50.0, "44.9", "25").hb("11.9"),
        ],
    );
    off(
        CauseSearch,
        vec![
            adult("30", "25").sex(Sex::Male),
            adult("44.9", "25").sex(Sex::Male),
            adult("44.9", "25").sex(Sex::Male).hb("13"),
            adult("45", "25").sex(Sex::Male).hb("10"),
            person(49.9, "20", "25").sex(Sex::Female),
            person(49.9, "20", "25"),
            person(17.9, "20", "25").sex(Sex::Male),
            person(60.0, "20", "25").ill("dialysis"),
        ],
    );
    let reading = read(&person(60.0, "40", "25").hb("11"));
    assert_eq!(urgency(&reading, IronUrgencyOf::Modifier(CauseSearch)), Some(Urgency::Soon));
}

#[test]
fn giving_blood_is_remarked_on() {
    let mut gave = adult("60", "25");
    gave.donated_last_12_months = Some(Tri::Yes);
    let mut did_not = adult("60", "25");
    did_not.donated_last_12_months = Some(Tri::No);
    on(Donor, vec![gave, adult("60", "25").ill("blood_donor")]);
    off(Donor, vec![did_not, adult("60", "25")]);
}

#[test]
fn a_medicine_that_lowers_uptake_is_remarked_on() {
    on(PpiMetformin, vec![adult("60", "25").takes("omeprazole"), adult("60", "25").takes("metformin")]);
    off(PpiMetformin, vec![adult("60", "25").takes("sertraline"), adult("60", "25")]);
}

#[test]
fn a_liver_a_heart_and_a_gut_condition_are_remarked_on_where_they_matter() {
    on(LiverNote, vec![adult("60", "25").ill("liver"), adult("1200", "25").ill("liver")]);
    off(LiverNote, vec![adult("?", "25").ill("liver"), adult("60", "25")]);
    on(HfNote, vec![adult("300", "25").ill("heart_failure"), adult("20", "25").ill("heart_failure")]);
    off(
        HfNote,
        vec![
            adult("300.1", "25").ill("heart_failure"),
            adult("?", "25").ill("heart_failure"),
            adult("60", "25").ill("heart_failure").ill("dialysis"),
            adult("60", "25"),
        ],
    );
    for gut in ["bariatric", "coeliac", "ibd"] {
        on(
            AbsorptionNote,
            vec![
                adult("20", "25").ill(gut),
                adult("60", "25").ill(gut),
                adult("90", "15").ill(gut),
                pregnant("20", "25").ill(gut),
                pregnant("60", "25").ill(gut),
                person(8.0, "40", "25").ill(gut),
            ],
        );
        off(AbsorptionNote, vec![adult("90", "25").ill(gut), adult("150", "25").ill(gut), adult("40", "50").ill(gut)]);
    }
    off(AbsorptionNote, vec![adult("20", "25")]);
}

#[test]
fn the_simple_table_belongs_to_adults_with_a_ferritin() {
    on(SeedBand, vec![adult("60", "25"), adult("60", "25").ill("liver")]);
    off(SeedBand, vec![adult("?", "25"), person(17.0, "60", "25")]);
}

#[test]
fn with_an_input_error_only_anaemia_is_added() {
    let mut everything = adult("20", "101").crp("50").hb("11").sex(Sex::Male).infused().tested(2020, 1, 1);
    everything.labs.on_iron = Some(Tri::Yes);
    everything = everything.ill("ckd").ill("liver").ill("blood_donor").takes("omeprazole");
    assert_eq!(read(&everything).modifiers, [HbLow]);
}

#[test]
fn modifiers_stand_in_the_order_of_the_table_and_each_says_its_sentence_once() {
    let a = adult("62", "19").infused().ill("ckd").ill("heart_failure").takes("ferrous_sulfate").tested(2020, 1, 1);
    let reading = read(&a);
    assert!(reading.modifiers.is_sorted(), "{:?}", reading.modifiers);
    let says = text(&reading);
    for row in IRON_MODIFIERS.iter().filter(|row| reading.modifiers.contains(&row.modifier)) {
        let Some(sentence) = row.says.map(words) else { continue };
        assert_eq!(says.matches(sentence).count(), 1, "{:?}", row.modifier);
    }
}

#[test]
fn the_answers_behind_a_reading_are_named() {
    let mut a = person(60.0, "20", "25").hb("11").sex(Sex::Male).ill("liver").takes("sertraline").takes("omeprazole");
    a = a.tested(2020, 1, 1);
    let because = read(&a).because;
    for key in ["ferritin", "tsat", "hb", "age", "sex", "taken", "condition.liver", "medicines[1]"] {
        assert!(because.iter().any(|path| path == key), "{key} is missing from {because:?}");
    }
    assert!(!because.iter().any(|path| path == "medicines[0]" || path == "crp"), "{because:?}");
}
