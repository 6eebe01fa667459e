//! The folder that holds installed tools, one sub-folder per name and version.
//!
//! A tool is installed beside its place and then renamed, so that an interrupted installation is
//! never taken for a whole one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// `$XDG_CACHE_HOME/autengo-widget/tools`, or the same below `~/.cache`.
pub(super) fn folder() -> Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .filter(|value| Path::new(value).is_absolute())
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
        .context("no home directory: set XDG_CACHE_HOME to a folder for the tools")?;
    let folder = base.join("autengo-widget/tools");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
}

/// The place of a tool, whether it is installed or not.
pub(super) fn place(name: &str, version: &str) -> Result<PathBuf> {
    Ok(folder()?.join(format!("{name}-{version}")))
}

/// Lets `install` fill an empty folder, and puts that in `place`.
///
/// What stands in `place` was found wanting and is replaced.
pub(super) fn fill(place: &Path, install: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = place.with_file_name(format!(".{name}.{}", std::process::id()));
    fs::create_dir_all(&unfinished)
        .with_context(|| format!("cannot create {}", unfinished.display()))?;
    let installed = install(&unfinished).and_then(|()| {
        if place.exists() {
            fs::remove_dir_all(place)
                .with_context(|| format!("cannot replace {}", place.display()))?;
        }
        fs::rename(&unfinished, place)
            .with_context(|| format!("cannot write to {}", place.display()))
    });
    if installed.is_err() {
        // The failure is the news; what is left over is overwritten or ignored next time.
        let _ = fs::remove_dir_all(&unfinished);
    }
    installed
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::bail;

    use super::fill;

    #[test]
    fn a_failed_installation_leaves_nothing_behind() {
        let cache = tempfile::tempdir().unwrap();
        let place = cache.path().join("tool-1");
        let result = fill(&place, |folder| {
            fs::write(folder.join("half"), "")?;
            bail!("no network")
        });
        assert_eq!(result.unwrap_err().to_string(), "no network");
        assert_eq!(fs::read_dir(cache.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_whole_installation_replaces_a_broken_one() {
        let cache = tempfile::tempdir().unwrap();
        let place = cache.path().join("tool-1");
        fs::create_dir(&place).unwrap();
        fs::write(place.join("broken"), "").unwrap();
        fill(&place, |folder| Ok(fs::write(folder.join("whole"), "")?)).unwrap();
        assert!(place.join("whole").exists() && !place.join("broken").exists());
    }
}
