//! Going into a frame and out again, and clicking there in WebKit.

use super::page::{LOOK_AGAIN, Page};
use serde_json::json;
use thirtyfour::prelude::*;

/// Notes whether the next click hits the element, and holds back one that goes astray.
const AWAIT_CLICK: &str = "window.landed = false;
    removeEventListener('click', window.hit, true);
    window.hit = click => {
        landed ||= arguments[0].contains(click.target);
        if (!landed) { click.preventDefault(); click.stopImmediatePropagation(); }
    };
    addEventListener('click', hit, true)";

impl Page {
    /// Goes into a frame: `find` is a script that gives its element.
    pub async fn enter(&self, find: &'static str) {
        let frame = self.driver.execute(find, Vec::new()).await.and_then(|found| found.element());
        frame.expect("the frame's element").enter_frame().await.expect("the frame");
        self.frame.replace(Some(find));
    }

    /// Goes back to the page around all frames.
    pub async fn leave(&self) {
        self.driver.enter_default_frame().await.expect("the page around");
        self.frame.replace(None);
    }

    /// WebKit's driver does not scroll the page around a frame, nor does it wait until that page has given the frame its
    /// new height, and then clicks beside the element. So here it is scrolled to, and clicked again if that went astray.
    pub(super) async fn click_in_a_frame(&self, element: WebElement, css: &str) {
        let mut element = element;
        for _ in 0..10 {
            element = self.scrolled_to(element, css).await;
            let there = vec![element.to_json().expect("an element")];
            self.js_with(AWAIT_CLICK, there).await;
            element.click().await.unwrap_or_else(|error| panic!("clicking `{css}`: {error}"));
            tokio::time::sleep(LOOK_AGAIN).await;
            if self.js("return window.landed !== false").await == json!(true) {
                return;
            }
        }
        panic!("`{css}` could not be hit");
    }

    async fn scrolled_to(&self, element: WebElement, css: &str) -> WebElement {
        let find = self.frame.borrow().expect("a frame");
        let place = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'});
            return arguments[0].getBoundingClientRect().top";
        let top = self.js_with(place, vec![element.to_json().expect("an element")]).await;
        self.leave().await;
        let scroll = format!(
            "const frame = (() => {{ {find} }})();
            const top = scrollY + frame.getBoundingClientRect().top + arguments[0] - innerHeight / 2;
            scrollTo({{top, behavior: 'instant'}})"
        );
        self.js_with(&scroll, vec![top]).await;
        self.enter(find).await;
        self.see(css).await
    }
}
