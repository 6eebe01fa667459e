//! `cargo xtask build`: the embeddable files, in `dist/`.

use anyhow::Result;

use crate::command::{command, run};
use crate::tools::{self, Profile};

/// Builds for publication; Trunk calls [`crate::assemble`] at the end.
pub(crate) fn build() -> Result<()> {
    let trunk = tools::trunk(Profile::Release)?;
    run(command(&trunk.program)
        .args(["build", "--release", "--skip-version-check"])
        .env("PATH", &trunk.path)
        // Some environments set NO_COLOR=1, which Trunk takes for a wrong boolean.
        .env_remove("NO_COLOR"))
}
