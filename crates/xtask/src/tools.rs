//! The programs that the other commands need: found, or installed into the cache.

mod browser;
mod cache;
mod crates;
mod npm;
mod rust;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::command;

pub(crate) use browser::{chromedriver, chromium};
pub(crate) use crates::wasm_bindgen;
pub(crate) use npm::{end_to_end, esbuild, wasm_opt};
use rust::{SMALL, std_source};
pub(crate) use rust::{components, wasm_target};

/// Installs everything that any command of xtask needs.
pub(crate) fn setup() -> Result<()> {
    components()?;
    wasm_target()?;
    std_source()?;
    crates::trunk()?;
    wasm_bindgen()?;
    wasm_opt()?;
    esbuild()?;
    end_to_end()?;
    let chromium = chromium()?;
    chromedriver()?;
    println!("tools: {}", cache::folder()?.display());
    println!("browser: {}", chromium.display());
    println!(
        "everything is there: `cargo xtask serve` shows the widget, `cargo xtask test` tests it"
    );
    Ok(())
}

/// Whether a build is for development or for publication.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Dev,
    /// Small to load: also runs wasm-opt and the minifier.
    Release,
}

/// Trunk, and the PATH on which it finds the tools it calls, so that it downloads none itself.
pub(crate) struct Trunk {
    program: PathBuf,
    /// The value for the environment variable PATH.
    path: OsString,
    profile: Profile,
}

impl Trunk {
    /// A call of it.
    pub(crate) fn call(&self) -> Command {
        let mut call = command(&self.program);
        // Some environments set NO_COLOR=1, which Trunk takes for a wrong boolean.
        call.env("PATH", &self.path).env_remove("NO_COLOR");
        if self.profile == Profile::Release {
            call.envs(SMALL);
        }
        call
    }
}

/// Trunk and all that it calls for a build of this profile.
pub(crate) fn trunk(profile: Profile) -> Result<Trunk> {
    wasm_target()?;
    let program = crates::trunk()?;
    let mut folders = vec![wasm_bindgen()?];
    if profile == Profile::Release {
        std_source()?;
        // The hook calls them: installed now, their messages do not get lost in Trunk's.
        wasm_opt()?;
        esbuild()?;
    }
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&inherited));
    let path = std::env::join_paths(folders).context("a folder of PATH has a colon in its name")?;
    Ok(Trunk { program, path, profile })
}
