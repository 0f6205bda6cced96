//! Our questions in somebody else's program: the built `questionnaire.json`, drawn by LHC-Forms of the US National
//! Library of Medicine, which many hospitals' forms are drawn by.
//!
//! What a person could not answer there (a question that is not drawn, a choice that is missing, a page of nothing
//! but its title) is a fault of ours that no schema finds.

use crate::harness::page::Page;
use crate::harness::site::Site;
use crate::harness::{PHONE, dist, in_browser, root};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const FORM: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Form</title>
<link rel=icon href='data:,'><link rel=stylesheet href=styles.css><main id=form></main>
<script src=zone.min.js></script><script src=lhc-forms.js></script><script src=lformsFHIR.min.js></script>";

/// Draws the form; gives what went wrong, in words, or "drawn".
const DRAW: &str = "const [questions] = arguments;
    const form = LForms.Util.convertFHIRQuestionnaireToLForms(questions, 'R4');
    return Promise.resolve(LForms.Util.addFormToPage(form, 'form')).then(() => 'drawn', e => String(e));";
/// Texts of all questions and titles that stand on the page.
const DRAWN: &str = "return [...document.querySelectorAll('#form lhc-item')].filter(e => e.checkVisibility())
    .map(e => e.querySelector('.question').textContent.trim())";
/// Long lists show their first 14 choices until asked for more.
const MORE: &str = "#lhc-tools-moreResults";
const ANSWERS: &str = "return LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')";

fn questions() -> Value {
    let text = std::fs::read_to_string(dist(false).join("questionnaire.json")).expect("the built questions");
    serde_json::from_str(&text).expect("JSON")
}

/// All items below, with those above each.
fn items<'a>(of: &'a Value, above: &[&'a Value]) -> Vec<(&'a Value, Vec<&'a Value>)> {
    let own = of["item"].as_array().into_iter().flatten();
    own.flat_map(|item| {
        let chain = [above, &[item]].concat();
        [vec![(item, chain.clone())], items(item, &chain)].concat()
    })
    .collect()
}

/// Whether an item is asked while nothing is answered.
fn at_first(item: &Value) -> bool {
    let Some(conditions) = item["enableWhen"].as_array() else { return true };
    let mut each = conditions.iter().map(|condition| condition["operator"] == "!=");
    if item["enableBehavior"] == "any" { each.any(|holds| holds) } else { each.all(|holds| holds) }
}

