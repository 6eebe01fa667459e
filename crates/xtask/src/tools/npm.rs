//! Tools that come as npm packages: wasm-opt, esbuild and Playwright.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::cache;
use crate::command::{command, is_executable, on_path, run};
use crate::workspace;

/// Holds `wasm-opt`; the one that Debian packages is too old for today's Rust.
const BINARYEN: &str = "132.0.0";
/// Minifies JavaScript and CSS.
const ESBUILD: &str = "0.28.2";

/// The folder of `wasm-opt`.
pub(crate) fn wasm_opt() -> Result<PathBuf> {
    programs("binaryen", BINARYEN, "wasm-opt")
}

/// The program `esbuild`.
pub(crate) fn esbuild() -> Result<PathBuf> {
    Ok(programs("esbuild", ESBUILD, "esbuild")?.join("esbuild"))
}

/// The folder of the journeys, its packages installed as its lock file says.
pub(crate) fn end_to_end() -> Result<PathBuf> {
    let folder = workspace::root().join("tests/e2e");
    // npm writes this file last, so it is there only if the installation is whole.
    let installed = folder.join("node_modules/.package-lock.json");
    let lock = workspace::read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.xtask-lock");
    let unchanged = fs::read_to_string(&stamp).is_ok_and(|then| then == lock);
    if !(installed.exists() && unchanged) {
        println!("installing the packages of tests/e2e…");
        npm()?;
        run(command("npm")
            .current_dir(&folder)
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            // The system's Chromium is used; Playwright's own are hundreds of megabytes.
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
        fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))?;
    }
    Ok(folder)
}

/// The folder of the programs of `package`, installed into the cache if missing.
fn programs(package: &str, version: &str, program: &str) -> Result<PathBuf> {
    let place = cache::place(package, version)?;
    let folder = place.join("node_modules/.bin");
    if !is_executable(&folder.join(program)) {
        println!("installing {package} {version}…");
        npm()?;
        cache::fill(&place, |root| install(root, package, version))
            .with_context(|| format!("cannot install {package} {version}"))?;
    }
    Ok(folder)
}

fn install(root: &Path, package: &str, version: &str) -> Result<()> {
    run(command("npm")
        .current_dir(root)
        .args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(root)
        .arg(format!("{package}@{version}")))
}

fn npm() -> Result<()> {
    for program in ["node", "npm"] {
        if on_path(program).is_none() {
            bail!(
                "{program} is missing: install Node.js 20 or newer (on Debian: `apt-get install -y \
                 nodejs npm`), then run this again"
            );
        }
    }
    Ok(())
}
