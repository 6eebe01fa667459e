//! What a typed end of a range means. People write numbers as they find them in advertisements;
//! what cannot be understood for sure is refused, and never taken for another number.

use crate::presentation::Presentation;
use autengo_api::column::{Column, Kind};
use autengo_api::condition::Op;
use autengo_api::text::is_invisible;
use autengo_api::vehicle::Unit;

/// The reason why a typed text is no end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No number, or one of something else.
    NoNumber,
    /// No year of four digits.
    NoYear,
    /// The year is still to come.
    FutureYear,
    /// No day.
    NoDay,
}

/// Metric horsepower of a kilowatt.
pub const HP_PER_KW: f64 = 1.35962;

/// The kilowatts of horsepower, to the nearest whole one.
fn kilowatts(horsepower: u32) -> u32 {
    // Far below what a whole number holds: the cast only cuts decimals off.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive and smaller"
    )]
    let kw = (f64::from(horsepower) / HP_PER_KW + 0.5) as u32;
    kw
}

/// The year of the first car.
const FIRST_YEAR: u32 = 1885;

/// The meaning of a word beside a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// No change.
    Idle,
    /// The end that is meant.
    End(Op),
    /// The number is in this unit.
    In(Unit),
    /// The number counts what this column counts.
    Of(Column),
    /// The number is a year.
    Year,
    /// The number is of horsepower, not of kilowatts.
    Horsepower,
    /// The number is of litres, not of cubic centimetres.
    Litres,
    /// The number counts these.
    Times(u64),
}

/// The words, small letters. A word stands before those that it starts with.
const WORDS: [(&str, Word); 54] = [
    ("about", Word::Idle),
    ("etwa", Word::Idle),
    ("circa", Word::Idle),
    ("ca", Word::Idle),
    ("rund", Word::Idle),
    ("~", Word::Idle),
    ("ab", Word::End(Op::Ge)),
    ("von", Word::End(Op::Ge)),
    ("from", Word::End(Op::Ge)),
    ("over", Word::End(Op::Ge)),
    ("über", Word::End(Op::Ge)),
    ("mindestens", Word::End(Op::Ge)),
    ("min", Word::End(Op::Ge)),
    (">=", Word::End(Op::Ge)),
    (">", Word::End(Op::Ge)),
    ("bis", Word::End(Op::Le)),
    ("zu", Word::Idle),
    ("up", Word::End(Op::Le)),
    ("to", Word::End(Op::Le)),
    ("under", Word::End(Op::Le)),
    ("unter", Word::End(Op::Le)),
    ("maximal", Word::End(Op::Le)),
    ("max", Word::End(Op::Le)),
    ("<=", Word::End(Op::Le)),
    ("<", Word::End(Op::Le)),
    ("tausend", Word::Times(1000)),
    ("tsd", Word::Times(1000)),
    ("millionen", Word::Times(1_000_000)),
    ("million", Word::Times(1_000_000)),
    ("mio", Word::Times(1_000_000)),
    ("€", Word::In(Unit::Euro)),
    ("euro", Word::In(Unit::Euro)),
    ("eur", Word::In(Unit::Euro)),
    ("kilometer", Word::In(Unit::Kilometre)),
    ("km", Word::In(Unit::Kilometre)),
    ("kw", Word::In(Unit::Kilowatt)),
    ("ps", Word::Horsepower),
    ("bhp", Word::Horsepower),
    ("hp", Word::Horsepower),
    ("ccm", Word::In(Unit::CubicCentimetre)),
    ("cc", Word::In(Unit::CubicCentimetre)),
    ("cm³", Word::In(Unit::CubicCentimetre)),
    ("cm3", Word::In(Unit::CubicCentimetre)),
    ("liter", Word::Litres),
    ("litre", Word::Litres),
    ("l", Word::Litres),
    ("türen", Word::Of(Column::DoorCount)),
    ("doors", Word::Of(Column::DoorCount)),
    ("sitze", Word::Of(Column::SeatCount)),
    ("seats", Word::Of(Column::SeatCount)),
    ("bj", Word::Year),
    ("ez", Word::Year),
    // The letters alone, when nothing longer is meant.
    ("t", Word::Times(1000)),
    ("k", Word::Times(1000)),
];

