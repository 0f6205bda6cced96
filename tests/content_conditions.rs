//! Promises about the table of conditions (evidence 5.1), cell by cell: strength, urgency, figure, doubt and what to ask.
#![cfg(not(target_arch = "wasm32"))]

use quiet_legs::content::{CONDITIONS, Condition, words};

/// Id, strength (the weaker of two), urgency, words that must be said, words that must be asked for.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const TABLE: &[Row] = &[
    (
        "iron_deficiency",
        "A",
        "ROUTINE",
        &["About 3 in 10"],
        &["ferritin", "transferrin saturation", "blood count", "why your iron is low"],
    ),
    (
        "dialysis",
        "A",
        "SOON",
        &["About 3 in 10"],
        &["kidney team", "ferritin and transferrin saturation", "Take nothing"],
    ),
    ("ckd", "B", "ROUTINE", &["figures differ a lot"], &["kidney function, ferritin and transferrin saturation"]),
    ("kidney_transplant", "B", "ROUTINE", &["often gets better"], &["Tell your transplant team"]),
    (
        "neuropathy",
        "B",
        "ROUTINE",
        &["About 2 in 10", "one study found no difference", "both may be true"],
        &["HbA1c", "B12", "folate", "thyroid", "kidney", "alcohol", "nerve test"],
    ),
    ("pregnancy", "A", "SOON", &["About 1 in 5", "late in pregnancy", "not settled", "after the birth"], &["ferritin"]),
    ("diabetes", "A", "ROUTINE", &["About 1 in 4", "twice as many", "Nerve damage"], &["feet", "HbA1c", "metformin"]),
    ("hypothyroid", "B", "ROUTINE", &["14 in 100", "8 in 100", "Hashimoto’s disease there is one study"], &["TSH"]),
    ("hyperthyroid", "C", "ROUTINE", &["little evidence"], &["TSH"]),
    ("osa", "B", "ROUTINE", &["1 in 12", "1 in 3", "not firm"], &["sleep study"]),
    ("parkinson", "B", "ROUTINE", &["commoner in people who already have", "not an early form"], &["Parkinson’s team"]),
    ("ms", "B", "ROUTINE", &["Nearly 3 in 10", "differ widely", "spinal cord"], &["neurologist", "is an emergency"]),
    (
        "cord_lesion",
        "B",
        "ROUTINE",
        &["sometimes suddenly", "multiple sclerosis"],
        &["examined", "scan", "an emergency"],
    ),
    ("ra", "B", "ROUTINE", &["About 1 in 3", "studies were small"], &["ferritin together with CRP"]),
    ("sjogren", "C", "ROUTINE", &["small studies", "No firm figure"], &[]),
    (
        "coeliac",
        "B",
        "ROUTINE",
        &["1 in 4", "1 in 3", "small studies"],
        &["ferritin", "tTG-IgA with total IgA", "before any gluten-free diet"],
    ),
    (
        "ibd",
        "B",
        "ROUTINE",
        &["About 3 in 10", "1 in 10"],
        &["ferritin with CRP and transferrin", "do not suit everyone"],
    ),
    (
        "bariatric",
        "C",
        "ROUTINE",
        &["1970", "few studies"],
        &["ferritin", "B12", "may not be taken up", "the same day"],
    ),
    (
        "heavy_periods",
        "B",
        "ROUTINE",
        &["use up the body’s iron"],
        &["ferritin and a blood count", "the bleeding itself"],
    ),
    ("blood_donor", "B", "ROUTINE", &["no clear link", "Low iron is common"], &["ferritin test before you give"]),
    ("gi_bleed", "B", "ROUTINE", &["uses up the body’s iron"], &["ferritin", "blood count", "stool test", "same day"]),
    (
        "venous",
        "C",
        "ROUTINE",
        &["may feel like restless legs", "small studies"],
        &["scan", "arteries need a check first"],
    ),
    ("pad", "-", "ROUTINE", &["mistaken for restless legs"], &["blood flow", "the same day"]),
    ("copd", "C", "-", &["too little evidence"], &[]),
    ("liver", "B", "ROUTINE", &["different ways", "cramps"], &["a doctor to read your iron tests", "misleading"]),
    ("adhd", "B", "ROUTINE", &["overlap", "children"], &["ferritin", "diary"]),
    ("depression_anxiety", "B", "ROUTINE", &["each can feed the other", "medicines"], &["talk to someone today"]),
    ("migraine", "B", "-", &["Nearly 2 in 10", "weaker when people were followed", "sickness medicines"], &[]),
    ("hypertension", "C", "-", &["small link", "went away", "Do not blame your blood pressure tablets"], &[]),
    (
        "heart_failure",
        "C",
        "ROUTINE",
        &["Low iron is common", "not known with any certainty"],
        &["limits of their own"],
    ),
    ("amyloid", "C", "ROUTINE", &["has been described"], &["neurologist", "hands", "heart"]),
    ("cmt_cidp", "B", "ROUTINE", &["has been described"], &["neurologist"]),
    ("pots", "C", "ROUTINE", &["little evidence", "fall in blood pressure"], &["standing test"]),
    ("fibromyalgia", "C", "-", &["Small studies", "little evidence"], &[]),
    ("narcolepsy", "C", "ROUTINE", &["too little evidence"], &[]),
    ("stroke", "C", "ROUTINE", &["after strokes deep in the brain", "too few reports"], &["is an emergency"]),
    ("lung_transplant", "C", "ROUTINE", &["Nearly half of 42 people"], &["transplant team"]),
    (
        "haemochromatosis",
        "C",
        "ROUTINE",
        &["low ferritin is often the aim", "brain may still be low"],
        &["specialist", "Take no iron unless they say so"],
    ),
    ("thalassaemia", "C", "ROUTINE", &["ferritin alone can mislead", "no figures"], &["haemoglobin together"]),
    ("transfusion", "-", "ROUTINE", &["brings iron with it", "For some weeks"], &["when your iron can be tested"]),
    ("breastfeeding", "B", "ROUTINE", &["within weeks of the birth", "may come back"], &["ferritin", "you breastfeed"]),
    ("obesity", "B", "-", &["somewhat less likely", "does not show"], &[]),
    ("restless_leg_child_family", "A", "-", &["runs in families"], &[]),
];

