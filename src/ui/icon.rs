//! Small drawings beside words.

use super::dom::{self, Element};

/// The subject of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// Sliders.
    Filter,
    /// A magnifying glass.
    Search,
    /// A cross.
    Close,
    /// An arrow to the left.
    Back,
    /// A tick.
    Done,
    /// A heart.
    Heart,
    /// An angle to the left.
    Previous,
    /// An angle to the right.
    Next,
    /// Four corners that part.
    Expand,
    /// A box that something leaves.
    Share,
    /// A printer.
    Print,
}

impl Symbol {
    const fn path(self) -> &'static str {
        match self {
            Self::Filter => "M4 7h9m5 0h2M4 17h2m5 0h9M13 4.5v5M6 14.5v5",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Back => "M19 12H5m6-6-6 6 6 6",
            Self::Done => "m5 13 4.5 4.5L19 7",
            Self::Heart => {
                "M12 20S4 15.2 4 9.4A4.4 4.4 0 0 1 12 6.8a4.4 4.4 0 0 1 8 2.6C20 15.2 12 20 12 20Z"
            }
            Self::Previous => "m14.5 5-7 7 7 7",
            Self::Next => "m9.5 5 7 7-7 7",
            Self::Expand => "M9 4H4v5m11-5h5v5M9 20H4v-5m11 5h5v-5",
            Self::Share => "M12 15V3.5M8 7l4-4 4 4M7 11H5v9h14v-9h-2",
            Self::Print => "M7 8V4h10v4M7 16H4V8h16v8h-3M7 13h10v7H7Z",
        }
    }
}

/// A drawing that says nothing that the words beside it do not say.
pub fn icon(symbol: Symbol) -> Element {
    dom::svg()
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(dom::path().attr("d", symbol.path()))
}
