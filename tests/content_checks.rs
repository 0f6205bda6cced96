//! Broken content does not ship: each test breaks one thing in a copy of `content/` and finds the fault
//! that names the file, the row and the reason. The last test holds the real content to the same checks.
#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code)]
#[path = "../src/content/compile/mod.rs"]
mod compile;

use compile::{Fault, compile};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

static COPIES: AtomicUsize = AtomicUsize::new(0);

/// A copy of what the compiler reads, gone when dropped.
struct Copy(PathBuf);

impl Copy {
    fn new() -> Self {
        let name = format!("quiet-legs-content-{}-{}", process::id(), COPIES.fetch_add(1, Ordering::Relaxed));
        let root = env::temp_dir().join(name);
        for part in ["content", "src", "examples", "index.html"] {
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(part), &root.join(part));
        }
        Self(root)
    }

    /// Rewrites a file; a change that changes nothing would prove nothing.
    fn change(self, file: &str, how: impl FnOnce(&str) -> String) -> Self {
        let folder = if file.starts_with("text/") { "content" } else { "content/facts" };
        let path = self.0.join(folder).join(file);
        let before = fs::read_to_string(&path).expect("the file is there");
        let after = how(&before);
        assert_ne!(before, after, "{file} was not changed");
        fs::write(&path, after).expect("the copy can be written");
        self
    }

    /// Gives a field of a row another value, as TOML.
    fn set(self, file: &str, table: &str, id: &str, field: &str, value: &str) -> Self {
        self.lines_of_row(file, table, id, |line| match key(line) == field {
            true => Some(format!("{field} = {value}")),
            false => Some(line.into()),
        })
    }

    fn remove(self, file: &str, table: &str, id: &str, field: &str) -> Self {
        self.lines_of_row(file, table, id, |line| (key(line) != field).then(|| line.into()))
    }

    fn add(self, file: &str, text: &str) -> Self {
        self.change(file, |before| format!("{before}\n{text}\n"))
    }

    fn lines_of_row(self, file: &str, table: &str, id: &str, each: impl Fn(&str) -> Option<String>) -> Self {
        self.change(file, |text| {
            let head = format!("{table}]]");
            let named = format!("\"{id}\"");
            let rows = text.split("[[").map(|row| {
                let this = row.starts_with(&head) && row.lines().any(|l| key(l) == "id" && l.ends_with(&named));
                if !this {
                    return row.to_owned();
                }
                let mut lines: Vec<String> = row.lines().filter_map(&each).collect();
                lines.push(String::new());
                lines.join("\n")
            });
            rows.collect::<Vec<_>>().join("[[")
        })
    }

    fn faults(&self) -> Vec<Fault> {
        compile(&self.0).err().unwrap_or_default()
    }

    /// Fails unless a fault names this file and row, and its reason holds these words.
    fn blames(&self, file: &str, row: &str, reason: &str) {
        let faults = self.faults();
        let said: Vec<String> = faults.iter().map(Fault::to_string).collect();
        assert!(
            faults.iter().any(|f| f.file == file && f.row == row && f.reason.contains(reason)),
            "no fault of {file}, row \"{row}\" says \"{reason}\":\n{}",
            said.join("\n")
        );
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn key(line: &str) -> &str {
    line.split('=').next().unwrap_or_default().trim()
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a temporary folder can be made");
        for entry in fs::read_dir(from).expect("the folder is there") {
            let entry = entry.expect("its entries can be read");
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else if from.exists() {
        fs::copy(from, to).expect("a file can be copied");
    }
}

const ROW: &str = "sources = [\"S4\"]\nreviewed = 2026-11-23";

#[test]
fn a_duplicate_id_is_a_fault() {
    let copy = Copy::new().add("criteria.toml", &format!("[[criterion]]\nid = \"C2\"\n{ROW}"));
    copy.blames("criteria.toml", "C2", "duplicate id");
}

#[test]
fn a_row_without_an_id_is_a_fault() {
    let copy = Copy::new().add("criteria.toml", &format!("[[criterion]]\n{ROW}"));
    copy.blames("criteria.toml", "criterion 6", "\"id\" is missing");
}

#[test]
fn an_unknown_source_is_a_fault_that_offers_the_near_one() {
    let copy = Copy::new().set("criteria.toml", "criterion", "C1", "sources", "[\"S4x\"]");
    copy.blames("criteria.toml", "C1", "unknown source \"S4x\" (did you mean \"S4\"?)");
}

#[test]
fn a_page_to_read_that_leads_nowhere_is_a_fault() {
    let copy = Copy::new().set("topics.toml", "topic", "family", "check", "[\"cluess\"]");
    copy.blames("topics.toml", "family", "unknown page of the check \"cluess\" in \"check\" (did you mean \"clues\"?)");
    let copy = Copy::new().set("topics.toml", "topic", "family", "see", "[\"irn\"]");
    copy.blames("topics.toml", "family", "unknown page \"irn\" in \"see\" (did you mean \"iron\"?)");
    let copy = Copy::new().set("questions.toml", "question", "tired", "topics", "[\"tonigt\"]");
    copy.blames("questions.toml", "tired", "unknown page \"tonigt\" in \"topics\"");
}

#[test]
fn a_finding_that_two_pages_explain_is_a_fault() {
    let copy = Copy::new().set("topics.toml", "topic", "tests", "explains", "[\"iron\"]");
    copy.blames("topics.toml", "tests", "\"iron\" is explained by another page already");
}

#[test]
fn a_block_of_a_page_without_a_source_or_of_no_kind_is_a_fault() {
    let broken = |with: &str| {
        let with = with.to_owned();
        Copy::new().change("topics.toml", move |text| {
            let (before, part) = text.split_once("id = \"family.risk\"").expect("the part is there");
            format!("{before}id = \"family.risk\"{}", part.replacen("sources = [\"S75\"] }", &with, 1))
        })
    };
    broken("sources = [] }").blames("topics.toml", "family.risk", "a source is missing");
    broken("sources = [\"S750\"] }").blames("topics.toml", "family.risk", "unknown source \"S750\"");
    broken("sources = [\"S75\"], item = \"s1\" }").blames("topics.toml", "family.risk", "a block is one of");
}

#[test]
fn a_page_that_names_no_publication_rests_on_code_or_law_and_no_row_about_health_does() {
    let basis = |text: &str| {
        text.replacen(
            "item = \"s1\", sources = [], basis = \"code\"",
            "item = \"s1\", sources = [], basis = \"design\"",
            1,
        )
    };
    let copy = Copy::new().change("topics.toml", basis);
    copy.blames("topics.toml", "privacy.short", "no block of this page names a publication");
    let copy = Copy::new()
        .change("questions.toml", |text| text.replacen("basis = \"general_knowledge\"", "basis = \"code\"", 1));
    copy.blames("questions.toml", "tired", "unknown basis \"code\"");
}

#[test]
fn a_name_of_the_browser_stands_in_a_line_of_a_list_and_a_page_leads_to_screens_that_are_there() {
    let name = |text: &str| text.replace("code = \"quiet-legs.check\"", "code = \"quiet|legs\"");
    Copy::new().change("topics.toml", name).blames("topics.toml", "privacy.kept", "holds no | or tab");
    let copy = Copy::new().set("topics.toml", "topic", "privacy", "opens", "[\"dta\"]");
    copy.blames("topics.toml", "privacy", "unknown screen \"dta\" in \"opens\" (did you mean \"data\"?)");
}

#[test]
fn rows_and_drawings_that_are_not_there_are_faults() {
    let copy =
        Copy::new().change("topics.toml", |text| text.replace("\"kidney_transplant\"]", "\"kidney_transplan\"]"));
    copy.blames("topics.toml", "conditions.firm", "unknown row \"kidney_transplan\"");
    let copy = Copy::new().change("topics.toml", |text| text.replace("figure = \"causes\"", "figure = \"cause\""));
    copy.blames("topics.toml", "treatments.first", "unknown figure \"cause\" (did you mean \"causes\"?)");
}

#[test]
fn a_page_without_its_words_or_without_a_day_of_review_is_a_fault() {
    let copy = Copy::new().change("text/en/learn_family.toml", |text| text.replace("heading = \"The genes\"", ""));
    copy.blames("topics.toml", "family.genes", "text \"learn_family.genes.heading\" is missing");
    let copy = Copy::new().remove("topics.toml", "section", "family.genes", "reviewed");
    copy.blames("topics.toml", "family.genes", "\"reviewed\" (a date) is missing");
    let copy = Copy::new().add("text/en/learn_family.toml", "[left]\nover = \"Nobody asks for this.\"");
    copy.blames("learn_family.toml", "learn_family.left.over", "not used anywhere");
}

#[test]
fn a_page_to_read_never_names_an_amount_to_take() {
    let copy =
        Copy::new().change("text/en/learn_iron.toml", |text| text.replace("after about 3 months", "on 65 mg a day"));
    copy.blames("learn_iron.toml", "learn_iron.treats.s3", "names an amount");
}

#[test]
fn a_course_of_an_unknown_change_or_of_one_that_has_a_course_is_a_fault() {
    let copy = Copy::new().set("courses.toml", "course", "cpap", "changes", "[\"cpab\"]");
    copy.blames("courses.toml", "cpap", "unknown change \"cpab\" (did you mean \"cpap\"?)");
    let copy = Copy::new().set("courses.toml", "course", "cpap", "changes", "[\"cpap\", \"iron_tablets\"]");
    copy.blames("courses.toml", "cpap", "\"iron_tablets\" has a course already");
    let copy = Copy::new().remove("courses.toml", "course", "cpap", "changes");
    copy.blames("courses.toml", "cpap", "\"changes\" is missing");
}

#[test]
fn a_course_is_judged_after_whole_days() {
    for days in ["0", "84.5", "5000"] {
        let copy = Copy::new().set("courses.toml", "course", "iron_tablets", "judged_days", days);
        copy.blames("courses.toml", "iron_tablets", "must be whole days");
    }
}

#[test]
fn an_unknown_direction_is_a_fault_that_offers_the_near_one() {
    let copy = Copy::new().set("medicines.toml", "medicine", "sertraline", "direction", "\"worsen\"");
    copy.blames("medicines.toml", "sertraline", "unknown direction \"worsen\" (did you mean \"worsens\"?)");
}

#[test]
fn an_unknown_discuss_code_is_a_fault() {
    let copy = Copy::new().set("medicines.toml", "medicine", "sertraline", "discuss", "\"A99\"");
    copy.blames("medicines.toml", "sertraline", "\"discuss.A99\" is missing");
}

#[test]
fn an_unknown_mechanism_is_a_fault() {
    let copy = Copy::new().set("medicines.toml", "medicine", "sertraline", "mech", "[\"serotonin\"]");
    copy.blames("medicines.toml", "sertraline", "unknown mech code \"serotonin\"");
}

#[test]
fn an_unknown_urgency_is_a_fault() {
    let copy = Copy::new().set("red_flags.toml", "sign", "E1", "urgency", "\"EMERGENCY\"");
    copy.blames("red_flags.toml", "E1", "unknown urgency \"EMERGENCY\"");
}

#[test]
fn an_unknown_iron_class_is_a_fault_and_so_is_the_one_left_without_a_row() {
    let copy = Copy::new().set("iron.toml", "class", "ADULT_DEFICIENT", "id", "\"ADULT_DEFICIENTS\"");
    copy.blames("iron.toml", "ADULT_DEFICIENTS", "did you mean \"ADULT_DEFICIENT\"?");
    copy.blames("iron.toml", "ADULT_DEFICIENT", "has no [[class]] row");
}

#[test]
fn an_unknown_country_is_a_fault() {
    let copy = Copy::new().set("emergency.toml", "country", "GB", "id", "\"UK\"");
    copy.blames("emergency.toml", "UK", "unknown id \"UK\"");
}

#[test]
fn a_country_without_a_number_to_dial_is_a_fault() {
    let copy = Copy::new().set("emergency.toml", "country", "GB", "dial", "\"\"");
    copy.blames("emergency.toml", "GB", "\"dial\" must be digits");
}

#[test]
fn a_missing_source_is_a_fault() {
    let copy = Copy::new().remove("criteria.toml", "criterion", "C3", "sources");
    copy.blames("criteria.toml", "C3", "a source is missing");
}

#[test]
fn a_row_without_a_publication_must_say_what_it_stands_on() {
    let copy = Copy::new().set("red_flags.toml", "sign", "E1", "basis", "\"hearsay\"");
    copy.blames("red_flags.toml", "E1", "unknown basis \"hearsay\"");
}

#[test]
fn a_missing_review_date_is_a_fault() {
    let copy = Copy::new().remove("medicines.toml", "medicine", "sertraline", "reviewed");
    copy.blames("medicines.toml", "sertraline", "\"reviewed\" (a date) is missing");
}

#[test]
fn a_review_date_in_quotes_is_a_fault() {
    let copy = Copy::new().set("criteria.toml", "criterion", "C1", "reviewed", "\"2026-11-23\"");
    copy.blames("criteria.toml", "C1", "\"reviewed\" must be a date without quotes");
}

#[test]
fn an_unknown_field_is_a_fault_that_offers_the_near_one() {
    let copy = Copy::new().set("red_flags.toml", "sign", "E1", "urgency", "\"SOON\"\nurgancy = \"SOON\"");
    copy.blames("red_flags.toml", "E1", "unknown field \"urgancy\" (did you mean \"urgency\"?)");
}

#[test]
fn a_list_written_as_a_string_is_a_fault_and_not_an_empty_list() {
    let copy = Copy::new().set("medicines.toml", "medicine", "sertraline", "danger", "\"D1\"");
    copy.blames("medicines.toml", "sertraline", "\"danger\" must be a list of strings");
}

#[test]
fn a_table_that_nothing_reads_is_a_fault() {
    let copy = Copy::new().add("criteria.toml", &format!("[[criterium]]\nid = \"C6\"\n{ROW}"));
    copy.blames("criteria.toml", "criterium", "nothing reads this table (did you mean \"criterion\"?)");
}

#[test]
fn a_missing_text_is_a_fault_of_the_row_that_needs_it() {
    let copy = Copy::new().change("text/en/criteria.toml", |text| text.replacen("C2 =", "C22 =", 1));
    copy.blames("criteria.toml", "C2", "text \"criteria.C2\" is missing");
}

#[test]
fn a_habit_or_a_message_without_words_or_backing_is_a_fault() {
    let row = |table: &str, rest: &str| format!("[[{table}]]\nid = \"new\"\ngroup = \"habit\"\n{rest}");
    let copy = Copy::new().add("lifestyle.toml", &row("habit", &format!("strength = \"limited\"\n{ROW}")));
    copy.blames("lifestyle.toml", "new", "text \"lifestyle.new.try\" is missing");
    Copy::new().add("groups.toml", &row("concern", ROW)).blames(
        "groups.toml",
        "new",
        "text \"groups.new.s1\" is missing",
    );
    let copy = Copy::new().remove("groups.toml", "concern", "dialysis", "sources");
    copy.blames("groups.toml", "dialysis", "a source is missing");
    let copy = Copy::new().set("lifestyle.toml", "habit", "sitting", "strength", "\"limitted\"");
    copy.blames("lifestyle.toml", "sitting", "unknown strength \"limitted\" (did you mean \"limited\"?)");
}

#[test]
fn a_text_that_nothing_uses_is_a_fault() {
    let copy = Copy::new().add("text/en/criteria.toml", "C6 = \"Nobody asks for this\"");
    copy.blames("criteria.toml", "criteria.C6", "not used anywhere");
}

#[test]
fn an_empty_text_is_a_fault() {
    let copy = Copy::new().change("text/en/criteria.toml", |text| format!("{text}\nC6 = \"\"\n"));
    copy.blames("criteria.toml", "criteria.C6", "empty");
}

#[test]
fn a_text_that_is_no_string_is_a_fault() {
    let copy = Copy::new().add("text/en/criteria.toml", "C6 = 6");
    copy.blames("criteria.toml", "criteria.C6", "must be a string");
}

#[test]
fn a_file_that_cannot_be_read_as_toml_is_a_fault() {
    let copy = Copy::new().add("criteria.toml", "[[criterion");
    copy.blames("criteria.toml", "-", "TOML parse error");
}

#[test]
fn a_placeholder_that_nothing_could_fill_is_a_fault() {
    for (text, bad) in [("Call {Number}", "{Number}"), ("Call {number", "{number"), ("Call }", "}"), ("Call {}", "{}")]
    {
        let copy = Copy::new().add("text/en/criteria.toml", &format!("C6 = \"{text}\""));
        copy.blames("criteria.toml", "criteria.C6", &format!("\"{bad}\" is no placeholder"));
    }
}

#[test]
fn words_that_promise_or_judge_are_faults() {
    for (text, bad) in [
        ("You have RLS.", "you have rls"),
        ("It looks like you have restless legs", "you have restless legs"),
        ("You should take iron.", "you should take"),
        ("It is safe to wait.", "safe to"),
        ("A cure is near.", "cure"),
        ("This is the BEST one", "best"),
        ("All clear!", "all clear"),
    ] {
        let copy = Copy::new().add("text/en/criteria.toml", &format!("C6 = \"{text}\""));
        copy.blames("criteria.toml", "criteria.C6", &format!("must not say \"{bad}\""));
    }
}

#[test]
fn an_order_about_a_medicine_is_a_fault_and_a_warning_is_not() {
    for order in ["Stop taking it today.", "Please reduce the dose", "Sleep more. Skip your tablet."] {
        let copy = Copy::new().add("text/en/criteria.toml", &format!("C6 = \"{order}\""));
        copy.blames("criteria.toml", "criteria.C6", "must not order");
    }
    for fine in
        ["Do not stop taking it.", "Ask whether to lower the dose.", "Never stop your tablets alone.", "Secure it."]
    {
        let copy = Copy::new().add("text/en/criteria.toml", &format!("C6 = \"{fine}\""));
        assert!(!copy.faults().iter().any(|f| f.reason.contains("must not")), "\"{fine}\" is no order");
    }
}

#[test]
fn bands_that_overlap_are_a_fault() {
    let copy = Copy::new().set("iron.toml", "band", "SEED_BORDER", "from", "49");
    copy.blames("iron.toml", "SEED_BORDER", "overlaps the row before it, which ends at 50");
}

#[test]
fn bands_that_both_hold_the_edge_are_a_fault() {
    let copy = Copy::new().set("iron.toml", "band", "SEED_OK", "from_included", "true");
    copy.blames("iron.toml", "SEED_OK", "overlaps the row before it, which ends at 75");
}

#[test]
fn bands_that_leave_a_gap_are_a_fault() {
    let copy = Copy::new().set("iron.toml", "band", "SEED_BORDER", "from", "50.5");
    copy.blames("iron.toml", "SEED_BORDER", "leaves a gap after 50");
}

#[test]
fn an_edge_that_no_zone_holds_is_a_gap() {
    let copy = Copy::new().set("iron.toml", "zone", "z30_75", "from_included", "false");
    copy.blames("iron.toml", "z30_75", "leaves a gap after 30");
}

#[test]
fn a_last_band_that_ends_is_a_fault() {
    let copy = Copy::new().set("iron.toml", "band", "SEED_OK", "from", "75\nto = 900");
    copy.blames("iron.toml", "SEED_OK", "the last row must have no upper edge");
}

#[test]
fn zones_that_do_not_fill_the_bar_are_a_fault() {
    let copy = Copy::new().set("iron.toml", "zone", "under_30", "width", "17");
    copy.blames("iron.toml", "over_300", "add up to 99, not 100");
}

#[test]
fn a_branch_on_an_answer_that_no_page_asks_leads_nowhere() {
    let copy = Copy::new().set("check.toml", "page", "rest", "when", "[\"c11=yes\"]");
    copy.blames("check.toml", "rest", "no earlier input asks \"c11\" (did you mean \"c1\"?)");
}

#[test]
fn a_branch_on_a_choice_that_is_not_offered_leads_nowhere() {
    let copy = Copy::new().set("check.toml", "page", "rest", "when", "[\"c1=maybe\"]");
    copy.blames("check.toml", "rest", "leads nowhere: \"c1\" does not offer \"maybe\"");
}

#[test]
fn a_branch_on_a_later_page_leads_nowhere() {
    let copy = Copy::new().set("check.toml", "page", "rest", "when", "[\"c3=yes\"]");
    copy.blames("check.toml", "rest", "no earlier input asks \"c3\", it is asked only later");
    let copy = Copy::new().set("check.toml", "page", "rest", "when", "[\"condition.diabetes=yes\"]");
    copy.blames("check.toml", "rest", "\"condition.diabetes\", it is asked only later");
}

#[test]
fn a_branch_on_an_unknown_fact_leads_nowhere() {
    let copy = Copy::new().set("check.toml", "page", "rest", "when", "[\"fact:undr_18\"]");
    copy.blames("check.toml", "rest", "unknown fact (did you mean \"under_18\"?)");
}

#[test]
fn a_page_without_fields_leads_nowhere() {
    let copy = Copy::new().add("check.toml", "[[page]]\nid = \"rest-again\"\nsection = \"symptoms\"");
    copy.blames("check.toml", "rest-again", "a page of fields has none");
}

#[test]
fn a_field_without_choices_leads_nowhere() {
    let copy = Copy::new().remove("check.toml", "page.field", "c2", "options");
    copy.blames("check.toml", "rest/c2", "offers no choice");
}

#[test]
fn a_choice_that_is_offered_twice_is_a_fault() {
    let copy = Copy::new().set("check.toml", "page.field", "c2", "options", "[\"yes\", \"no\", \"yes\"]");
    copy.blames("check.toml", "rest/c2", "offers \"yes\" twice");
}

#[test]
fn a_choice_set_apart_must_be_on_offer() {
    let copy = Copy::new().set("check.toml", "page.field", "days", "apart", "[\"unsur\"]");
    copy.blames("check.toml", "how-often/days", "\"apart\" names \"unsur\", which is not offered (did you mean");
}

#[test]
fn a_red_flag_that_does_not_exist_cannot_be_offered() {
    let copy = Copy::new().set("check.toml", "page.field", "signs_child", "options", "[\"SD13\", \"SD33\"]");
    copy.blames("check.toml", "signs/signs_child", "offers \"SD33\", which is no row of red_flags.toml");
}

#[test]
fn a_red_flag_that_nobody_can_tick_is_a_fault() {
    let copy = Copy::new().set("check.toml", "page.field", "signs_child", "options", "[\"E13\"]");
    copy.blames("red_flags.toml", "SD13", "no page offers this row");
    copy.blames("signs.toml", "signs.SD13.label", "not used anywhere");
}

#[test]
fn a_red_flag_that_is_worked_out_must_not_be_asked_as_well() {
    let copy = Copy::new().set("red_flags.toml", "sign", "E1", "urgency", "\"EMERGENCY_NOW\"\nworked_out = true");
    copy.blames("red_flags.toml", "E1", "marked worked_out, but a page offers it");
}

#[test]
fn a_laboratory_test_for_a_condition_that_does_not_exist_is_a_fault() {
    let copy = Copy::new().set("labs.toml", "lab", "hba1c", "conditions", "[\"diabetis\"]");
    copy.blames(
        "labs.toml",
        "hba1c",
        "\"conditions\" names \"diabetis\", which is no row of conditions.toml (did you mean",
    );
    let copy = Copy::new().set("labs.toml", "lab", "tsh", "medicines", "[\"levothyroxin\"]");
    copy.blames("labs.toml", "tsh", "\"medicines\" names \"levothyroxin\"");
}

#[test]
fn a_code_that_is_no_loinc_code_is_a_fault() {
    for bad in ["2276", "2276-44", "ferritin-4", "-4"] {
        let copy = Copy::new().set("labs.toml", "lab", "ferritin", "loinc", &format!("[\"{bad}\"]"));
        copy.blames("labs.toml", "ferritin", &format!("\"{bad}\" is no LOINC code"));
    }
}

#[test]
fn an_amount_beside_a_treatment_or_a_guideline_is_a_fault() {
    for (file, text) in [
        ("treatments.toml", "[opioids]\nname = \"Opioids, 5 mg\""),
        ("guidelines.toml", "[aan_2016]\nname = \"Iron twice a day\""),
        ("labs.toml", "[tsh]\nname = \"Two tablets a day\""),
    ] {
        let head = text.split('\n').next().unwrap_or_default();
        let copy = Copy::new().change(&format!("text/en/{file}"), |before| {
            let (start, rest) = before.split_once(&format!("{head}\nname = ")).expect(head);
            format!("{start}{text}\n{}", rest.split_once('\n').expect(file).1)
        });
        let path = format!("{}.{}.name", file.trim_end_matches(".toml"), head.trim_matches(['[', ']']));
        copy.blames(file, &path, "never a dose");
    }
}

#[test]
fn a_first_look_is_for_a_match_or_for_a_match_that_affects_life() {
    let copy = Copy::new().set("labs.toml", "lab", "ferritin", "core", "\"always\"");
    copy.blames("labs.toml", "ferritin", "unknown core \"always\"");
}

#[test]
fn two_fields_of_one_name_are_a_fault() {
    let copy = Copy::new().set("check.toml", "page.field", "c2", "id", "\"c1\"");
    copy.blames("check.toml", "rest/c1", "missing or duplicate");
}

#[test]
fn one_run_reports_every_fault() {
    let copy = Copy::new()
        .remove("criteria.toml", "criterion", "C1", "sources")
        .set("iron.toml", "band", "SEED_BORDER", "from", "49")
        .set("check.toml", "page", "rest", "when", "[\"c11=yes\"]");
    for (file, row) in [("criteria.toml", "C1"), ("iron.toml", "SEED_BORDER"), ("check.toml", "rest")] {
        assert!(copy.faults().iter().any(|f| f.file == file && f.row == row), "{file} {row} is not named");
    }
}

#[test]
fn the_real_content_has_no_fault() {
    let faults = compile(Path::new(env!("CARGO_MANIFEST_DIR"))).err().unwrap_or_default();
    let said: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}
