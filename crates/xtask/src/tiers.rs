//! `cargo xtask test`: every tier, in the order in which a failure is cheapest to learn.

mod cargo_tests;
mod journeys;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::budget;
use crate::command::{cargo, run};
use crate::counts::Counts;
use crate::release;
use crate::tools;

/// Which tests to run.
#[derive(Args)]
pub(crate) struct Options {
    /// One tier; all of them if none is named
    tier: Option<Tier>,
    /// For the tier's own program: filters of cargo test or files of Playwright
    #[arg(last = true, requires = "tier")]
    rest: Vec<String>,
}

/// A kind of test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Tier {
    /// The code is formatted
    Fmt,
    /// The linter has nothing to say, neither for the widget nor for the native crates
    Clippy,
    /// Tests that need no browser
    Native,
    /// Components in a headless Chromium
    Browser,
    /// Journeys on host pages with the release build and the sandbox
    E2e,
    /// The release build is within its size budget
    Size,
}

/// Runs the tiers and prints the sum as the last line.
pub(crate) fn test(options: &Options) -> ExitCode {
    let tiers = options.tier.map_or_else(|| Tier::value_variants().to_vec(), |tier| vec![tier]);
    let mut build = Build::default();
    let mut results = Vec::new();
    for tier in tiers {
        println!("── {tier:?}");
        let counts = tier.run(&options.rest, &mut build).unwrap_or_else(|error| {
            // The other tiers still have something to say.
            println!("error: {error:#}");
            Counts::check(false)
        });
        results.push((tier, counts));
    }
    println!();
    for (tier, counts) in &results {
        println!("{:<8} {} passed, {} failed", format!("{tier:?}"), counts.passed, counts.failed);
    }
    let sum: Counts = results.into_iter().map(|(_, counts)| counts).sum();
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Tier {
    fn run(self, rest: &[String], build: &mut Build) -> Result<Counts> {
        match self {
            Self::Fmt => {
                tools::components()?;
                Ok(Counts::check(succeeds(&["fmt", "--all", "--check"])))
            }
            Self::Clippy => {
                tools::components()?;
                tools::wasm_target()?;
                // Both speak, even if the first one complains.
                let native = succeeds(&CLIPPY_NATIVE);
                let widget = succeeds(&CLIPPY_WIDGET);
                Ok(Counts::check(native && widget))
            }
            Self::Native => cargo_tests::native(rest),
            Self::Browser => cargo_tests::browser(rest),
            Self::E2e => {
                build.release()?;
                journeys::run_journeys(rest)
            }
            Self::Size => {
                build.release()?;
                Ok(Counts::check(budget::check_dist()? == ExitCode::SUCCESS))
            }
        }
    }
}

const CLIPPY_NATIVE: [&str; 8] = [
    "clippy",
    "--workspace",
    "--exclude",
    "autengo-widget",
    "--all-targets",
    "--",
    "--deny",
    "warnings",
];

const CLIPPY_WIDGET: [&str; 9] = [
    "clippy",
    "--package",
    "autengo-widget",
    "--all-targets",
    "--target",
    "wasm32-unknown-unknown",
    "--",
    "--deny",
    "warnings",
];

fn succeeds(arguments: &[&str]) -> bool {
    run(cargo().args(arguments)).inspect_err(|error| println!("{error:#}")).is_ok()
}

/// The release build, made at most once.
#[derive(Default)]
struct Build {
    done: bool,
}

impl Build {
    fn release(&mut self) -> Result<()> {
        if !self.done {
            release::build()?;
            self.done = true;
        }
        Ok(())
    }
}