/// The value of a filter that a typed end of a range means: `25.000 km` and `25 tkm` are `25000`,
/// `150 PS` is `110` kilowatts, `1,6 l` is `1600` cubic centimetres, the year 2017 is its first or
/// its last day, a day its first or last second. Decimals widen the range to the next whole number,
/// so that no vehicle is lost. `None` for nothing.
///
/// # Errors
/// If it is nothing of that kind, or a year after `this_year` and the next.
pub fn bound(
    column: Column,
    op: Op,
    typed: &str,
    this_year: u32,
) -> Result<Option<String>, Problem> {
    let typed: String = typed.chars().filter_map(plain).collect();
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    match column.kind() {
        Kind::DateTime => {
            let time = if op == Op::Ge { "00:00:00" } else { "23:59:59" };
            let value = format!("{typed} {time}");
            // A year of which the first digits are typed is one of long ago.
            let year = typed.split('-').next().and_then(|year| year.parse().ok());
            let is_day = year.is_some_and(|year: u32| year >= FIRST_YEAR) && column.accepts(&value);
            if is_day { Ok(Some(value)) } else { Err(Problem::NoDay) }
        }
        Kind::Date => {
            let said = Said::read(column, op, typed).filter(|said| said.unit.is_none());
            let number = said.map(|said| said.number).filter(|number| number.len() == 4);
            let year = number.and_then(|number| number.parse::<u32>().ok());
            let year = year.filter(|year| *year >= FIRST_YEAR).ok_or(Problem::NoYear)?;
            if year > this_year + 1 {
                return Err(Problem::FutureYear);
            }
            let day = if op == Op::Ge { "01-01" } else { "12-31" };
            Ok(Some(format!("{year}-{day}")))
        }
        _ => {
            let value = Said::read(column, op, typed).and_then(|said| said.value(column, op));
            value.map(|value| Some(value.to_string())).ok_or(Problem::NoNumber)
        }
    }
}

/// The spelling that stands for all that look alike; `None` for characters that are not seen.
fn plain(c: char) -> Option<char> {
    Some(match c {
        c if c.is_whitespace() => ' ',
        c if is_invisible(c) => return None,
        // Full width, as keyboards for Chinese and Japanese have it.
        '\u{ff01}'..='\u{ff5e}' => return char::from_u32(u32::from(c) - 0xfee0).and_then(plain),
        '’' | '‘' | '´' | '`' => '\'',
        '–' | '—' | '−' | '‑' => '-',
        '≥' => '>',
        '≤' => '<',
        'Ü' => 'ü',
        c => c.to_ascii_lowercase(),
    })
}

/// A number, and what the words around it say.
struct Said<'a> {
    /// Digits with what separates them.
    number: &'a str,
    unit: Option<Word>,
    times: Option<u64>,
}

impl<'a> Said<'a> {
    /// `None` where anything contradicts, or is not known.
    fn read(column: Column, op: Op, typed: &'a str) -> Option<Self> {
        let is_digit = |c: char| c.is_ascii_digit();
        let (before, number) = typed.split_at(typed.find(is_digit)?);
        let is_part = |c: char| is_digit(c) || matches!(c, '.' | ',' | '\'' | ' ');
        let end = number.find(|c| !is_part(c)).unwrap_or(number.len());
        let (number, after) = number.split_at(end);
        let mut said =
            Self { number: number.trim_end_matches(|c| !is_digit(c)), unit: None, times: None };
        said.words(column, op, before, &[' ', '.', ':'])?;
        // How many there are is said behind the number.
        if said.times.is_some() {
            return None;
        }
        said.words(column, op, after, &[' ', '.', ',', '-'])?;
        Some(said)
    }

