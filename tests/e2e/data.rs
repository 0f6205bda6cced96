//! One's own data: a copy gives everything back, nothing that fails changes anything, and what is deleted stays
//! deleted, in other tabs too.

use crate::diary;
use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::{Check, DELETE_EVERYTHING, NOT_SAVED, YES_DELETE};
use crate::harness::chromium::Kind;
use crate::harness::copies::{
    at_hour, catch_files, choose, choose_here, copy, file, fill, kept, open, with_many, with_nights,
};
use crate::harness::page::Page;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};

const NIGHTS: [(i32, u8, &str); 3] = [(2, 3, "=SUM(A1) café, später"), (3, 7, ""), (40, 0, "")];
/// "Bring it in".
const BRING: &str = "#bring";

/// Deletes everything, by the screens.
async fn delete_everything(page: &Page) {
    open(page).await;
    page.click(DELETE_EVERYTHING).await;
    page.click(YES_DELETE).await;
    page.wait_for("nothing to be kept", "return !Object.keys(localStorage).some(k => k.startsWith('quiet-legs.'))")
        .await;
}

/// Waits until the main part says something.
async fn says(page: &Page, words: &str) {
    let script = "return document.querySelector('main').textContent.includes(arguments[0])";
    page.wait_with(words, script, vec![json!(words)]).await;
}

/// Brings in what is in front.
async fn bring(page: &Page) {
    page.click(BRING).await;
    page.see("#done").await;
    assert_eq!(page.js_text("return document.activeElement.id").await, "done", "the focus is on what was done");
}

#[test]
fn a_copy_brings_everything_back_after_everything_was_deleted() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        with_nights(page, &NIGHTS).await;
        Check::open_at(page, "/#/settings").await;
        page.click("label:has(input[name=theme][value=dark])").await;
        let check = Check::open(page).await;
        check.start().await;
        check.answer_until(&crate::harness::plan::Plan::fits(), "signs").await;
        let before = kept(page).await;
        let text = copy(page).await;
        assert!(page.text("main").await.contains("3 nights, 1 check"), "{}", page.text("main").await);
        says(page, "went to your downloads").await;
        delete_everything(page).await;
        says(page, "Everything is deleted").await;
        choose(page, &text).await;
        page.see(BRING).await;
        says(page, "3 nights, 1 check, your settings").await;
        bring(page).await;
        assert_eq!(kept(page).await, before);
        assert_eq!(page.js_text("return document.documentElement.dataset.theme").await, "dark");
        page.open("/").await;
        page.see("main a[href='#/check/signs']").await;
    });
}

#[test]
fn the_table_of_nights_reads_with_its_accents_and_runs_nothing() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        with_nights(page, &NIGHTS).await;
        open(page).await;
        page.click("#save-table").await;
        let (name, text) = file(page).await;
        assert!(name.starts_with("quiet-legs-20") && name.ends_with(".csv"), "{name}");
        let text = text.strip_prefix('\u{feff}').expect("the mark that tells Excel of UTF-8");
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[2].get(11), Some("'=SUM(A1) café, später"));
        assert_eq!(rows[0].get(1), Some("0"));
    });
}

#[test]
fn a_locked_copy_opens_with_its_passphrase_and_with_no_other() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        with_nights(page, &NIGHTS).await;
        let before = kept(page).await;
        open(page).await;
        page.click("[aria-controls=lock]").await;
        page.click("#lock button[type=submit]").await;
        page.see("#errors").await;
        page.type_into("#passphrase", "quiet legs at café").await;
        page.click("#lock button[type=submit]").await;
        let (name, text) = file(page).await;
        assert!(name.ends_with("-locked.json") && !text.contains("night."), "{name}");
        delete_everything(page).await;
        choose(page, &text).await;
        page.type_into("#passphrase", "quiet legs at cafe").await;
        page.click("main button[type=submit]").await;
        page.see("#errors").await;
        assert!(page.text("#errors").await.contains("Nothing was changed."));
        assert_eq!(kept(page).await, json!({}));
        assert_eq!(page.js_text("return document.getElementById('passphrase').value").await, "quiet legs at cafe");
        page.type_into("#passphrase", "quiet legs at café").await;
        page.click("main button[type=submit]").await;
        page.see(BRING).await;
        bring(page).await;
        assert_eq!(kept(page).await, before);
    });
}

