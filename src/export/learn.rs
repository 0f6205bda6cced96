//! The pages to read, as a tree of elements: drawn by the app, and written as files of plain HTML.
//!
//! Decides what stands on a page and in which order, so that the app and the files say the same. Knows no screen and
//! no script; nothing in the tree can be markup made of text, because text is escaped when it is written.

pub mod body;
pub mod figures;
mod rows;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;

use crate::content::{Key, words};
use std::borrow::Cow;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An element.
    El(El),
    /// Words.
    Text(Cow<'static, str>),
}

/// An element: its tag, its attributes in order, and what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct El {
    /// `p`, `section`, `svg` …
    pub tag: &'static str,
    /// Names and values.
    pub attrs: Vec<(&'static str, Cow<'static, str>)>,
    /// Children.
    pub inside: Vec<Node>,
}

/// An element with a class, which may be empty.
pub fn el(tag: &'static str, class: &'static str) -> El {
    let made = El { tag, attrs: Vec::new(), inside: Vec::new() };
    if class.is_empty() { made } else { made.attr("class", class) }
}

/// Words in an element of their own.
pub fn say(tag: &'static str, class: &'static str, key: Key) -> El {
    el(tag, class).text(words(key))
}

impl El {
    /// An attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attrs.push((name, value.into()));
        self
    }

    /// Words.
    pub fn text(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.inside.push(Node::Text(text.into()));
        self
    }

    /// A child.
    pub fn child(mut self, child: El) -> Self {
        self.inside.push(Node::El(child));
        self
    }

    /// A child, when there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Children.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// As HTML.
    pub fn html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attrs {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        out.push('>');
        for piece in &self.inside {
            match piece {
                Node::El(child) => child.write(out),
                Node::Text(text) => escape(text, out),
            }
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

/// Text that cannot become markup, in an element or between the marks of an attribute.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
