//! Days of the calendar, as far as a stock needs them.

use std::fmt;

/// The day that the stock takes for today: a constant, so that the same seed gives the same stock
/// on every day.
pub const TODAY: Day = Day::new(2026, 11, 1);

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i32);

impl Day {
    /// That day of the Gregorian calendar.
    #[must_use]
    pub const fn new(year: i32, month: i32, day: i32) -> Self {
        // The year begins in March, so that the leap day is its last (Howard Hinnant,
        // "chrono-Compatible Low-Level Date Algorithms").
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// The day that is written `YYYY-MM-DD`, if there is such a day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split('-').map(str::parse);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) =
            (numbers.next(), numbers.next(), numbers.next())
        else {
            return None;
        };
        let plausible = text.len() == 10 && (1..=12).contains(&month) && (1..=31).contains(&day);
        // What is no day of its month would be one of the next; and every day is written in one way.
        plausible.then(|| Self::new(year, month, day)).filter(|day| day.to_string() == text)
    }

    /// So many days earlier.
    pub(super) fn before(self, days: u32) -> Self {
        Self(self.0.saturating_sub_unsigned(days))
    }

    /// So many days later.
    pub(super) fn after(self, days: u32) -> Self {
        Self(self.0.saturating_add_unsigned(days))
    }

    /// How many days `self` lies after `other`; 0 when it does not.
    pub(super) fn since(self, other: Self) -> u32 {
        u32::try_from(self.0 - other.0).unwrap_or(0)
    }

    /// Year, month and day of the month.
    fn parts(self) -> (i32, i32, i32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month, day)
    }

    /// The year.
    pub(super) fn year(self) -> u32 {
        u32::try_from(self.parts().0).unwrap_or(0)
    }

    /// `YYYY-MM`
    pub(super) fn month(self) -> String {
        let (year, month, _) = self.parts();
        format!("{year:04}-{month:02}")
    }
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A second of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    day: Day,
    second: u32,
}

const SECONDS_A_DAY: u32 = 86_400;

impl Moment {
    /// So many seconds before the end of [`TODAY`].
    pub(super) fn before_tonight(seconds: u32) -> Self {
        Self {
            day: TODAY.before(seconds / SECONDS_A_DAY),
            second: SECONDS_A_DAY - 1 - seconds % SECONDS_A_DAY,
        }
    }

    /// So many seconds later, but not after [`TODAY`].
    pub(super) fn later(self, seconds: u32) -> Self {
        let to_come = TODAY.since(self.day) * SECONDS_A_DAY + (SECONDS_A_DAY - 1 - self.second);
        Self::before_tonight(to_come.saturating_sub(seconds))
    }

    /// The day it lies in.
    pub(super) fn day(self) -> Day {
        self.day
    }
}

impl fmt::Display for Moment {
    /// `YYYY-MM-DD HH:MM:SS`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = (self.second / 3600, self.second / 60 % 60);
        write!(f, "{} {hour:02}:{minute:02}:{:02}", self.day, self.second % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_the_calendar_has_them() {
        let cases = [
            (Day::new(1970, 1, 1), "1970-01-01"),
            (Day::new(2024, 2, 28).after(1), "2024-02-29"),
            (Day::new(2026, 3, 1).before(1), "2026-02-28"),
            (Day::new(2000, 2, 29).after(366), "2001-03-01"),
            (TODAY.before(365), "2025-11-01"),
        ];
        for (day, text) in cases {
            assert_eq!(day.to_string(), text);
        }
        assert_eq!(TODAY.since(Day::new(2026, 10, 1)), 31);
        assert_eq!(TODAY.month(), "2026-11");
    }

    #[test]
    fn moments_count_back_from_tonight() {
        assert_eq!(Moment::before_tonight(0).to_string(), "2026-11-01 23:59:59");
        assert_eq!(Moment::before_tonight(SECONDS_A_DAY + 60).to_string(), "2026-10-31 23:58:59");
    }
}
