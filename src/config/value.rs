//! What the values of attributes may be.

/// Whether nobody sees that a character is there.
pub(super) const fn is_invisible(c: char) -> bool {
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

/// An address that browsers fetch, or follow, from the web.
pub(super) fn web_address(text: &str) -> Option<String> {
    let scheme = text
        .split_once(':')
        .map(|(scheme, _)| scheme)
        .filter(|scheme| !scheme.contains(['/', '{', '?', '#']));
    let is_web =
        scheme.is_none_or(|it| it.eq_ignore_ascii_case("http") || it.eq_ignore_ascii_case("https"));
    is_web.then(|| text.to_owned())
}

/// Something to dial.
pub(super) fn phone(text: &str) -> Option<String> {
    text.contains(|c: char| c.is_ascii_digit()).then(|| text.to_owned())
}

/// Something to write to.
pub(super) fn email(text: &str) -> Option<String> {
    (text.contains('@') && !text.contains(' ')).then(|| text.to_owned())
}
