//! Chromium and its driver.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use crate::command::{command, is_executable, on_path, run};

/// The browser: `$CHROMIUM`, or the one on PATH, or that of the system's packages.
pub(crate) fn chromium() -> Result<PathBuf> {
    find_or_install("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

/// Its driver: `$CHROMEDRIVER`, or the one on PATH, or that of the system's packages.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    find_or_install("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"])
}

fn find_or_install(variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(variable).map(PathBuf::from) {
        if !is_executable(&path) {
            bail!("{variable} names {}, which is not a program", path.display());
        }
        return Ok(path);
    }
    if let Some(found) = find(names) {
        return Ok(found);
    }
    install()?;
    find(names).ok_or_else(|| {
        anyhow!("the package has no program {}: set {variable} to its path", names.join(" or "))
    })
}

fn find(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| on_path(name))
}

fn install() -> Result<()> {
    let packages = ["chromium", "chromium-driver", "fonts-liberation"];
    let command_line = format!("apt-get install -y {}", packages.join(" "));
    let may_install = nix::unistd::geteuid().is_root()
        && Path::new("/etc/debian_version").exists()
        && on_path("apt-get").is_some();
    if !may_install {
        bail!(
            "Chromium or its driver is missing: install both (on Debian, as root: \
             `{command_line}`), or set CHROMIUM and CHROMEDRIVER to their paths"
        );
    }
    println!("installing Chromium (`{command_line}`)…");
    run(apt_get().arg("update").arg("-qq"))?;
    run(apt_get().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

fn apt_get() -> std::process::Command {
    let mut apt_get = command("apt-get");
    apt_get.env("DEBIAN_FRONTEND", "noninteractive");
    apt_get
}
