//! What the values of attributes may be.

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