#[test]
fn a_file_that_is_no_whole_copy_changes_nothing_and_says_why() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        with_nights(page, &NIGHTS).await;
        let text = copy(page).await;
        let before = kept(page).await;
        let newer = text.replacen("\"version\":1", "\"version\":99", 1);
        assert_ne!(newer, text);
        let half: String = text.chars().take(text.len() / 2).collect();
        Check::open_at(page, "/#/data/copy").await;
        page.see("#file").await;
        for (file, why) in [
            ("hello", "no copy from this site"),
            ("", "no copy from this site"),
            (half.as_str(), "damaged"),
            (newer.as_str(), "newer version"),
        ] {
            page.js("document.activeElement?.blur()").await;
            choose_here(page, file).await;
            page.wait_with(
                why,
                "return document.activeElement?.id === 'errors' && document.activeElement.textContent.includes(arguments[0])",
                vec![json!(why)],
            )
            .await;
            let says = page.text("#errors").await;
            assert!(says.contains("Nothing was changed."), "{says}");
            assert!(page.title_has_error().await);
        }
        assert_eq!(kept(page).await, before);
    });
}

/// Strengths of the night that differs: the one that counts, and the version before.
async fn strengths(page: &Page, night: &str) -> (Value, Value) {
    let kept = diary::kept(page, night).await;
    (kept["now"]["intensity"].clone(), kept["before"]["intensity"].clone())
}

#[test]
fn nights_that_differ_become_what_was_chosen_and_undo_restores_every_letter() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        with_nights(page, &NIGHTS).await;
        let theirs = copy(page).await;
        let night = diary::days_ago(page, 2).await;
        diary::open(page, &night).await;
        diary::strength(page, 9).await;
        diary::save(page).await;
        page.js(&format!("localStorage.removeItem('quiet-legs.night.{}')", diary::days_ago(page, 3).await)).await;
        let before = kept(page).await;
        Check::open_at(page, "/#/data/copy").await;
        page.see("#file").await;
        for (choice, now, earlier) in [("both", 9, 3), ("mine", 9, 3), ("theirs", 3, 9)] {
            choose_here(page, &theirs).await;
            page.click(&format!("label:has(#choice-{choice})")).await;
            bring(page).await;
            assert_eq!(strengths(page, &night).await, (json!(now), json!(earlier)), "{choice}");
            assert_eq!(strengths(page, &diary::days_ago(page, 3).await).await.0, json!(7), "{choice}");
            says(page, "safety copy").await;
            page.click("#undo").await;
            says(page, "Everything is as it was before.").await;
            assert_eq!(kept(page).await, before, "{choice}");
            page.click("#another").await;
            page.see("#file").await;
        }
    });
}

#[test]
fn where_there_is_no_room_an_import_changes_nothing() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        with_nights(page, &NIGHTS).await;
        let text = copy(page).await;
        page.js(&format!("localStorage.removeItem('quiet-legs.night.{}')", diary::days_ago(page, 3).await)).await;
        Check::open_at(page, "/#/data/copy").await;
        page.see("#file").await;
        fill(page).await;
        let before = kept(page).await;
        choose_here(page, &text).await;
        page.click(BRING).await;
        page.see("#errors").await;
        assert!(
            page.text("#errors").await.contains("no room")
                && page.text("#errors").await.contains("Nothing was changed.")
        );
        assert_eq!(kept(page).await, before);
        assert!(!page.sees(NOT_SAVED).await, "nothing waits in memory");
    });
}

#[test]
fn a_month_can_be_deleted_and_brought_back() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        with_nights(page, &[(40, 4, ""), (400, 5, ""), (401, 6, "")]).await;
        let before = kept(page).await;
        open(page).await;
        page.click("[aria-controls=month-part]").await;
        page.js("const s = document.getElementById('month'); s.selectedIndex = s.options.length - 1;
            s.dispatchEvent(new Event('change', {bubbles: true}))")
            .await;
        page.wait_for("the other month", "return document.activeElement.id === 'month'").await;
        page.click("#month-part .is-delete").await;
        page.see("#month-undo").await;
        let left = kept(page).await;
        assert!(left.as_object().expect("an object").len() < 3, "{left}");
        page.click("#month-undo").await;
        page.wait_for(
            "the nights to be back",
            "return Object.keys(localStorage).filter(k => k.startsWith('quiet-legs.night.')).length === 3",
        )
        .await;
        assert_eq!(kept(page).await, before);
    });
}

