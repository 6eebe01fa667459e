//! Parts of the Rust toolchain.

use std::path::Path;

use anyhow::{Result, bail};

use crate::command::{capture, cargo, command, on_path, run};

/// The target that browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Sees to it that the toolchain can compile for the browser.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = capture(command("rustc").args(["--print", "sysroot"]))?;
    let libraries = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).join("lib");
    if libraries.is_dir() {
        return Ok(());
    }
    println!("adding the Rust target {WASM}…");
    rustup(&["target", "add", WASM])
}

/// Sees to it that formatter and linter are there.
pub(crate) fn components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if capture(cargo().args([subcommand, "--version"])).is_err() {
            println!("adding the Rust component {component}…");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result<()> {
    if on_path("rustup").is_none() {
        bail!(
            "rustup is missing, which would run `rustup {}`: install it from https://rustup.rs, or \
             add that part with your system's packages",
            arguments.join(" ")
        );
    }
    run(command("rustup").args(arguments))
}