    fn words(&mut self, column: Column, op: Op, text: &str, between: &[char]) -> Option<()> {
        let unit = Presentation::of(column).unit();
        let mut rest = text.trim_start_matches(between);
        while !rest.is_empty() {
            let (name, word) = WORDS.iter().find(|(name, _)| rest.starts_with(name))?;
            let is_apt = match word {
                Word::Idle => true,
                Word::End(end) => *end == op,
                Word::Year => column.kind() == Kind::Date,
                Word::In(of) => Some(*of) == unit,
                Word::Of(of) => *of == column,
                Word::Horsepower => unit == Some(Unit::Kilowatt),
                Word::Litres => unit == Some(Unit::CubicCentimetre),
                Word::Times(_) => matches!(unit, Some(Unit::Euro | Unit::Kilometre)),
            };
            let is_new = match word {
                Word::Idle | Word::End(_) | Word::Year => true,
                Word::Times(times) => self.times.replace(*times).is_none(),
                unit => self.unit.replace(*unit).is_none(),
            };
            if !is_apt || !is_new {
                return None;
            }
            rest = rest[name.len()..].trim_start_matches(between);
        }
        Some(())
    }

    /// The whole number that is meant.
    fn value(&self, column: Column, op: Op) -> Option<u32> {
        let number = self.number;
        let is_separator = |c: char| !c.is_ascii_digit();
        let mut unit = self.unit;
        let (mut whole, mut decimals) = (number, "");
        if let Some(at) = number.rfind(['.', ',']) {
            let (earlier, mark) = (&number[..at], &number[at..=at]);
            let tail = &number[at + 1..];
            // Three digits behind the only separator are thousands, unless of litres.
            let is_alone = !earlier.contains(is_separator);
            let is_group = tail.len() == 3 && is_alone && unit != Some(Word::Litres);
            if is_group && self.times.is_some() {
                return None;
            }
            if !is_group && !tail.contains(is_separator) && !earlier.contains(mark) {
                (whole, decimals) = (earlier, tail);
            }
        }
        let mut marks = whole.matches(is_separator);
        let mark = marks.next();
        if let Some(mark) = mark {
            let mut groups = whole.split(mark);
            let first = groups.next().unwrap_or_default();
            let is_grouped = (1..=3).contains(&first.len()) && !first.starts_with('0');
            if !is_grouped || groups.any(|group| group.len() != 3) || marks.any(|it| it != mark) {
                return None;
            }
        }
        let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
        let whole: u64 = digits.parse().ok()?;
        if unit == Some(Word::Litres) && whole > 99 {
            return None;
        }
        // Who types `1.6` or `12,50` for thousands, or for litres, does not mean 1 or 12.
        if !decimals.is_empty() && unit.is_none() && self.times.is_none() && whole < 100 {
            if Presentation::of(column).unit() != Some(Unit::CubicCentimetre) || whole > 9 {
                return None;
            }
            unit = Some(Word::Litres);
        }
        // In millionths: six decimals.
        let scale = 10_u64.pow(6_u32.checked_sub(u32::try_from(decimals.len()).ok()?)?);
        let part = if decimals.is_empty() { 0 } else { decimals.parse::<u64>().ok()? * scale };
        let times = if unit == Some(Word::Litres) { 1000 } else { self.times.unwrap_or(1) };
        let millionths = whole.checked_mul(1_000_000)?.checked_add(part)?.checked_mul(times)?;
        let value = match op {
            Op::Le => millionths.div_ceil(1_000_000),
            _ => millionths / 1_000_000,
        };
        let value = u32::try_from(value).ok()?;
        Some(if unit == Some(Word::Horsepower) { kilowatts(value) } else { value })
    }
}

#[cfg(test)]
mod tests;
