//! Addresses and numbers by which somebody is reached: whether they can be right, and how a number
//! is dialled. Whether anybody answers, only a message or a call can tell.

use autengo_api::text::is_invisible;

/// The longest address that mail can be sent to, and its longest parts (RFC 5321), in bytes.
const LONGEST_EMAIL: usize = 254;
const LONGEST_USER: usize = 64;
const LONGEST_LABEL: usize = 63;

/// The fewest digits of a number that can be called from elsewhere.
const FEWEST_DIGITS: usize = 5;
/// The most digits of a number, or of two.
const MOST_DIGITS: usize = 32;

/// The words before the digits of an extension.
const EXTENSIONS: [&str; 8] =
    ["durchwahl", "nebenstelle", "extension", "apparat", "ext", "app", "dw", "x"];

/// The zeros of Unicode's decimal digits (general category `Nd`) but those of ASCII. Their
/// nine others follow each.
const ZEROS: [u16; 36] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/// Whether a text is an address that mail can be answered to: one in the sense of the HTML standard
/// ("valid e-mail address"), at a public domain, which may be written in any script.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((user, domain)) = text.split_once('@') else {
        return false;
    };
    let is_user = user.len() <= LONGEST_USER
        && user.split('.').all(|part| !part.is_empty() && part.chars().all(is_of_a_user));
    let labels = || domain.split('.');
    let top = labels().next_back().unwrap_or_default();
    text.len() <= LONGEST_EMAIL
        && is_user
        && labels().count() > 1
        && labels().all(is_label)
        // The other top ones are written in letters alone, and no country has less than two.
        && (top.starts_with("xn--") || top.chars().count() > 1 && top.chars().all(is_letter))
}

/// A part of a domain's name.
fn is_label(label: &str) -> bool {
    let is_inner = |c: char| c == '-' || c.is_ascii_digit() || is_letter(c);
    let ends = !label.starts_with('-') && !label.ends_with('-');
    (1..=LONGEST_LABEL).contains(&label.len()) && ends && label.chars().all(is_inner)
}

/// The characters before the `@`, dots apart.
fn is_of_a_user(c: char) -> bool {
    c.is_ascii_digit() || is_letter(c) || "!#$%&'*+/=?^_`{|}~-".contains(c)
}

/// Whether this is a letter. Beyond ASCII that is what is no punctuation, symbol or blank, block by
/// block: Unicode's own tables are larger than all the rest of this.
fn is_letter(c: char) -> bool {
    let is_other = |c: u32| {
        matches!(c,
            ..0xc0 | 0xd7 | 0xf7 | 0x600..=0x61f | 0x2000..=0x2bff | 0x2e00..=0x2e7f
            | 0x3000..=0x3004 | 0x3008..=0x3020 | 0x3030 | 0xd800..=0xf8ff | 0xfe00..=0xfe6f
            | 0xfeff..=0xff20 | 0xffe0..=0xffff | 0x1d000..=0x1fbff | 0xe0000..)
    };
    c.is_ascii_alphabetic() || (!c.is_ascii() && !is_other(u32::from(c)))
}

/// Whether a text is a number that can be called, and nothing else.
#[must_use]
pub fn is_phone(text: &str) -> bool {
    let number = phone(text).to_ascii_lowercase();
    let (number, extension) = match number.find(|c: char| c.is_ascii_alphabetic()) {
        Some(at) => number.split_at(at),
        None => (number.as_str(), ""),
    };
    let mut before = ' ';
    let mut is_sign = |c: char| {
        let is_sign = match c {
            // Where a number begins.
            '+' => matches!(before, ' ' | '/' | '('),
            _ => c.is_ascii_digit() || c.is_whitespace() || "()/-.".contains(c),
        };
        if !c.is_whitespace() {
            before = c;
        }
        is_sign
    };
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits)
        && number.chars().all(&mut is_sign)
        && (extension.is_empty() || is_extension(extension))
}

/// A word for it, and a few digits.
fn is_extension(text: &str) -> bool {
    let rest = EXTENSIONS.iter().find_map(|word| text.strip_prefix(word)).unwrap_or_default();
    let rest = rest.trim_start_matches(['.', ':', ' ', '\u{a0}']);
    (1..=6).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number with digits and signs as every telephone has them, otherwise as it was written.
#[must_use]
pub fn phone(text: &str) -> String {
    let sign = |c| match c {
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '／' => '/',
        '．' => '.',
        '‐'..='―' | '−' | '－' => '-',
        _ => digit(c).unwrap_or(c),
    };
    // Marks of direction come along when a number is copied.
    text.chars().filter(|c| !is_invisible(*c)).map(sign).collect()
}

/// A decimal digit of any script as that of ASCII.
fn digit(c: char) -> Option<char> {
    let value = |zero: u32| u32::from(c).checked_sub(zero).filter(|value| *value < 10);
    let mut zeros = std::iter::once(0x30).chain(ZEROS.into_iter().map(u32::from));
    zeros.find_map(value).and_then(|value| char::from_digit(value, 10))
}

/// The digits that a telephone dials for a number as people write it: the first of several, without the zero
/// that is dialled within a country, and with a `+` before the country.
///
/// It comes with the first list, so it knows no more digits than those of ASCII and their full
/// widths, and works on bytes.
#[must_use]
pub fn dialable(text: &str) -> String {
    let signs: Vec<u8> = text.chars().filter_map(sign).collect();
    let mut dialled = String::new();
    let mut rest = signs.as_slice();
    while let [sign, after @ ..] = rest {
        rest = after;
        let is_whole = dialled.len() > FEWEST_DIGITS;
        match (sign, after, dialled.as_bytes()) {
            // `+49 (0)30`
            (b'(', [b'0', b')', after @ ..], [b'+', ..]) => rest = after,
            // No number of Germany, Austria or Switzerland begins with a zero.
            (b'0', _, [b'+', b'4', b'1' | b'3' | b'9']) => {}
            (b'0', _, [b'0']) => "+".clone_into(&mut dialled),
            (b'0'..=b'9', ..) | (b'+', _, []) => dialled.push(char::from(*sign)),
            // Another number, an extension, a word. A stroke also stands behind the code of an
            // area, and before the last digits of the same dealer's next number.
            (b'+' | b',', ..) | (b'/', [b'+' | b'0' | b'(', ..], _) if is_whole => break,
            (b'/', [_, _] | [_], [_, _, _, _, _, _, _, _, _, ..]) => break,
            _ => {}
        }
    }
    dialled
}

/// The part of a number that matters for dialling it; `,` stands for whatever ends it.
fn sign(c: char) -> Option<u8> {
    let c = u32::from(c);
    // The signs of ASCII at full width.
    let c = if (0xff01..0xff5f).contains(&c) { c - 0xfee0 } else { c };
    match u8::try_from(c).ok()? {
        sign @ (b'0'..=b'9' | b'+' | b'(' | b')' | b'/') => Some(sign),
        b',' | b';' | b'|' | b'\n' | b'a'..=b'z' | b'A'..=b'Z' => Some(b','),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
