//! `cargo xtask serve`: the development page and its API, until Ctrl-C.

mod ports;

use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::children::Children;
use crate::command::command;
use crate::sandbox;
use crate::tools::{self, Profile, Trunk};
use crate::trunk_config;
use crate::workspace;

/// How `serve` may be changed.
#[derive(Args)]
pub(crate) struct Options {
    /// Port of the page [default: 8080, or a free one if that is taken]
    #[arg(long)]
    port: Option<u16>,
    /// Port of the sandbox [default: 3000, or a free one if that is taken]
    #[arg(long)]
    sandbox_port: Option<u16>,
    /// Number of vehicles in the sandbox [default: the sandbox's own]
    #[arg(long)]
    vehicles: Option<u32>,
    /// Serve the release build
    #[arg(long)]
    release: bool,
}

/// How often we look whether the page answers and everything still runs.
const LOOK: Duration = Duration::from_millis(200);

/// Runs sandbox and Trunk; returns when told to stop, fails when one of them ends by itself.
pub(crate) fn serve(options: &Options) -> Result<()> {
    let profile = if options.release { Profile::Release } else { Profile::Dev };
    // First, as a wished port that is taken ends it here, not after minutes of compiling.
    let sandbox_port = ports::choose(options.sandbox_port, 3000)?;
    let port = ports::choose(options.port, 8080)?;
    let trunk = tools::trunk(profile)?;
    let sandbox = sandbox::build()?;
    let stop = stop_signal()?;
    let mut children = Children::default();

    start_sandbox(&mut children, &sandbox, sandbox_port, options.vehicles)?;
    if !wait_until(&stop, &mut children, || ports::is_taken(sandbox_port))? {
        return Ok(());
    }

    println!("building the page (some minutes the first time)…");
    start_trunk(&mut children, &trunk, port, sandbox_port, profile)?;
    let page = format!("http://127.0.0.1:{port}/");
    if wait_until(&stop, &mut children, || answers(&page))? {
        println!("{page}");
        wait_until(&stop, &mut children, || false)?;
    }
    Ok(())
}

fn start_sandbox(
    children: &mut Children,
    program: &Path,
    port: u16,
    vehicles: Option<u32>,
) -> Result<()> {
    let mut sandbox = command(program);
    sandbox.arg("--port").arg(port.to_string());
    if let Some(vehicles) = vehicles {
        sandbox.arg("--vehicles").arg(vehicles.to_string());
    }
    children.start("the sandbox", &mut sandbox)
}

fn start_trunk(
    children: &mut Children,
    trunk: &Trunk,
    port: u16,
    sandbox_port: u16,
    profile: Profile,
) -> Result<()> {
    let dist = dist()?;
    if dist.exists() {
        // An old page must not answer before the new one is built.
        fs::remove_dir_all(&dist).with_context(|| format!("cannot empty {}", dist.display()))?;
    }
    let mut serve = trunk.call();
    serve
        .args(["serve", "--skip-version-check", "--port"])
        .arg(port.to_string())
        .arg("--config")
        .arg(trunk_config::write("serve", &dist, sandbox_port)?);
    if profile == Profile::Release {
        serve.arg("--release");
    }
    children.start("trunk", &mut serve)
}

/// Looks again and again: true when the condition holds, false when we are told to stop.
fn wait_until(
    stop: &Receiver<()>,
    children: &mut Children,
    condition: impl Fn() -> bool,
) -> Result<bool> {
    loop {
        if let Some((name, status)) = children.ended()? {
            bail!("{name} ended by itself ({status}); its last words are above");
        }
        if condition() {
            return Ok(true);
        }
        if stop.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
            return Ok(false);
        }
    }
}

/// Receives when the terminal or the system asks us to end.
fn stop_signal() -> Result<Receiver<()>> {
    let (sender, receiver) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Nobody receives any more: we are about to end already.
        let _ = sender.send(());
    })
    .context("cannot listen for Ctrl-C")?;
    Ok(receiver)
}

/// Whether a GET of the page is answered with 200.
fn answers(page: &str) -> bool {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(5)))
        .proxy(None)
        .build()
        .into();
    agent.get(page).call().is_ok_and(|response| response.status() == 200)
}

/// The folder of the page while it is served; `dist/` stays what `build` made it.
fn dist() -> Result<std::path::PathBuf> {
    Ok(workspace::scratch()?.join("serve"))
}
