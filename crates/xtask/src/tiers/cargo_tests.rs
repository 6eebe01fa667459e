//! The tiers that cargo runs: native, and in the browser through wasm-bindgen's runner.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;

use crate::command::{cargo, tee};
use crate::counts::Counts;
use crate::tools;
use crate::workspace;

/// All crates but the widget, and what of the widget runs without a browser.
pub(super) fn native(rest: &[String]) -> Result<Counts> {
    let others = cargo_test(&["--workspace", "--exclude", "autengo-widget"], &[], rest)?;
    let widget = if workspace::root().join("src/lib.rs").exists() {
        cargo_test(&["--package", "autengo-widget", "--lib"], &[], rest)?
    } else {
        Counts::check(false)
    };
    Ok(others + widget)
}

/// The widget's tests in `tests/`, in headless Chromium.
pub(super) fn browser(rest: &[String]) -> Result<Counts> {
    tools::wasm_target()?;
    let runner = tools::wasm_bindgen()?.join("wasm-bindgen-test-runner");
    let chromedriver = tools::chromedriver()?;
    let webdriver = webdriver()?;
    let environment = [
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner),
        ("CHROMEDRIVER", chromedriver),
        ("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver),
        ("WASM_BINDGEN_TEST_ONLY_WEB", "1".into()),
        // Seconds; the defaults (5 and 20) are short for a machine that also compiles.
        ("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60".into()),
        ("WASM_BINDGEN_TEST_TIMEOUT", "300".into()),
    ];
    let arguments =
        ["--package", "autengo-widget", "--target", "wasm32-unknown-unknown", "--test", "*"];
    cargo_test(&arguments, &environment, rest)
}

fn cargo_test(
    arguments: &[&str],
    environment: &[(&str, PathBuf)],
    rest: &[String],
) -> Result<Counts> {
    let mut test = cargo();
    test.args(["test", "--no-fail-fast"]).args(arguments);
    // The runner takes these before CHROMEDRIVER.
    for other in ["GECKODRIVER", "GECKODRIVER_REMOTE", "CHROMEDRIVER_REMOTE"] {
        test.env_remove(other);
    }
    for (name, value) in environment {
        test.env(name, value);
    }
    if !rest.is_empty() {
        test.arg("--").args(rest);
    }
    let transcript = tee(&mut test)?;
    Ok(Counts::of_libtest(&transcript.stdout).judged(transcript.success))
}

/// Writes what the driver needs to know about the browser.
fn webdriver() -> Result<PathBuf> {
    let capabilities = json!({
        "goog:chromeOptions": {
            "binary": tools::chromium()?,
            "args": [
                "--headless",
                // Chromium has no sandbox of its own for root, as which CI runs.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        },
    });
    let path = workspace::scratch()?.join("webdriver.json");
    fs::write(&path, capabilities.to_string())
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}