fn text(item: &Value) -> String {
    item["text"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn drawn_form(then: impl AsyncFnOnce(&Page, &Value)) {
    in_browser(PHONE.wide(1000), async |page| {
        let forms = Site::serve(&root().join(".tools/lforms"));
        forms.put("/form.html", FORM.to_owned());
        page.go(&forms.url("/form.html")).await;
        let questions = questions();
        let drawn = page.js_with(DRAW, vec![questions.clone()]).await;
        assert_eq!(drawn, json!("drawn"));
        page.see("#form lhc-item").await;
        then(page, &questions).await;
    });
}

/// Clicks an input, brought to where nothing covers it.
async fn tap(page: &Page, css: &str) {
    let script = "document.querySelector(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})";
    page.js_with(script, vec![json!(css)]).await;
    page.click(css).await;
}

/// Types into a list of choices, as a person does who knows the words, and leaves it.
async fn choose(page: &Page, link: &str, words: &str) {
    let input = format!("[id='{link}/1']");
    tap(page, &input).await;
    page.type_into(&input, words).await;
    page.press(thirtyfour::Key::Tab).await;
}

#[test]
fn every_question_that_waits_for_no_answer_is_drawn_and_no_other() {
    drawn_form(async |page, questions| {
        let all = items(questions, &[]);
        let asked = all.iter().filter(|(item, chain)| item["type"] != "display" && chain.iter().all(|i| at_first(i)));
        let wanted: Vec<String> = asked.map(|(item, _)| text(item)).collect();
        assert!(wanted.len() > 50, "{wanted:?}");
        let drawn = page.js(DRAWN).await;
        assert_eq!(drawn, json!(wanted));
    });
}

#[test]
fn no_title_is_drawn_above_nothing() {
    drawn_form(async |page, _| {
        let script = "return [...document.querySelectorAll('#form .lhc-item-group')].filter(e => e.checkVisibility())
            .filter(e => !e.querySelector('lhc-item')).map(e => e.querySelector('.question').textContent.trim())";
        assert_eq!(page.js(script).await, json!([]));
    });
}

#[test]
fn every_list_has_its_choices() {
    drawn_form(async |page, questions| {
        let mut seen = 0;
        for (item, chain) in items(questions, &[]) {
            if item["type"] != "choice" || !chain.iter().all(|item| at_first(item)) {
                continue;
            }
            let link = item["linkId"].as_str().expect("a link");
            // Inside a group the id tells the row of the group too.
            let input = format!("#form input[id='{link}/{}']", vec!["1"; chain.len()].join("/"));
            tap(page, &input).await;
            if page.sees(MORE).await {
                page.click(MORE).await;
            }
            let script = "const shown = [...document.querySelectorAll('#lhc-tools-searchResults li')].filter(e => e.checkVisibility({visibilityProperty: true}));
                return shown.length && shown.map(e => e.textContent.replace(/^\\d+:/, '').trim())";
            let shown = page.wait_for(&format!("the choices of {link}"), script).await;
            let options = item["answerOption"].as_array().expect("choices").iter();
            let wanted: Vec<Value> = options.map(|option| option["valueCoding"]["display"].clone()).collect();
            assert_eq!(shown, json!(wanted), "{link}");
            page.press(thirtyfour::Key::Escape).await;
            let script = "const list = document.getElementById('lhc-tools-searchResults');
                return !list?.checkVisibility({visibilityProperty: true})";
            page.wait_for("the choices to go", script).await;
            seen += 1;
        }
        assert!(seen > 30, "{seen}");
    });
}

#[test]
fn an_answer_opens_the_question_that_waits_for_it_and_comes_back_as_it_was_given() {
    drawn_form(async |page, questions| {
        let all = items(questions, &[]);
        let word = |link: &str, code: &str| {
            let (item, _) = all.iter().find(|(item, _)| item["linkId"] == link).expect("the question");
            let option = item["answerOption"].as_array().into_iter().flatten();
            let mut option = option.filter(|option| option["valueCoding"]["code"] == code);
            option.next().and_then(|option| option["valueCoding"]["display"].as_str()).expect("the choice").to_owned()
        };
        assert!(!page.sees("[id='mood_now/1']").await);
        choose(page, "mood", &word("mood", "yes")).await;
        page.see("[id='mood_now/1']").await;
        choose(page, "mood", &word("mood", "no")).await;
        page.wait_for("the question to go", "return !document.getElementById('mood_now/1')").await;

        choose(page, "c1", &word("c1", "yes")).await;
        page.type_into("[id='age/1']", "51").await;
        page.press(thirtyfour::Key::Tab).await;
        let answers = page.js(ANSWERS).await;
        let given: BTreeSet<(String, String)> = answers["item"]
            .as_array()
            .expect("answers")
            .iter()
            .map(|item| (item["linkId"].to_string(), item["answer"].to_string()))
            .collect();
        let coded = |link: &str, code: &str| {
            (json!(link).to_string(), json!([{"valueCoding": {"code": code, "display": word(link, code)}}]).to_string())
        };
        let age = (json!("age").to_string(), json!([{"valueDecimal": 51}]).to_string());
        assert_eq!(given, BTreeSet::from([coded("mood", "no"), coded("c1", "yes"), age]));
        assert_eq!(
            answers["questionnaire"],
            json!(format!("{}|{}", questions["url"].as_str().unwrap(), questions["version"].as_str().unwrap()))
        );
    });
}
