//! Where things are in this repository, and which versions its lock file names.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository's root folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().and_then(Path::parent).unwrap_or(Path::new("."))
}

/// A folder for files that xtask generates, inside the git-ignored `target/`.
pub(crate) fn scratch() -> Result<PathBuf> {
    let folder = root().join("target/xtask");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
}

/// The folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// The release build's folder.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The text of a file, or an error that names it.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The version of `package` that this repository's Cargo.lock names.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    version_in_lock(&read(&root().join("Cargo.lock"))?, package)
}

fn version_in_lock(lock: &str, package: &str) -> Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is not valid TOML")?;
    lock.get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version"))
        .and_then(toml::Value::as_str)
        .map(str::to_owned)
        .with_context(|| {
            format!("Cargo.lock does not name {package}: run `cargo update --workspace`")
        })
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    const LOCK: &str = r#"
        version = 4
        [[package]]
        name = "wasm-bindgen-macro"
        version = "0.2.1"
        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"
    "#;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
    }

    #[test]
    fn a_package_that_is_not_locked_is_named() {
        let error = version_in_lock(LOCK, "leptos").unwrap_err();
        assert!(error.to_string().contains("leptos"), "{error}");
    }
}
