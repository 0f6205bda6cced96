//! Promises about wording: the texts that must be there (evidence 12.3), the words that must not (12.5), and the
//! table of claims (section 11) in `docs/claims.md`.
#![cfg(not(target_arch = "wasm32"))]

use quiet_legs::content::text::{PATHS, words};
use quiet_legs::content::{MEDICINES, SOURCES};
use std::fs;
use std::path::Path;

fn text(path: &str) -> &'static str {
    words(PATHS.iter().find(|(known, _)| *known == path).unwrap_or_else(|| panic!("no text {path}")).1)
}

/// Every text as its words in small letters, with a space on both sides of each.
fn spoken() -> impl Iterator<Item = (&'static str, String)> {
    PATHS.iter().map(|(path, key)| {
        let low = words(*key).to_lowercase().replace('’', "'");
        let plain: Vec<&str> =
            low.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).collect();
        (*path, format!(" {} ", plain.join(" ")))
    })
}

/// A required text: where it stands, and the words it must hold.
const REQUIRED: &[(&str, &[&str])] = &[
    // Start: on every page, in the frame.
    ("shell.footer.note", &["health information, not a diagnosis", "does not replace a doctor, nurse or pharmacist"]),
    ("start.urgent.numbers", &["112", "999", "911", "000", "111", "119"]),
    // Result.
    ("result.below.others", &["not a diagnosis", "Only a health professional can tell you what it is"]),
    ("result.below.likely", &["not a diagnosis", "Only a doctor can confirm it"]),
    // Medicine, at the list and in the result.
    ("ui.medicines.stop", &["Do not stop or change any medicine because of this page"]),
    ("ui.medicines.stop_why", &["dangerous to stop", "person who prescribed it, or a pharmacist"]),
    ("result_screen.findings.stop", &["Do not stop or change any medicine because of this page"]),
    ("result_screen.findings.stop_why", &["dangerous to stop", "person who prescribed it, or a pharmacist"]),
    // Iron.
    ("result_screen.iron.start", &["Do not start iron without a blood test and advice"]),
    ("result_screen.iron.start_why", &["Too much iron can harm", "away from children"]),
    // Limits, with the date.
    ("ui.result.sure_text", &["published guidance", "may be wrong or out of date"]),
    ("shell.footer.reviewed", &["2026"]),
    // Privacy.
    ("ui.data.where", &["stays in this browser"]),
    ("copies.stays.loses", &["If you clear this browser, it is gone"]),
    ("copies.kept.others", &["Anyone who can use this device can read it"]),
    // Sources, and where guidelines differ.
    ("start.known.link", &["Sources"]),
    ("guidelines.differ", &["Guidelines differ", "German", "US"]),
    // Not validated.
    ("start.known.text", &["have not been tested as a whole in a study"]),
    // No warning sign.
    ("result.signs.none_ticked", &["You ticked none of the warning signs", "get help at once"]),
    // SELF_CARE.
    (
        "result.urgency.self_care",
        &["Nothing in your answers asks for a quick visit", "gets worse", "costs you sleep", "worried"],
    ),
    // A medicine that may worsen.
    ("findings.directions.worsens", &["can make restless legs worse in some people"]),
    // A search for the reason of low iron.
    ("iron.modifiers.CAUSE_SEARCH", &["doctor will want to find out why, often something simple"]),
    ("iron.modifiers.HB_LOW", &["doctor will want to find out why, often something simple"]),
    ("iron.classes.ADULT_DEFICIENT.says", &["doctor will want to find out why, often something simple"]),
    // Purpose.
    ("how.looks.text", &["prepare for a talk with a health professional"]),
    // Driving.
    ("result.below.sleepy", &["do not drive or use machines"]),
    ("signs.SOON_DRIVE.act", &["Do not drive or use machines while you feel sleepy"]),
    ("result.below.driving_gb", &["DVLA"]),
    // The range is the laboratory's own.
    ("labs.own_range", &["range on your own report"]),
    // Augmentation, and Parkinson's disease.
    ("result.findings.augmentation_says", &["do not stop it suddenly", "ferritin and transferrin saturation"]),
    ("result.findings.augmentation_rebound", &["small hours", "rebound"]),
    ("result.findings.augmentation_parkinson", &["wears off can look the same", "Parkinson’s team"]),
];

#[test]
fn every_required_text_is_there_with_its_words() {
    for (path, parts) in REQUIRED {
        for part in *parts {
            assert!(text(path).contains(part), "{path} does not say \"{part}\": {}", text(path));
        }
    }
}

