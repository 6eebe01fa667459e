//! The stand-in for the Autengo API, as a program.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command::{cargo, command, run};
use crate::workspace;

/// Builds the sandbox; gives its program.
pub(crate) fn build() -> Result<PathBuf> {
    println!("building the sandbox (a few minutes the first time)…");
    run(cargo().args(["build", "--quiet", "--profile", "native", "--package", "autengo-sandbox"]))?;
    Ok(workspace::target().join("native/autengo-sandbox"))
}

/// Becomes the sandbox, so that signals and the exit code are its own.
pub(crate) fn run_with(options: &[String]) -> Result<()> {
    let program = build()?;
    let error = command(&program).args(options).exec();
    Err(error).with_context(|| format!("cannot start {}", program.display()))
}
