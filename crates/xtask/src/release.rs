//! `cargo xtask build`: the embeddable files, in `dist/`.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::assemble::KEEP_NAMES;
use crate::command::run;
use crate::tools::{self, Profile};
use crate::{trunk_config, workspace};

/// Builds for publication; Trunk calls [`crate::assemble`] at the end.
pub(crate) fn build() -> Result<()> {
    build_into(&workspace::dist(), &[])
}

/// Builds the same with the functions' names, which are not for publication, in the folder that this
/// gives.
pub(crate) fn build_with_names() -> Result<PathBuf> {
    let folder = workspace::scratch()?.join("named");
    build_into(&folder, &[(KEEP_NAMES, "1")])?;
    Ok(folder)
}

fn build_into(folder: &Path, variables: &[(&str, &str)]) -> Result<()> {
    let config = trunk_config::write("build", folder, 3000)?;
    run(tools::trunk(Profile::Release)?
        .call()
        .envs(variables.iter().copied())
        .args(["build", "--release", "--skip-version-check", "--config"])
        .arg(config))
}
