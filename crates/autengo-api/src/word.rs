//! Words of the reference, read from text.

/// The error of a text that is no word of the reference.
///
/// ```
/// use autengo_api::column::Column;
///
/// let error = "colour".parse::<Column>().unwrap_err();
/// assert_eq!(error.to_string(), "`colour` is no column");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no {what}")]
pub struct UnknownWord {
    /// The text.
    pub text: String,
    /// The kind of word that was wanted: "column", "direction", "order".
    pub what: &'static str,
}

/// The word among `known` that is written as `text`.
pub(crate) fn read<W: Copy>(
    text: &str,
    what: &'static str,
    known: &[W],
    written: impl Fn(W) -> &'static str,
) -> Result<W, UnknownWord> {
    let found = known.iter().copied().find(|word| written(*word) == text);
    found.ok_or_else(|| UnknownWord { text: text.to_owned(), what })
}