/// Words of evidence 12.3 to 12.5, and what law and kindness forbid, anywhere in any text.
const NEVER: &[&str] = &[
    " you have rls ",
    " you have restless legs ",
    " you do not have restless legs ",
    " you should take ",
    " you should ",
    " safe to ",
    " cure ",
    " cures ",
    " cured ",
    " guarantee ",
    " guaranteed ",
    " best ",
    " clinically proven ",
    " doctor approved ",
    " all clear ",
    " nothing serious ",
    " you can wait ",
    " you may die ",
    " paralysed ",
    " bowel cancer ",
    " toxic ",
    " sufferer ",
    " sufferers ",
    " victim ",
    " crazy ",
    " dismissed ",
    " risk score ",
    " secondary ",
    " chronic ",
    " strong evidence ",
];

#[test]
fn words_that_no_page_may_say_are_nowhere() {
    for (path, text) in spoken() {
        for word in NEVER {
            assert!(!text.contains(word), "{path} says \"{}\"", word.trim());
        }
    }
}

/// Where "stop" may stand although nothing before it says not to, each with its reason.
const STOP_ALLOWED: &[(&str, &str)] = &[
    ("fields.stopped", "asks what was stopped"),
    ("fields.stopped_what", "asks what was stopped"),
    ("fields.ak_onset.hint", "says what counts as a change"),
    ("look_alike_names.M_WITHDRAWAL", "names what it comes from"),
    ("look_alikes.M_WITHDRAWAL", "says what stopping can do, and that it can be dangerous"),
    ("pages.stopped", "asks what was stopped"),
    ("paper.ask.care_why", "says that it is dangerous"),
    ("result.urgency.stopped", "speaks of what was stopped already"),
    ("result.urgency.stopped_today", "speaks of what was stopped already"),
    ("result_screen.findings.stop_why", "says that it is dangerous"),
    ("ui.medicines.stop_why", "says that it is dangerous"),
    ("signs.E7.hint", "a warning sign after stopping"),
    ("signs.E9.label", "breathing that stopped"),
    ("signs.E10", "a warning sign after stopping"),
    ("signs.SD5.label", "bleeding that stopped"),
    ("signs.SD8", "a warning sign after stopping"),
    ("signs.SD12", "a warning sign after stopping"),
    ("withdrawal", "speaks of what was stopped already"),
];

#[test]
fn stop_stands_only_in_a_warning_or_where_a_reason_is_written_here() {
    let allowed = |path: &str| {
        STOP_ALLOWED
            .iter()
            .any(|(known, _)| path == *known || path.strip_prefix(known).is_some_and(|r| r.starts_with('.')))
    };
    for (path, text) in spoken().filter(|(path, _)| !allowed(path)) {
        for (at, _) in text.match_indices(" stop") {
            let before = text.get(..at).unwrap_or_default();
            let turned = before.ends_with(" not") || before.ends_with(" never");
            assert!(turned, "{path} says \"stop\" without a reason written here: {text}");
        }
    }
    for (known, _) in STOP_ALLOWED {
        let used = spoken().any(|(path, text)| {
            (path == *known || path.strip_prefix(known).is_some_and(|r| r.starts_with('.'))) && text.contains(" stop")
        });
        assert!(used, "{known} needs no exception any more");
    }
}

#[test]
fn brand_names_stand_only_in_the_lists_that_recognise_a_typed_medicine() {
    // Notes say what else is in a box; the search box and the groups show what the list holds.
    let of_the_list = ["medicine_notes.", "medicine_uses.", "places."];
    let mut brands: Vec<String> = MEDICINES
        .iter()
        .flat_map(|row| words(row.names).split(';'))
        .filter_map(|name| name.split_once(':'))
        .map(|(_, brand)| brand.to_lowercase())
        .filter(|brand| brand.len() > 4 && brand.chars().all(char::is_alphabetic))
        .collect();
    // Ordinary words that are brand names too.
    brands.retain(|brand| !["medicine", "nurse", "night"].contains(&brand.as_str()));
    assert!(brands.len() > 300, "{}", brands.len());
    for (path, text) in spoken().filter(|(path, _)| !of_the_list.iter().any(|list| path.starts_with(list))) {
        for word in text.split_whitespace() {
            assert!(!brands.iter().any(|brand| brand == word), "{path} names the brand \"{word}\"");
        }
    }
}

#[test]
fn proven_is_never_said_of_a_medicine_but_with_not() {
    for (path, text) in spoken().filter(|(_, text)| text.contains(" proven ")) {
        let of_a_lack = path == "discuss.A14";
        assert!(of_a_lack || text.contains(" not proven "), "{path}: {text}");
    }
}

