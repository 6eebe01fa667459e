//! Ports on this machine.

use std::net::{Ipv4Addr, TcpListener, TcpStream};

use anyhow::{Context, Result, bail};

/// The wished port, which must be free; or the usual one; or any, if that is taken.
pub(super) fn choose(wished: Option<u16>, usual: u16) -> Result<u16> {
    if let Some(port) = wished {
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
            bail!("port {port} is taken: choose another, or none to have a free one chosen");
        }
        return Ok(port);
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, usual))
        .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .context("no port is free")?;
    Ok(listener.local_addr().context("a port without a number")?.port())
}

/// Whether something listens on `port`.
pub(super) fn is_taken(port: u16) -> bool {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::{choose, is_taken};

    #[test]
    fn another_port_is_chosen_if_the_usual_one_is_taken() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(is_taken(port));
        let chosen = choose(None, port).unwrap();
        assert_ne!(chosen, port);
        assert!(choose(Some(port), 8080).unwrap_err().to_string().contains("is taken"));
    }
}
