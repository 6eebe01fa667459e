//! `cargo xtask build`: the embeddable files, in `dist/`.

use anyhow::Result;

use crate::command::run;
use crate::tools::{self, Profile};
use crate::{trunk_config, workspace};

/// Builds for publication; Trunk calls [`crate::assemble`] at the end.
pub(crate) fn build() -> Result<()> {
    let config = trunk_config::write("build", &workspace::dist(), 3000)?;
    run(tools::trunk(Profile::Release)?
        .call()
        .args(["build", "--release", "--skip-version-check", "--config"])
        .arg(config))
}