fn row(id: &str) -> &'static Condition {
    CONDITIONS.iter().find(|row| row.id == id).unwrap_or_else(|| panic!("no condition {id}"))
}

#[test]
fn every_condition_of_the_evidence_has_its_strength_and_its_urgency() {
    assert_eq!(CONDITIONS.len(), TABLE.len());
    for (id, grade, urgency, ..) in TABLE {
        assert_eq!(row(id).grade.code(), *grade, "{id}");
        assert_eq!(row(id).urgency.map_or("-", |urgency| urgency.code()), *urgency, "{id}");
    }
}

#[test]
fn every_condition_says_its_figure_its_doubt_and_what_to_ask_for() {
    for (id, _, _, says, asks) in TABLE {
        let said = words(row(id).says);
        let ask = row(id).ask.map(words).unwrap_or_default();
        for part in *says {
            assert!(said.contains(part), "{id} does not say \"{part}\": {said}");
        }
        for part in *asks {
            assert!(ask.contains(part), "{id} does not ask for \"{part}\": {ask}");
        }
    }
}

#[test]
fn a_figure_is_always_in_plain_words_and_never_a_percentage() {
    for row in &CONDITIONS {
        let said = [Some(row.says), row.ask].into_iter().flatten().map(words).collect::<String>();
        assert!(!said.contains('%') && !said.contains("per cent"), "{}: {said}", row.id);
    }
}

#[test]
fn no_condition_is_called_the_cause() {
    for row in &CONDITIONS {
        let said = words(row.says).to_lowercase();
        for cause in ["causes", "the cause of", "because of your", "you have"] {
            assert!(!said.replace("other causes were counted", "").contains(cause), "{}: {said}", row.id);
        }
    }
}
