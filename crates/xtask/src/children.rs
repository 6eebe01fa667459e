//! Programs that run beside us and must not outlive us.

use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

/// How long a program may take to end by itself.
const PATIENCE: Duration = Duration::from_secs(5);

/// Running programs, each in a process group of its own; dropping ends them and what they started.
#[derive(Default)]
pub(crate) struct Children(Vec<(String, Child)>);

impl Children {
    /// Starts a program; `name` is for messages.
    pub(crate) fn start(&mut self, name: &str, command: &mut Command) -> Result<()> {
        use std::os::unix::process::CommandExt;
        // Its own group: a terminal's Ctrl-C reaches us alone, and a signal of ours reaches the
        // program together with the compilers it runs.
        let child = command.process_group(0).spawn().with_context(|| {
            format!("cannot start {name} ({})", command.get_program().display())
        })?;
        self.0.push((name.to_owned(), child));
        Ok(())
    }

    /// The first program found to have ended.
    pub(crate) fn ended(&mut self) -> Result<Option<(&str, ExitStatus)>> {
        for (name, child) in &mut self.0 {
            if let Some(status) = child.try_wait().with_context(|| format!("lost {name}"))? {
                return Ok(Some((name, status)));
            }
        }
        Ok(None)
    }

    fn signal(&self, signal: Signal) {
        for (_, child) in &self.0 {
            if let Ok(group) = i32::try_from(child.id()) {
                // A group that is gone already is what we want.
                let _ = killpg(Pid::from_raw(group), signal);
            }
        }
    }

    fn all_ended(&mut self) -> bool {
        self.0.iter_mut().all(|(_, child)| !matches!(child.try_wait(), Ok(None)))
    }
}

impl Drop for Children {
    fn drop(&mut self) {
        self.signal(Signal::SIGTERM);
        let deadline = Instant::now() + PATIENCE;
        while !self.all_ended() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(20));
        }
        // Also reaches what a program that has ended left behind in its group.
        self.signal(Signal::SIGKILL);
        for (_, child) in &mut self.0 {
            let _ = child.wait();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Read};
    use std::process::Command;
    use std::time::{Duration, Instant};

    use super::Children;

    #[test]
    fn dropping_ends_grandchildren_too() {
        let (reader, writer) = std::io::pipe().unwrap();
        let mut children = Children::default();
        let mut shell = Command::new("sh");
        shell.args(["-c", "sleep 60 & echo started; wait"]).stdout(writer);
        children.start("sh", &mut shell).unwrap();
        drop(shell);
        let mut reader = BufReader::new(reader);
        reader.read_line(&mut String::new()).unwrap();
        let dropped = Instant::now();
        drop(children);
        // The pipe ends when nobody is left who could write to it.
        reader.read_to_end(&mut Vec::new()).unwrap();
        assert!(dropped.elapsed() < Duration::from_secs(30));
    }

    #[test]
    fn an_ended_child_is_named() {
        let mut children = Children::default();
        children.start("false", &mut Command::new("false")).unwrap();
        let started = Instant::now();
        let status = loop {
            if let Some((name, status)) = children.ended().unwrap() {
                assert_eq!(name, "false");
                break status;
            }
            assert!(started.elapsed() < Duration::from_secs(10));
        };
        assert!(!status.success());
    }
}
