//! The sandbox as a program.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

#[test]
fn it_prints_its_address_and_nothing_else() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_autengo-sandbox"))
        .args(["--port", "0", "--vehicles", "5"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    let port = line
        .strip_prefix("sandbox: http://127.0.0.1:")
        .and_then(|rest| rest.strip_suffix("/v3\n"))
        .unwrap_or_else(|| panic!("{line:?}"));
    assert!(port.parse::<u16>().unwrap() > 0);
    assert_eq!(rest, "");
}

#[test]
fn it_says_why_it_cannot_start() {
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_autengo-sandbox"))
        .args(["--port", &port, "--vehicles", "5"])
        .output()
        .unwrap();
    assert!(!output.status.success());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains(&format!("cannot listen on 127.0.0.1:{port}")), "{message}");
}

#[test]
fn wrong_options_are_refused() {
    for arguments in [["--or", "both"], ["--ne-null", "maybe"], ["--vehicles", "many"]] {
        let output =
            Command::new(env!("CARGO_BIN_EXE_autengo-sandbox")).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
