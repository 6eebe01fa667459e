//! The end-to-end tier: Playwright on host pages.

use std::fs;
use std::io::ErrorKind;

use anyhow::{Context, Result, bail};

use crate::command::{command, run};
use crate::counts::Counts;
use crate::sandbox;
use crate::tools;
use crate::workspace;

/// Runs the journeys against `dist/` and the sandbox.
pub(super) fn run_journeys(rest: &[String]) -> Result<Counts> {
    let folder = tools::end_to_end()?;
    let report = workspace::scratch()?.join("journeys.json");
    match fs::remove_file(&report) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            bail!("cannot remove the last report, {}: {error}", report.display())
        }
        _ => {}
    }
    let outcome = run(command(folder.join("node_modules/.bin/playwright"))
        .current_dir(&folder)
        .args(["test", "--reporter=list,json"])
        .args(rest)
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report)
        .env("CHROMIUM", tools::chromium()?)
        .env("AUTENGO_DIST", workspace::dist())
        .env("AUTENGO_SANDBOX", sandbox::build()?));
    if let Err(error) = &outcome {
        println!("{error:#}");
    }
    let report = fs::read_to_string(&report)
        .with_context(|| format!("Playwright wrote no report {}", report.display()))?;
    Ok(Counts::of_playwright(&report)?.judged(outcome.is_ok()))
}
