//! What the dealer reads below the visitor's text: which vehicle it is about, and by what a text is
//! known that comes twice, be it sent again or repeated by the browser itself.

use super::Subject;
use crate::i18n::{Locale, key};

/// The letters of references: no letter or digit that is read as another one.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// How many of them a reference has.
const LENGTH: u32 = 6;

/// The lines that follow the visitor's text: what it is about, and what tells a repeat.
pub(super) fn lines(
    subject: &Subject,
    reference: &str,
    is_repeat: bool,
    locale: Locale,
) -> (String, String) {
    let about = [("vehicle", subject.title.as_str()), ("number", &subject.number)];
    let mut mark = locale.fill(key::INQUIRY_REFERENCE, &[("reference", reference)]);
    if is_repeat {
        mark.push('\n');
        mark.push_str(locale.message(key::INQUIRY_REPEATED));
    }
    (locale.fill(key::INQUIRY_VEHICLE, &about), mark)
}

/// A reference of a text that has none yet.
pub(super) fn new_reference() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 2^30")]
    let random = (js_sys::Math::random() * f64::from(1_u32 << (5 * LENGTH))) as u32;
    (0..LENGTH).map(|at| char::from(LETTERS[(random >> (5 * at)) as usize % 32])).collect()
}
