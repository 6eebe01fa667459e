//! `cargo xtask`: what it takes to work on this repository, one command each.
//!
//! Whatever a command needs and does not find, it installs into a cache of its own
//! (`~/.cache/autengo-widget/tools`), so that a clone needs nothing but rustup, node and, for the
//! browser tests, Chromium.

mod assemble;
mod budget;
mod release;

mod children;
mod command;
mod counts;
mod sandbox;
mod serve;
mod tiers;
mod tools;
mod trunk_config;
mod why;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The commands of the Autengo vehicle widget's repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what the other commands need, as far as it is missing
    Setup,
    /// Show the widget on a page, with the sandbox as its API; rebuilds when a file changes
    Serve(serve::Options),
    /// Run all tests, or those of one tier
    Test(tiers::Options),
    /// Write the embeddable release build to dist/
    Build,
    /// Build, then compare what a browser fetches with the size budget
    Size {
        /// Say instead what the bytes are for: the largest functions, and the crates they are of
        #[arg(long)]
        why: bool,
    },
    /// Run the stand-in for the Autengo API; its options follow (try --help)
    #[command(disable_help_flag = true)]
    Sandbox {
        /// Options of the sandbox, passed on as they are
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<String>,
    },
    /// Trunk's hook at the end of a build: loader, styles and final file names
    #[command(hide = true)]
    Assemble,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    match task {
        Task::Setup => tools::setup()?,
        Task::Serve(options) => serve::serve(&options)?,
        Task::Test(options) => return Ok(tiers::test(&options)),
        Task::Build => release::build()?,
        Task::Size { why: true } => why::print(&release::build_with_names()?)?,
        Task::Size { why: false } => {
            release::build()?;
            return budget::check_dist();
        }
        Task::Sandbox { options } => sandbox::run_with(&options)?,
        Task::Assemble => assemble::assemble()?,
    }
    Ok(ExitCode::SUCCESS)
}
