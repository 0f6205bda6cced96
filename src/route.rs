//! Addresses: the part after `#`, as a type and back.
//!
//! Decides which screen an address means. An address names a page and nothing else: no answer, medicine or number
//! ever goes into it, because addresses stay in the browser's history and in links people pass on.
//! Hash addresses need no server rules, so that one `dist/` works in any folder and in a frame.

use crate::clinical::flow;

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Start,
    /// `#/again`: whether to throw the answers away and begin again.
    Again,
    /// `#/check/<page>`: a page of `content::PAGES`, by its id.
    Check(&'static str),
    /// `#/result`
    Result,
    /// `#/data`: what is kept here.
    Data,
    /// `#/data/delete`: whether to delete everything.
    Delete,
    /// `#/settings`
    Settings,
    /// `#/help`: emergency numbers, helplines, contact.
    Help,
    /// `#/learn/how`
    How,
    /// `#/learn/treatments`
    Treatments,
    /// `#/sources`
    Sources,
    /// Any other address.
    NotFound,
}

/// Every screen but the pages of the check, with its address.
const FIXED: [(Route, &str); 10] = [
    (Route::Start, "#/"),
    (Route::Again, "#/again"),
    (Route::Result, "#/result"),
    (Route::Data, "#/data"),
    (Route::Delete, "#/data/delete"),
    (Route::Settings, "#/settings"),
    (Route::Help, "#/help"),
    (Route::How, "#/learn/how"),
    (Route::Treatments, "#/learn/treatments"),
    (Route::Sources, "#/sources"),
];

const CHECK: &str = "#/check/";

impl Route {
    /// Reads what stands after the page's address (`location.hash`); nothing at all is the start page.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_suffix('/').unwrap_or(hash);
        if matches!(hash, "" | "#") {
            return Self::Start;
        }
        if let Some(id) = hash.strip_prefix(CHECK) {
            return flow::page(id).map_or(Self::NotFound, |page| Self::Check(page.id));
        }
        FIXED.iter().find(|(_, address)| *address == hash).map_or(Self::NotFound, |(route, _)| *route)
    }

    /// The address, beginning with `#`.
    pub fn href(self) -> String {
        if let Self::Check(id) = self {
            return format!("{CHECK}{id}");
        }
        FIXED.iter().find(|(route, _)| *route == self).map_or("#/", |(_, address)| address).to_owned()
    }
}