#[test]
fn where_storage_is_blocked_the_copy_holds_what_is_in_memory() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        catch_files(page).await;
        let check = Check::open(page).await;
        check.start().await;
        check.answer_until(&crate::harness::plan::Plan::fits(), "signs").await;
        page.js("location.hash = '#/diary'").await;
        page.see(diary::SAVE).await;
        diary::strength(page, 8).await;
        diary::save(page).await;
        page.js("location.hash = '#/data'").await;
        page.see("#save-copy").await;
        says(page, "in memory only").await;
        page.click("#save-copy").await;
        let (_, text) = file(page).await;
        assert!(text.contains("\"intensity\":8") && text.contains("\"check\":"), "{text}");
        says(page, "Last saved to a file: ").await;
    });
}

#[test]
fn the_reminder_comes_once_goes_for_a_month_and_never_at_night() {
    in_browser(PHONE, async |page| {
        at_hour(page, 23).await;
        with_many(page, 20).await;
        diary::open(page, "").await;
        page.network_settles().await;
        assert!(!page.sees("#reminder").await, "never at night");
    });
    in_browser(PHONE, async |page| {
        at_hour(page, 13).await;
        with_many(page, 20).await;
        diary::open(page, "").await;
        page.see("#reminder").await;
        assert!(page.text("#reminder").await.contains("20 nights"));
        page.click("#reminder button").await;
        page.wait_for("the reminder to go", "return !document.getElementById('reminder')").await;
        page.reload().await;
        page.see(diary::SAVE).await;
        page.network_settles().await;
        assert!(!page.sees("#reminder").await, "put off");
        let meta = page.js("return JSON.parse(localStorage.getItem('quiet-legs.meta')).data.put_off").await;
        assert_eq!(meta, json!(diary::days_ago(page, 0).await));
    });
}

#[test]
fn what_is_deleted_in_one_tab_is_not_written_back_by_another() {
    in_browser(PHONE, async |page| {
        with_nights(page, &NIGHTS).await;
        let night = diary::days_ago(page, 5).await;
        // The first tab holds a night in memory, because there is no room, and has another one half filled in.
        diary::open(page, &night).await;
        fill(page).await;
        diary::strength(page, 6).await;
        diary::save(page).await;
        page.js(&format!("location.hash = '#/diary/{}'", diary::days_ago(page, 6).await)).await;
        page.see(diary::SAVE).await;
        diary::strength(page, 2).await;
        let first = page.driver.window().await.expect("the first tab");
        let second = page.driver.new_tab().await.expect("a second tab");
        page.driver.switch_to_window(second).await.expect("the second tab");
        delete_everything(page).await;
        page.js("Object.keys(localStorage).filter(k => k.startsWith('fill')).forEach(k => localStorage.removeItem(k))")
            .await;
        page.driver.switch_to_window(first).await.expect("the first tab");
        page.wait_for("the form to be empty", "return !document.querySelector('.ql-entry :checked')").await;
        // Longer than the first tab waits before it tries again.
        tokio::time::sleep(std::time::Duration::from_secs(7)).await;
        let left = page.js("return Object.keys(localStorage)").await;
        assert_eq!(left, json!([]));
        assert_eq!(page.js("return sessionStorage.length").await, json!(0));
    });
}

#[test]
fn where_the_clipboard_refuses_the_text_is_there_to_be_copied_by_hand() {
    in_browser(PHONE, async |page| {
        with_nights(page, &NIGHTS).await;
        page.before_every_load(
            "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject()}})",
        )
        .await;
        open(page).await;
        page.click("#clip-copy").await;
        page.see("#copy-text").await;
        let text = page.js_text("return document.getElementById('copy-text').value").await;
        assert!(text.contains("quiet-legs") && text.contains("café"), "{text}");
        page.wait_for("the focus", "return document.activeElement.id === 'copy-text'").await;
    });
}

