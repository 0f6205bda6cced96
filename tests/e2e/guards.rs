//! The rules every other test relies on, shown to catch what they are for: each page here is broken on purpose.

use crate::harness::{PHONE, axe, in_browser};
use serde_json::json;

fn page_with(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Broken</title><link rel=icon href='data:,'>{head}</head><body><main><h1>Broken</h1>{body}</main></body></html>"
    )
}

fn show(html: String, then: impl AsyncFnOnce(&crate::harness::page::Page)) {
    in_browser(PHONE, async |page| {
        page.site.put("/broken.html", html);
        page.open("/broken.html").await;
        then(page).await;
    });
}

#[test]
fn a_sound_page_passes() {
    show(page_with("", "<p>Sound</p>"), async |page| {
        assert_eq!(page.text("main p").await, "Sound");
        assert_eq!(axe::findings(page).await, Vec::<String>::new());
    });
}

#[test]
#[should_panic(expected = "the policy was broken")]
fn an_inline_script_under_the_policy_fails_a_test() {
    let policy = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\">";
    show(page_with(policy, "<script>1</script>"), async |_| {});
}

#[test]
#[should_panic(expected = "the browser's log has errors")]
fn an_error_on_the_console_fails_a_test() {
    show(page_with("<script>console.error('oh')</script>", ""), async |_| {});
}

#[test]
#[should_panic(expected = "the browser's log has errors")]
fn a_missing_file_fails_a_test() {
    show(page_with("<script src='missing.js'></script>", ""), async |_| {});
}

#[test]
fn a_picture_without_words_is_found_by_axe() {
    show(page_with("", "<img src='data:,'>"), async |page| {
        let found = axe::findings(page).await;
        assert!(found.iter().any(|f| f.starts_with("image-alt")), "{found:?}");
    });
}

#[test]
fn what_one_test_kept_is_not_there_for_the_next() {
    for _ in 0..2 {
        show(page_with("", ""), async |page| {
            assert_eq!(page.kept().await, "{}");
            page.js("localStorage.setItem('a', 'b')").await;
            assert_eq!(page.js("return localStorage.length").await, json!(1));
        });
    }
}

#[test]
fn the_view_is_as_wide_as_asked() {
    show(page_with("<meta name=viewport content='width=device-width'>", ""), async |page| {
        for width in [320, 360, 1280] {
            page.width(width).await;
            assert_eq!(page.js("return innerWidth").await, json!(width));
        }
    });
}
