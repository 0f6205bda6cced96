//! The record: every answer that was given, and the person only where they say so, for that one file.

use super::{RECORD, REMINDERS, go, open, says, somebody};
use crate::harness::check::Check;
use crate::harness::copies::{catch_files, copy, file};
use crate::harness::page::Page;
use crate::harness::{PHONE, in_browser};
use serde_json::Value;

/// What was answered in a response, by link: codes, words and numbers as text.
pub(super) fn answered(bundle: &Value) -> Vec<(String, String)> {
    fn items(of: &Value, found: &mut Vec<(String, String)>) {
        for item in of["item"].as_array().into_iter().flatten() {
            let link = item["linkId"].as_str().unwrap_or_default();
            for answer in item["answer"].as_array().into_iter().flatten().filter_map(Value::as_object) {
                for value in answer.values() {
                    let text =
                        value["code"].as_str().or(value.as_str()).map_or_else(|| value.to_string(), str::to_owned);
                    found.push((link.to_owned(), text));
                }
            }
            items(item, found);
        }
    }
    let mut found = Vec::new();
    let resources = bundle["entry"].as_array().expect("entries").iter().map(|entry| &entry["resource"]);
    for response in resources.filter(|one| one["resourceType"] == "QuestionnaireResponse") {
        items(response, &mut found);
    }
    found
}

/// How many persons are named in a bundle.
pub(super) fn people(bundle: &Value) -> usize {
    let entries = bundle["entry"].as_array().expect("entries").iter();
    entries.filter(|entry| entry["resource"]["resourceType"] == "Patient").count()
}

pub(super) async fn record(page: &Page) -> Value {
    page.click("#save-record").await;
    let (name, text) = file(page).await;
    assert!(name.starts_with("20") && name.ends_with("-record.json"), "{name}");
    serde_json::from_str(&text).expect("the record is JSON")
}

#[test]
fn the_record_holds_every_answer_as_it_was_given_and_nobody_in_person() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        Check::begin(page, &somebody(), "answers").await;
        open(page, RECORD).await;
        says(page, "Your blood test results").await;
        says(page, "Size of the file: 1").await;
        let bundle = record(page).await;
        let answered = answered(&bundle);
        let check = page.js("return JSON.parse(localStorage.getItem('quiet-legs.check')).data").await;
        let given = check["answers"].as_object().expect("answers");
        assert!(given.len() > 30, "{given:?}");
        for (key, value) in given.iter().filter(|(key, _)| !key.starts_with("sure.")) {
            let value = value.as_str().unwrap_or_default();
            let there = match key.split_once('.') {
                Some((prefix, code)) => {
                    answered.iter().any(|(link, v)| v == code && (link == prefix || prefix == "sign"))
                }
                None if key.starts_with("taken_") => {
                    answered.iter().any(|(link, v)| link == "taken" && v.contains(value))
                }
                None => answered.iter().any(|(link, v)| link == key && v == value),
            };
            assert!(there, "{key} = {value} is not in {answered:?}");
        }
        assert!(answered.contains(&("medicine.name".to_owned(), "sertraline".to_owned())));
        assert_eq!(people(&bundle), 0);
    });
}

/// Everything the browser keeps of a page, and what the page itself shows and says where it is.
const TRACES: &str = "return JSON.stringify([{...localStorage}, {...sessionStorage}, location.href, document.title,
    document.documentElement.outerHTML, [...document.querySelectorAll('input, textarea')].map(i => i.value),
    history.state, document.cookie])";

#[test]
fn who_the_person_is_stands_in_the_one_file_and_is_kept_nowhere() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        Check::begin(page, &somebody(), "answers").await;
        open(page, RECORD).await;
        page.click("[aria-controls=who]").await;
        for (id, text) in [("born_day", "28"), ("born_month", "2"), ("born_year", "1953")] {
            page.type_into(&format!("#{id}"), text).await;
        }
        page.click("[aria-controls=who]").await;
        page.click("#save-record").await;
        page.see("#errors").await;
        page.type_into("#own_name", "Zylphia Quirk").await;
        let named = record(page).await;
        assert!(named.to_string().contains("\"name\":[{\"text\":\"Zylphia Quirk\"}]"));
        assert!(named.to_string().contains("\"birthDate\":\"1953-02-28\""));
        says(page, "The name in it: Zylphia Quirk.").await;
        let kept = page.js_text("return JSON.stringify([{...localStorage}, {...sessionStorage}])").await;
        assert!(!kept.contains("Zylphia") && !kept.contains("1953"), "{kept}");
        go(page, REMINDERS).await;
        let traces = page.js_text(TRACES).await;
        assert!(!traces.contains("Zylphia") && !traces.contains("1953"), "{traces}");
        Check { page }.history(-1).await;
        page.click("[aria-controls=who]").await;
        assert_eq!(page.js("return document.getElementById('own_name').value").await, "");
        assert_eq!(people(&record(page).await), 0, "the next file is without a name again");
        page.type_into("#own_name", "Zylphia Quirk").await;
        page.reload().await;
        open(page, RECORD).await;
        let traces = page.js_text(TRACES).await;
        assert!(!traces.contains("Zylphia"), "{traces}");
        assert!(!copy(page).await.contains("Zylphia"));
    });
}
