//! Every element of every screen: one concrete Leptos view.
//!
//! Leptos' own elements are a type for each tag, attribute and child, and each becomes code of its own. [`El`] is a
//! single type, which made a page of nine parts 17 KiB (brotli) smaller; see docs/decisions/0003-size.md.
//! It sets attributes and text one by one and so cannot reach `innerHTML`, which the page's policy forbids.
//! Knows no words, no answers and no styles but class names.

use crate::browser::files::chosen;
use crate::content::{Key, words};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::attribute::{Attribute, any_attribute::AnyAttribute};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node, Placeholder};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::tachys::view::{Mountable, Position, PositionState};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Event, File};
use std::borrow::Cow;

const SVG: &str = "http://www.w3.org/2000/svg";
const SVG_TAGS: [&str; 9] = ["svg", "path", "rect", "line", "circle", "linearGradient", "stop", "text", "tspan"];

type Text = Cow<'static, str>;

enum Part {
    Fixed(&'static str, Text),
    Live(&'static str, Box<dyn Fn() -> Option<String> + Send>),
    Property(&'static str, Box<dyn Fn() -> Value + Send>),
    On(&'static str, Box<dyn FnMut(Event) + Send>),
    Words(Text),
    Child(El),
    Block(Box<dyn Fn() -> Vec<El> + Send>),
}

/// What a property of an input can be.
enum Value {
    Flag(bool),
    Text(String),
}

/// An element to be: its tag, and what it will be given, in order. Boxed, so that handing it on is handing on a pointer:
/// that made the screens smaller by a tenth.
pub struct El(Box<ToBe>);

struct ToBe {
    tag: &'static str,
    parts: Vec<Part>,
}

/// An element with a class, which may be empty.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let made = El(Box::new(ToBe { tag, parts: Vec::new() }));
    if class.is_empty() { made } else { made.attr("class", class) }
}

/// Words in an element of their own.
#[inline(never)]
pub fn say(tag: &'static str, class: &'static str, key: Key) -> El {
    el(tag, class).words(key)
}

impl El {
    #[inline(never)]
    fn with(mut self, part: Part) -> Self {
        self.0.parts.push(part);
        self
    }

    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.fixed(name, value.into())
    }

    #[inline(never)]
    fn fixed(self, name: &'static str, value: Text) -> Self {
        self.with(Part::Fixed(name, value))
    }

    /// An attribute, when there is a value.
    pub fn attr_if(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows the state; `None` takes it away.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.with(Part::Live(name, Box::new(value)))
    }

    /// A class that comes and goes, beside those that stay.
    pub fn class_when(
        self,
        stays: &'static str,
        comes: &'static str,
        when: impl Fn() -> bool + Send + 'static,
    ) -> Self {
        self.live("class", move || Some(if when() { format!("{stays} {comes}") } else { stays.to_owned() }))
    }

    /// A yes-or-no property that follows the state (`checked`, `hidden`).
    pub fn flag(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.with(Part::Property(name, Box::new(move || Value::Flag(value()))))
    }

    /// The text in an input, following the state.
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with(Part::Property("value", Box::new(move || Value::Text(value()))))
    }

    /// Words by key.
    #[inline(never)]
    pub fn words(self, key: Key) -> Self {
        self.text(words(key))
    }

    /// Words as they are.
    pub fn text(self, text: impl Into<Text>) -> Self {
        self.written(text.into())
    }

    #[inline(never)]
    fn written(self, text: Text) -> Self {
        self.with(Part::Words(text))
    }

    /// A child.
    #[inline(never)]
    pub fn child(self, child: El) -> Self {
        self.with(Part::Child(child))
    }

    /// A child, when there is one.
    #[inline(never)]
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Children, in order.
    pub fn children(mut self, children: impl IntoIterator<Item = El>) -> Self {
        self.0.parts.extend(children.into_iter().map(Part::Child));
        self
    }

    /// Children that are drawn anew whenever the state they read changes.
    pub fn block(self, children: impl Fn() -> Vec<El> + Send + 'static) -> Self {
        self.with(Part::Block(Box::new(children)))
    }

    /// One child, there while a condition holds. It is drawn anew only when the condition turns.
    pub fn show(
        self,
        when: impl Fn() -> bool + Send + Sync + 'static,
        child: impl Fn() -> El + Send + 'static,
    ) -> Self {
        let when = Memo::new(move |_| when());
        self.block(move || if when.get() { vec![child()] } else { Vec::new() })
    }

    /// Calls back on an event.
    pub fn on(self, event: &'static str, mut call: impl FnMut() + Send + 'static) -> Self {
        self.on_event(event, move |_| call())
    }

    /// Calls back on an event in place of what the browser would do.
    pub fn instead(self, event: &'static str, mut call: impl FnMut() + Send + 'static) -> Self {
        self.on_event(event, move |event| {
            event.prevent_default();
            call();
        })
    }

    /// Calls back with the text of an input.
    pub fn on_text(self, event: &'static str, mut call: impl FnMut(String) + Send + 'static) -> Self {
        self.on_event(event, move |event| call(event_target_value(&event)))
    }

    /// Calls back with whether a box is ticked now.
    pub fn on_tick(self, mut call: impl FnMut(bool) + Send + 'static) -> Self {
        self.on_event("change", move |event| call(event_target_checked(&event)))
    }

    /// Calls back with the file somebody chose.
    pub fn on_file(self, mut call: impl FnMut(File) + Send + 'static) -> Self {
        self.on_event("change", move |event| {
            if let Some(file) = chosen(&event) {
                call(file);
            }
        })
    }

    fn on_event(self, event: &'static str, call: impl FnMut(Event) + Send + 'static) -> Self {
        self.with(Part::On(event, Box::new(call)))
    }
}

/// A built element and everything that keeps it alive.
pub struct ElState {
    element: Element,
    _children: Vec<ElState>,
    _effects: Vec<RenderEffect<()>>,
    _blocks: Vec<RenderEffect<Vec<ElState>>>,
    _listeners: Vec<RemoveEventHandler<Element>>,
}

impl ElState {
    fn give(&mut self, part: Part) {
        let element = self.element.clone();
        match part {
            Part::Fixed(name, value) => Rndr::set_attribute(&element, name, &value),
            Part::Words(text) => Rndr::insert_node(&element, &Rndr::create_text_node(&text), None),
            Part::Live(name, value) => self._effects.push(RenderEffect::new(move |_| match value() {
                Some(value) => Rndr::set_attribute(&element, name, &value),
                None => Rndr::remove_attribute(&element, name),
            })),
            Part::Property(name, value) => {
                self._effects.push(RenderEffect::new(move |_| set_property(&element, name, value())));
            }
            Part::On(name, mut call) => {
                let call = Box::new(move |event: JsValue| call(event.unchecked_into()));
                self._listeners.push(Rndr::add_event_listener(&element, name, call));
            }
            Part::Child(child) => {
                let mut child = child.build();
                child.mount(&element, None);
                self._children.push(child);
            }
            Part::Block(children) => self._blocks.push(block(element, children)),
        }
    }
}

/// Setting the text that is already there would move the cursor.
fn set_property(element: &Element, name: &str, value: Value) {
    match value {
        Value::Flag(on) => Rndr::set_property(element, name, &on.into()),
        Value::Text(text) => {
            let shown = js_sys::Reflect::get(element, &name.into()).ok().and_then(|shown| shown.as_string());
            if shown.as_deref() != Some(text.as_str()) {
                Rndr::set_property(element, name, &text.into());
            }
        }
    }
}

fn block(parent: Element, children: Box<dyn Fn() -> Vec<El> + Send>) -> RenderEffect<Vec<ElState>> {
    let place: Placeholder = Rndr::create_placeholder();
    Rndr::insert_node(&parent, &place, None);
    RenderEffect::new(move |shown: Option<Vec<ElState>>| {
        let made = children();
        for mut old in shown.into_iter().flatten() {
            old.unmount();
        }
        made.into_iter()
            .map(|child| {
                let mut child = child.build();
                child.mount(&parent, Some(&place));
                child
            })
            .collect()
    })
}

impl Mountable for ElState {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl Render for El {
    type State = ElState;

    fn build(self) -> ElState {
        let namespace = SVG_TAGS.contains(&self.0.tag).then_some(SVG);
        let element = Rndr::create_element(self.0.tag, namespace);
        let mut state = ElState {
            element,
            _children: Vec::new(),
            _effects: Vec::new(),
            _blocks: Vec::new(),
            _listeners: Vec::new(),
        };
        for part in self.0.parts {
            state.give(part);
        }
        state
    }

    fn rebuild(self, state: &mut ElState) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl AddAnyAttr for El {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// Only what a site without a server needs of this trait does anything.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> ElState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
