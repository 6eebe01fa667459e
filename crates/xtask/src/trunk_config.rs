//! `Trunk.toml` as our commands need it: the same, with this very program as its hook, so that what
//! cargo is told for the widget is not told to it for that, and with the sandbox's real port.
//!
//! Trunk takes one proxy from its command line and any number from its file, and finds everything
//! relative to that file. So the generated one lies in `target/` and names absolute paths.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use toml::{Table, Value};

use crate::workspace;

/// Writes the configuration of a command that builds into `dist`, and gives its path.
pub(crate) fn write(command: &str, dist: &Path, sandbox_port: u16) -> Result<PathBuf> {
    let root = workspace::root();
    let ours = own_path()?;
    let config: Table = workspace::read(&root.join("Trunk.toml"))?
        .parse()
        .context("Trunk.toml is not valid TOML")?;
    let adapted = adapt(config, root, dist, &ours, sandbox_port);

    let path = workspace::scratch()?.join(format!("Trunk-{command}.toml"));
    let text = toml::to_string(&adapted).context("cannot write Trunk's configuration")?;
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}

/// The path of the program that runs. The tests compile it anew while it runs: Linux then says that
/// it is deleted, behind the path at which the new one stands.
fn own_path() -> Result<PathBuf> {
    let path = std::env::current_exe().context("cannot find the program that is running")?;
    let replaced = path.to_str().and_then(|path| path.strip_suffix(" (deleted)"));
    Ok(replaced.map_or_else(|| path.clone(), PathBuf::from))
}

fn adapt(mut config: Table, root: &Path, dist: &Path, ours: &Path, sandbox_port: u16) -> Table {
    let text = |path: &Path| Value::String(path.to_string_lossy().into_owned());

    let build = section(&mut config, "build");
    build.insert("target".into(), text(&root.join("index.html")));
    build.insert("dist".into(), text(dist));

    if let Some(Value::Array(watched)) = section(&mut config, "watch").get_mut("watch") {
        for path in watched {
            if let Some(relative) = path.as_str() {
                *path = text(&root.join(relative));
            }
        }
    }
    for hook in tables(&mut config, "hooks") {
        hook.insert("command".into(), text(ours));
        hook.insert("command_arguments".into(), vec!["assemble"].into());
    }
    for proxy in tables(&mut config, "proxy") {
        if let Some(Value::String(backend)) = proxy.get_mut("backend") {
            *backend = backend.replacen(":3000/", &format!(":{sandbox_port}/"), 1);
        }
    }
    config
}

fn section<'a>(config: &'a mut Table, name: &str) -> &'a mut Table {
    let section = config.entry(name).or_insert_with(|| Value::Table(Table::new()));
    if !section.is_table() {
        *section = Value::Table(Table::new());
    }
    match section {
        Value::Table(table) => table,
        _ => unreachable!("it was made a table above"),
    }
}

fn tables<'a>(config: &'a mut Table, name: &str) -> impl Iterator<Item = &'a mut Table> {
    config
        .get_mut(name)
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
        .filter_map(Value::as_table_mut)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use toml::Table;

    use super::adapt;

    #[test]
    fn the_repositorys_own_configuration_is_adapted() {
        let config: Table = include_str!("../../../Trunk.toml").parse().unwrap();
        let adapted =
            adapt(config, Path::new("/repo"), Path::new("/out"), Path::new("/bin/xtask"), 4711);
        let text = toml::to_string(&adapted).unwrap();

        assert_eq!(adapted["build"]["target"].as_str(), Some("/repo/index.html"));
        assert_eq!(adapted["build"]["dist"].as_str(), Some("/out"));
        assert_eq!(adapted["watch"]["watch"][0].as_str(), Some("/repo/Cargo.toml"));
        assert_eq!(adapted["hooks"][0]["command"].as_str(), Some("/bin/xtask"));
        assert_eq!(adapted["proxy"][0]["backend"].as_str(), Some("http://127.0.0.1:4711/v3"));
        assert!(!text.contains("3000"), "{text}");
    }
}