#[test]
fn axe_finds_nothing_on_the_screens_of_ones_own_data() {
    in_browser(PHONE, async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        catch_files(page).await;
        with_nights(page, &NIGHTS).await;
        page.js("localStorage.setItem('quiet-legs.quarantine.20261124T024109123.night.2026-11-20', 'half a te')").await;
        let text = copy(page).await;
        let mut found = Vec::new();
        page.js("document.querySelectorAll('main .ql-disclose[aria-expanded=false]').forEach(b => b.click())").await;
        page.click("#month-part .is-delete").await;
        page.see("#month-undo").await;
        found.extend(findings_in_all_themes(page, "data, a month deleted").await);
        page.js("document.querySelector('#lock button[type=submit]').click()").await;
        page.see("#errors").await;
        found.extend(findings_in_all_themes(page, "data, no passphrase").await);
        diary::open(page, &diary::days_ago(page, 2).await).await;
        diary::strength(page, 9).await;
        diary::save(page).await;
        choose(page, "hello").await;
        page.see("#errors").await;
        found.extend(findings_in_all_themes(page, "copy refused").await);
        choose(page, &text).await;
        page.see(BRING).await;
        found.extend(findings_in_all_themes(page, "copy found").await);
        bring(page).await;
        found.extend(findings_in_all_themes(page, "copy is in").await);
        Check::open_at(page, "/#/data/delete").await;
        page.see(YES_DELETE).await;
        found.extend(findings_in_all_themes(page, "before deleting").await);
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn the_browser_is_asked_to_keep_the_data_after_the_first_copy_and_never_on_arrival() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        page.before_every_load(
            "window.asked = 0;
            if (window.StorageManager)
                StorageManager.prototype.persist = () => { asked++; return Promise.resolve(false); };",
        )
        .await;
        with_nights(page, &NIGHTS).await;
        open(page).await;
        says(page, "has not been asked yet").await;
        assert_eq!(page.js("return asked").await, json!(0));
        page.click("#save-copy").await;
        says(page, "did not promise it").await;
        page.click("#save-table").await;
        page.click("#save-copy").await;
        page.wait_for("three files", "return files.length === 3").await;
        assert_eq!(page.js("return asked").await, json!(1));
    });
}

#[test]
fn a_month_goes_without_a_safety_copy_only_when_that_is_said_and_asked_for() {
    in_browser(PHONE, async |page| {
        with_nights(page, &[(400, 5, "")]).await;
        let before = kept(page).await;
        open(page).await;
        fill(page).await;
        page.click("[aria-controls=month-part]").await;
        page.click("#month-part .is-delete").await;
        says(page, "There is no room for the safety copy").await;
        assert_eq!(kept(page).await, before);
        page.click("#month-told .is-delete").await;
        page.wait_for(
            "the night to go",
            "return !Object.keys(localStorage).some(k => k.startsWith('quiet-legs.night.'))",
        )
        .await;
    });
}

#[test]
fn where_storage_is_blocked_a_copy_comes_into_memory_and_goes_again() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        let check = Check::open(page).await;
        check.start().await;
        check.answer_until(&crate::harness::plan::Plan::fits(), "signs").await;
        let stamp = "2026-11-01T08:00:00Z";
        let sealed = |kind: &str, data: Value| json!({"app": "quiet-legs", "kind": kind, "version": 1, "saved": stamp, "data": data});
        let night = json!({"night": "2026-11-01", "now": {"intensity": 6, "created": stamp, "edited": stamp}});
        let answers = json!({"page": "relief", "answers": {"who": "me", "c3": "no"}, "medicines": [], "done": false});
        let records = json!({"night.2026-11-01": sealed("night", night), "check": sealed("check", answers)});
        page.js("location.hash = '#/data/copy'").await;
        page.see("#file").await;
        let file = sealed("copy", json!({"records": records})).to_string();
        for again in [true, false] {
            choose_here(page, &file).await;
            page.see(BRING).await;
            says(page, "The check and the settings have no version before.").await;
            page.click("label:has(#choice-theirs)").await;
            bring(page).await;
            says(page, "It is in memory only").await;
            if again {
                page.click("#undo").await;
                says(page, "Everything is as it was before.").await;
                page.click("#another").await;
                page.see("#file").await;
            }
        }
        page.js("location.hash = '#/check/relief'").await;
        page.see("label:has(input[name=c3][value=no]:checked)").await;
        page.js("history.back()").await;
        page.see("#file").await;
        page.js("location.hash = '#/diary/2026-11-01'").await;
        page.see("#strength-6:checked").await;
    });
}
