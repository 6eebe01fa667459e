//! Tools that are Rust programs: Trunk and wasm-bindgen.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::cache;
use crate::command::{capture, cargo, command, on_path, run};
use crate::workspace;

/// The newest Trunk that the toolchain of this repository compiles.
const TRUNK: &str = "0.21.14";

/// A package of crates.io that is installed as a program.
struct Tool<'a> {
    package: &'a str,
    version: &'a str,
    /// The programs needed from it; the first one's version is looked at.
    programs: &'a [&'a str],
    /// How long it takes to compile, in minutes, on a small machine.
    minutes: u32,
}

/// The program `trunk`.
pub(super) fn trunk() -> Result<PathBuf> {
    let tool = Tool { package: "trunk", version: TRUNK, programs: &["trunk"], minutes: 8 };
    Ok(tool.folder()?.join("trunk"))
}

/// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`, of the version in Cargo.lock: the
/// two must understand what the crate of that version writes.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    let version = workspace::locked_version("wasm-bindgen")?;
    Tool {
        package: "wasm-bindgen-cli",
        version: &version,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        minutes: 3,
    }
    .folder()
}

impl Tool<'_> {
    /// The folder with the programs: PATH, the cache, or the cache after installing.
    fn folder(&self) -> Result<PathBuf> {
        if let Some(folder) = self.folder_on_path() {
            return Ok(folder);
        }
        let place = cache::place(self.package, self.version)?;
        let folder = place.join("bin");
        if !self.is_whole(&folder) {
            println!(
                "installing {} {} (about {} minutes, once)…",
                self.package, self.version, self.minutes
            );
            cache::fill(&place, |root| self.install(root))
                .with_context(|| format!("cannot install {} {}", self.package, self.version))?;
        }
        Ok(folder)
    }

    fn folder_on_path(&self) -> Option<PathBuf> {
        let folder = on_path(self.programs.first()?)?.parent()?.to_owned();
        self.is_whole(&folder).then_some(folder)
    }

    /// Whether all programs are in `folder` and say that they are of the right version.
    fn is_whole(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            capture(command(folder.join(program)).arg("--version"))
                .is_ok_and(|said| said.split_whitespace().nth(1) == Some(self.version))
        })
    }

    fn install(&self, root: &Path) -> Result<()> {
        if on_path("cargo-binstall").is_some() {
            let mut binstall = cargo();
            binstall
                .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"])
                .arg(root)
                .arg(format!("{}@{}", self.package, self.version));
            if run(&mut binstall).is_ok() && self.is_whole(&root.join("bin")) {
                return Ok(());
            }
            println!("cargo binstall has no {} {}: compiling it", self.package, self.version);
        }
        // A package mirror may lag behind the versions that the package's own lock file names.
        self.compile(root, &["--locked"]).or_else(|error| {
            println!("{error:#}; trying without its lock file");
            self.compile(root, &[])
        })
    }

    fn compile(&self, root: &Path, flags: &[&str]) -> Result<()> {
        run(cargo()
            .args(["install", "--quiet", self.package, "--version", self.version, "--root"])
            .arg(root)
            .args(flags))
    }
}
