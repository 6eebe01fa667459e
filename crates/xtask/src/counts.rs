//! How many tests passed and failed, read from what the test programs print.

use std::iter::Sum;
use std::ops::Add;

use anyhow::{Context, Result};
use serde_json::Value;

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Counts {
    /// One check that passed or failed as a whole.
    pub(crate) fn check(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    /// Sums the lines `test result: ok. 3 passed; 1 failed; …` that cargo's and wasm-bindgen's
    /// test programs end with.
    pub(crate) fn of_libtest(output: &str) -> Self {
        output.lines().filter_map(of_result_line).sum()
    }

    /// Reads Playwright's JSON report. A test that passed only when repeated has failed, and so
    /// has one that was skipped: a test that does not run shows nothing.
    pub(crate) fn of_playwright(report: &str) -> Result<Self> {
        let report: Value =
            serde_json::from_str(report).context("Playwright's report is not JSON")?;
        let stat = |name: &str| {
            report["stats"][name]
                .as_u64()
                .with_context(|| format!("Playwright's report does not say how many are {name}"))
        };
        Ok(Self {
            passed: stat("expected")?,
            failed: stat("unexpected")? + stat("flaky")? + stat("skipped")?,
        })
    }

    /// The result of a tier: one that failed without a failed test (it did not compile, it crashed)
    /// has one failure, and so has one without any test.
    pub(crate) fn judged(self, success: bool) -> Self {
        if self.failed == 0 && (!success || self.passed == 0) {
            Self { failed: 1, ..self }
        } else {
            self
        }
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

fn of_result_line(line: &str) -> Option<Counts> {
    let (_, numbers) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let number = |what: &str| {
        numbers.split(';').find_map(|part| part.trim().strip_suffix(what)?.trim().parse().ok())
    };
    Some(Counts { passed: number("passed")?, failed: number("failed")? })
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn every_test_program_counts() {
        let output = "\
running 3 tests
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
   Doc-tests x
test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: ok. 4 passed; 0 failed; 1 ignored; 0 filtered out; finished in 0.21s
";
        assert_eq!(Counts::of_libtest(output), Counts { passed: 8, failed: 2 });
    }

    #[test]
    fn a_test_that_prints_a_result_in_mid_line_is_not_counted() {
        assert_eq!(
            Counts::of_libtest("said test result: ok. 9 passed; 0 failed"),
            Counts::default()
        );
    }

    #[test]
    fn flaky_and_skipped_journeys_have_failed() {
        let report =
            r#"{"stats":{"expected":7,"unexpected":1,"flaky":2,"skipped":3,"duration":1.5}}"#;
        assert_eq!(Counts::of_playwright(report).unwrap(), Counts { passed: 7, failed: 6 });
        assert!(Counts::of_playwright("{}").is_err());
    }

    #[test]
    fn nothing_run_and_a_crash_are_failures() {
        let none = Counts::default();
        assert_eq!(none.judged(true), Counts { passed: 0, failed: 1 });
        let some = Counts { passed: 5, failed: 0 };
        assert_eq!(some.judged(true), some);
        assert_eq!(some.judged(false), Counts { passed: 5, failed: 1 });
        let failed = Counts { passed: 5, failed: 2 };
        assert_eq!(failed.judged(false), failed);
    }
}
