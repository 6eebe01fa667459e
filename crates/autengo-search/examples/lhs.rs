//! Answers questions about links and queries: one JSON object a line comes in, one goes out.
//! The crate's documentation says what can be asked.

use std::io::{self, BufRead, Write};

use autengo_api::qs::{self, Tree};
use autengo_api::query::Order;
use autengo_search::plan::{Domains, Preset, plan};
use autengo_search::state::{Ignored, State};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().split(b'\n') {
        let answer = answer(&line?).unwrap_or_else(|error| json!({ "error": error }));
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn answer(line: &[u8]) -> Result<Value, String> {
    let request = read(line)?;
    let text = |name: &str| request.get(name).and_then(Value::as_str);
    let input = || text("input").ok_or("`input` must be a text");
    match text("op") {
        Some("decode") => Ok(json!({ "value": qs::decode(input()?) })),
        Some("encode") => {
            let value = request.get("input").ok_or("there is no `input`")?;
            Ok(json!({ "string": qs::encode(&Tree::from(value)) }))
        }
        Some("state") => {
            let (state, ignored) = parse(input()?, text("root"));
            Ok(json!({ "state": state.to_tree(), "ignored": sentences(&ignored) }))
        }
        Some("plan") => {
            let (state, ignored) = parse(input()?, text("root"));
            let (preset, _) = parse(text("filter").unwrap_or_default(), Some(""));
            let preset = Preset {
                and: preset.params.and().clone(),
                or: preset.params.or().clone(),
                order: Order::default(),
                limit: 24,
            };
            let query = plan(&state.params, &preset, &domains(&request));
            let query = query.map_err(|error| error.to_string())?;
            Ok(json!({ "query": query.to_string(), "ignored": sentences(&ignored) }))
        }
        _ => Err("`op` must be decode, encode, state or plan".to_owned()),
    }
}

/// The state in a query, in a whole address or in what stands behind its `?`.
fn parse(input: &str, root: Option<&str>) -> (State, Vec<Ignored>) {
    let query = match input.split_once('?') {
        Some((address, rest)) if address.contains("://") => {
            rest.split_once('#').map_or(rest, |(query, _)| query)
        }
        _ => input,
    };
    State::parse(query, root.unwrap_or("cars"))
}

fn sentences(ignored: &[Ignored]) -> Vec<String> {
    ignored.iter().map(ToString::to_string).collect()
}

/// What the request says of the stock: `{"values":{"fuelType":["diesel"]},"models":{"190":[3813]}}`.
fn domains(request: &Value) -> Domains {
    let named = |name: &str| {
        let object = Tree::from(request.get(name).unwrap_or(&Value::Null));
        let Tree::Map(entries) = object else { return Vec::new() };
        let texts = |list: &Tree| list.texts().map(str::to_owned).collect::<Vec<_>>();
        entries.iter().map(|(key, list)| (key.clone(), texts(list))).collect()
    };
    let column = |(name, values): (String, _)| Some((name.parse().ok()?, values));
    let models = |(make, ids): (String, Vec<String>)| {
        Some((make.parse().ok()?, ids.iter().filter_map(|id| id.parse().ok()).collect()))
    };
    Domains {
        values: named("values").into_iter().filter_map(column).collect(),
        models: named("models").into_iter().filter_map(models).collect(),
        untold: Vec::new(),
    }
}

/// JSON may name half a surrogate pair, a text cannot have one: it is read as U+FFFD, which is
/// what `qs` writes of it.
fn read(line: &[u8]) -> Result<Value, String> {
    let text = str::from_utf8(line).map_err(|error| error.to_string())?;
    let whole = serde_json::from_str(text).or_else(|_| serde_json::from_str(&paired(text)));
    whole.map_err(|error| error.to_string())
}

fn paired(text: &str) -> String {
    let unit = |at: usize| {
        let digits = text.get(at..)?.strip_prefix("\\u")?.get(..4)?;
        u32::from_str_radix(digits, 16).ok()
    };
    let mut paired = String::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = match (unit(at), unit(at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                paired.push_str("\\ufffd");
                at += 6;
                continue;
            }
            (Some(_), _) => 6,
            (None, _) if rest.starts_with('\\') => {
                1 + rest[1..].chars().next().map_or(0, char::len_utf8)
            }
            (None, _) => rest.chars().next().map_or(1, char::len_utf8),
        };
        paired.push_str(&rest[..length.min(rest.len())]);
        at += length;
    }
    paired
}
