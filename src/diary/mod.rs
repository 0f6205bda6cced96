//! The diary: nights, and what two weeks of them show.
//!
//! From a night's [`entry`] and the [`night`] it belongs to, over the [`timeline`] of blood tests and changes. Decides
//! what may stand in a diary and which night it is. Refuses to know storage, the device's clock, words and causes.
//! Facts: evidence 1.8, 9.2 and 9.3.

pub mod before_after;
pub mod chance;
pub mod clock;
pub mod entry;
pub mod experiment;
pub mod form;
pub mod night;
pub mod patterns;
pub mod said;
pub mod stats;
pub mod summary;
pub mod timeline;
pub mod window;

/// An enum whose every value has a code: as kept on the device, in copies and in text keys.
macro_rules! coded {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $value,)+ }

        impl $name {
            /// Every value, in the order offered.
            pub const ALL: &'static [Self] = &[$(Self::$value,)+];

            /// The code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code,)+ }
            }

            /// Reads a code back.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}
pub(crate) use coded;
