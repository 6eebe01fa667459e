//! Texts that people typed or pasted.
//!
//! ```
//! use autengo_api::text::is_invisible;
//!
//! let pasted = "50\u{ad}000\u{200b}";
//! let seen: String = pasted.chars().filter(|c| !is_invisible(*c)).collect();
//! assert_eq!(seen, "50000");
//! ```

/// Whether nobody sees that a character is there: control characters, marks of direction, joiners,
/// variation selectors, tags, and all that comes along when a text is copied.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
