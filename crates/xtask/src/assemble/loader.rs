//! The loader's placeholders: the names of the files that it fetches, and what the table of attributes
//! and the program say, which stands nowhere twice.

use anyhow::{Context, Result, ensure};
use autengo_api::query::{Order, VehicleQuery};
use serde_json::Value;

use super::Names;

/// The loader with its placeholders filled in; `attributes` is `embed/attributes.json`, `languages`
/// are the codes of the catalogues, the default first.
pub(super) fn fill_in(
    loader: &str,
    names: &Names,
    attributes: &str,
    languages: &[String],
) -> Result<String> {
    let attributes: Vec<Value> =
        serde_json::from_str(attributes).context("embed/attributes.json is no list")?;
    let name = |attribute: &Value| attribute["name"].as_str().unwrap_or_default().to_owned();
    let default = |wanted: &str| {
        let found = attributes.iter().find(|attribute| name(attribute) == wanted);
        let default = found.and_then(|attribute| attribute["default"].as_str());
        default.with_context(|| format!("embed/attributes.json: {wanted} has no default"))
    };
    let settings = attributes.iter().map(name).filter(|name| name != "lang" && name != "theme");
    let settings = settings.collect::<Vec<_>>().join(" ");
    // The loader adds the page size of the element.
    let query = VehicleQuery { limit: None, ..VehicleQuery::of_stock(Order::default(), 1) };
    let mut filled = loader.to_owned();
    for (placeholder, text) in [
        ("__GLUE__", names.glue),
        ("__WASM__", names.wasm),
        ("__CSS__", names.css),
        ("__SETTINGS__", &settings),
        ("__API_BASE__", default("api-base")?),
        ("__PAGE_SIZE__", default("page-size")?),
        ("__URL_KEY__", default("url-key")?),
        ("__QUERY__", &query.to_string()),
        ("__LANGUAGES__", &languages.join("|")),
        ("__LANGUAGE__", languages.first().context("there are no languages")?),
    ] {
        ensure!(filled.contains(placeholder), "the placeholder {placeholder} is missing");
        filled = filled.replace(placeholder, text);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Names, fill_in};

    const NAMES: Names = Names { glue: "g-1.js", wasm: "w-2.wasm", css: "c-3.css" };
    const ATTRIBUTES: &str = r#"[
        {"name":"api-base","default":"https://a.example"}, {"name":"lang"},
        {"name":"page-size","default":"24"}, {"name":"url-key","default":"cars"}
    ]"#;
    const LOADER: &str = "__GLUE__ __WASM__ __CSS__ '__SETTINGS__' __API_BASE__/vehicle?__QUERY__&limit=__PAGE_SIZE__ __URL_KEY__ /__LANGUAGES__/ __LANGUAGE__";

    fn languages() -> Vec<String> {
        ["de", "en"].map(str::to_owned).to_vec()
    }

    #[test]
    fn all_placeholders_are_filled_in() {
        let query =
            "and%5BvehicleState%5D=%3C%3E%7Csold&order%5Bfield%5D=created&order%5Bdir%5D=desc";
        assert_eq!(
            fill_in(LOADER, &NAMES, ATTRIBUTES, &languages()).unwrap(),
            format!(
                "g-1.js w-2.wasm c-3.css 'api-base page-size url-key' https://a.example/vehicle?{query}&limit=24 cars /de|en/ de"
            )
        );
    }

    #[test]
    fn a_missing_placeholder_or_default_is_named() {
        let error = fill_in("__GLUE__ __WASM__", &NAMES, ATTRIBUTES, &languages()).unwrap_err();
        assert!(error.to_string().contains("__CSS__"), "{error}");
        let error = fill_in(LOADER, &NAMES, r#"[{"name":"api-base"}]"#, &languages()).unwrap_err();
        assert!(error.to_string().contains("api-base"), "{error}");
    }

    #[test]
    fn the_types_for_editors_are_those_of_the_table() {
        let types = include_str!("../../../../embed/autengo-widget.d.ts");
        let table = include_str!("../../../../embed/attributes.json");
        let rows: Vec<BTreeMap<String, String>> = serde_json::from_str(table).unwrap();
        let lines = rows.iter().map(|row| {
            let choice = |words: &str| format!("'{}'", words.replace(" | ", "' | '"));
            let kind = match row["type"].as_str() {
                "flag" => "'' | boolean".to_owned(),
                "number" => "number | `${number}`".to_owned(),
                words if words.contains(" | ") => choice(words),
                _ => "string".to_owned(),
            };
            let default = row.get("default").map(|text| format!(" Default: `{text}`."));
            let (doc, name) = (&row["doc"], &row["name"]);
            format!("  /** {doc}{} */\n  '{name}'?: {kind};\n", default.unwrap_or_default())
        });
        let interface = format!("AutengoVehiclesAttributes {{\n{}}}", lines.collect::<String>());
        assert!(types.contains(&interface), "embed/autengo-widget.d.ts lacks:\n{interface}");
    }
}
