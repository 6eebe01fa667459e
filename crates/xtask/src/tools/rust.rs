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

/// Has cargo compile the standard library with the program, for size: a quarter of the program is
/// the standard library's code, and a seventh the words of panics with the places where they happen,
/// which nobody reads in a release. A panic is a trap there, which the glue reports
/// (`assemble::traps`). The flags are unstable: a toolchain without them fails the build.
pub(crate) const SMALL: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "--cfg erase_components -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none",
    ),
];

/// Sees to it that the standard library's source is there.
pub(crate) fn std_source() -> Result<()> {
    let sysroot = capture(command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std").is_dir() {
        return Ok(());
    }
    println!("adding the Rust component rust-src…");
    rustup(&["component", "add", "rust-src"])
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