/// What a page to read must say of a claim, in its corrected form: where it stands, and the words it must hold.
const CORRECTED: &[(u8, &str, &[&str])] = &[
    (1, "learn_what_it_is.feels.s3", &["no odd feeling at all"]),
    (6, "learn_what_it_is.why.s1", &["how the brain handles iron and dopamine"]),
    (8, "learn_five_points.urge.s1", &["does not have to"]),
    (8, "learn_five_points.nothing-else.s2", &["fully"]),
    (9, "learn_what_it_is.why.s2", &["mix of genes and of things that add to it"]),
    (12, "learn_family.genes.s2", &["only partly known"]),
    (13, "learn_family.risk.s1", &["3 to 4 times", "nearly twice"]),
    (18, "learn_iron.scale.s1", &["not the point where restless legs begins"]),
    (18, "learn_iron.scale.s2", &["had no link"]),
    (23, "learn_iron.numbers.s3", &["needed to work out TSAT"]),
    (26, "learn_medicines.worse.s4", &["1 in 10", "nearly 3 in 10", "uncommon"]),
    (27, "learn_medicines.worse.s1", &["block histamine", "not known", "Only a few of them block dopamine"]),
    (29, "learn_medicines.not.s1", &["weak", "both ways"]),
    (34, "learn_hormones.pregnancy.s1", &["1 in 5"]),
    (35, "learn_conditions.hormones.s1", &["points to the nerves"]),
    (37, "learn_habits.short.s1", &["No habit has been shown"]),
    (40, "learn_habits.asked.s2", &["no study"]),
    (41, "learn_habits.move.s1", &["not known", "has not been shown"]),
    (44, "learn_vitamins.magnesium.s1", &["could not tell"]),
    (45, "learn_vitamins.d.s1", &["did not help the legs"]),
    (46, "learn_vitamins.b12.s2", &["do not lower folate"]),
    (47, "learn_hormones.cycle.s1", &["do not fit well", "late in pregnancy"]),
    (60, "learn_dopamine.augmentation.s2", &["1 in 4", "6 in 100"]),
    (61, "learn_treatments.first.s3", &["too simple", "need a treatment as well"]),
    (62, "learn_iron.treats.s2", &["iron is for low iron"]),
    (63, "learn_medicines.swaps.s1", &["no full antidepressant", "did not treat them"]),
    (64, "learn_treatments.time.s1", &["little or no difference"]),
    (65, "learn_treatments.time.s2", &["after 3 months"]),
    (67, "learn_finding_the_cause.plan.s2", &["14 nights", "0 to 10"]),
    (74, "learn_habits.move.s2", &["Nobody has tested it"]),
    (76, "learn_questions.anxiety.short", &["has not been shown to cause", "each can feed the other"]),
    (77, "learn_questions.tired.more", &["Nobody has shown that"]),
    (78, "learn_questions.serious.short", &["weakness, numbness or bladder trouble"]),
    (79, "learn_questions.children.short", &["2 in 100", "growing pains or ADHD"]),
    (80, "learn_questions.water.short", &["no evidence"]),
    (81, "learn_finding_the_cause.promise.s1", &["Some people", "Nobody can say beforehand"]),
    (85, "learn_iron.care.s1", &["haemochromatosis", "thalassaemia"]),
];

#[test]
fn the_pages_to_read_say_each_claim_in_its_corrected_form() {
    for (claim, path, parts) in CORRECTED {
        for part in *parts {
            assert!(text(path).contains(part), "claim {claim}: {path} does not say \"{part}\": {}", text(path));
        }
        let row = claims().into_iter().find(|row| row[0] == claim.to_string()).expect("a row");
        assert!(row[3].contains(path), "claim {claim} does not name {path}");
    }
}

fn claims() -> Vec<Vec<String>> {
    let table =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/claims.md")).expect("docs/claims.md");
    let rows = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| #"));
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn every_claim_has_its_row_and_every_row_its_cells() {
    let numbers: Vec<String> = claims().iter().map(|row| row[0].clone()).collect();
    assert_eq!(numbers, (1..=86).map(|n| n.to_string()).collect::<Vec<_>>());
    for row in claims() {
        assert_eq!(row.len(), 6, "{row:?}");
        assert!(row[3] != "-" || row[2].contains("we do not say it"), "claim {} names no text", row[0]);
        assert!(!row[2].contains("Missing") && row[4] != "not yet", "claim {} waits for an answer", row[0]);
    }
}

#[test]
fn every_text_and_source_the_table_of_claims_names_exists() {
    for row in claims() {
        for key in row[3].split(',').map(|key| key.trim().trim_matches('`')).filter(|key| *key != "-") {
            assert!(PATHS.iter().any(|(path, _)| *path == key), "claim {}: no text {key}", row[0]);
        }
        for source in row[5].split(',').map(str::trim).filter(|source| *source != "-") {
            assert!(SOURCES.iter().any(|known| known.id == source), "claim {}: no source {source}", row[0]);
        }
    }
}
