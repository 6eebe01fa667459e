//! Running other programs: nothing on stdin, and errors that name the command.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};

use crate::workspace;

/// A command in the repository's root, without input.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root()).stdin(Stdio::null());
    command
}

/// The cargo that runs us, or the one on PATH.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs to the end and fails if the program fails. Its output is ours.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| unstartable(command, &error))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs to the end and gives what was written to stdout; fails if the program fails.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| unstartable(command, &error))?;
    if !output.status.success() {
        bail!(
            "`{}` failed ({}): {}",
            line(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The stdout of a program, and whether it succeeded.
pub(crate) struct Transcript {
    /// Everything written to stdout.
    pub(crate) stdout: String,
    /// Whether the exit code was 0.
    pub(crate) success: bool,
}

/// Runs to the end, shows stdout line by line and keeps it. Failing is the caller's to judge.
pub(crate) fn tee(command: &mut Command) -> Result<Transcript> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| unstartable(command, &error))?;
    let pipe = child.stdout.take().context("the program has no stdout")?;
    let mut stdout = String::new();
    for line in BufReader::new(pipe).split(b'\n') {
        let line =
            line.with_context(|| format!("cannot read what `{}` says", self::line(command)))?;
        let line = String::from_utf8_lossy(&line);
        // Whoever reads us may be gone (`| head`); the program's result still counts.
        let _ = writeln!(io::stdout(), "{line}");
        stdout.push_str(&line);
        stdout.push('\n');
    }
    let status = child.wait().with_context(|| format!("lost `{}`", line(command)))?;
    Ok(Transcript { stdout, success: status.success() })
}

/// The first file named `program` in the folders of PATH that may be executed.
pub(crate) fn on_path(program: &str) -> Option<std::path::PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| is_executable(file))
}

/// Whether `file` is there and may be executed.
pub(crate) fn is_executable(file: &std::path::Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

fn unstartable(command: &Command, error: &io::Error) -> anyhow::Error {
    let program = command.get_program().display();
    if error.kind() == ErrorKind::NotFound {
        anyhow!("{program} is not installed, or not on PATH")
    } else {
        anyhow!("cannot start {program}: {error}")
    }
}

fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
