//! The description as one HTML page that asks nobody else for anything.

use std::fmt::Write;

use serde_json::{Map, Value};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;\
    padding:0 1rem;color-scheme:light dark}code{font-size:.9em}h3{margin:2rem 0 .5rem}\
    table{border-collapse:collapse;width:100%}td{vertical-align:top;\
    padding:.2rem .8rem .2rem 0;border-bottom:1px solid #8884}\
    td:nth-child(3){overflow-wrap:anywhere}td:nth-child(4){min-width:12rem}";

/// The page of that description.
pub(super) fn render(description: &Value) -> String {
    let mut page = Page(String::new());
    let title = text(&description["info"]["title"]);
    page.add(format_args!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <style>{STYLE}</style></head><body><h1>{title}</h1><p>{}</p>\
         <p>The same for programs: <a href=\"/openapi.json\">openapi.json</a></p><h2>Paths</h2>",
        text(&description["info"]["description"])
    ));
    for (path, item) in object(&description["paths"]) {
        for (method, operation) in object(item) {
            page.operation(path, method, operation);
        }
    }
    page.add(format_args!("<h2>Headers that let in</h2><table>"));
    for (_, scheme) in object(&description["components"]["securitySchemes"]) {
        page.row(&[
            &format!("<code>{}</code>", text(&scheme["name"])),
            &text(&scheme["description"]),
        ]);
    }
    page.add(format_args!("</table><h2>Schemas</h2>"));
    for (name, schema) in object(&description["components"]["schemas"]) {
        page.schema(name, schema);
    }
    page.add(format_args!("</body></html>"));
    page.0
}

struct Page(String);

impl Page {
    fn add(&mut self, html: std::fmt::Arguments<'_>) {
        self.0.write_fmt(html).expect("writing to a String never fails");
    }

    fn row(&mut self, cells: &[&str]) {
        self.add(format_args!("<tr><td>{}</td></tr>", cells.join("</td><td>")));
    }

    fn operation(&mut self, path: &str, method: &str, operation: &Value) {
        self.add(format_args!(
            "<h3 id=\"{}\"><code>{} {}</code></h3><p>{}</p>",
            text(&operation["operationId"]),
            method.to_uppercase(),
            escape(path),
            text(&operation["summary"]),
        ));
        let needs: Vec<_> = operation["security"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|all| object(all).map(|(name, _)| escape(name)).collect::<Vec<_>>().join(" and "))
            .collect();
        if !needs.is_empty() {
            self.add(format_args!("<p>Needs {}.</p>", needs.join(", or ")));
        }
        self.add(format_args!("<table>"));
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            self.row(&[
                &format!("<code>{}</code>", text(&parameter["name"])),
                &format!("in the {}", text(&parameter["in"])),
                &kind(&parameter["schema"]),
                &text(&parameter["description"]),
            ]);
        }
        if let Some((_, content)) = object(&operation["requestBody"]["content"]).next() {
            self.row(&["body", "", &kind(&content["schema"]), ""]);
        }
        for (status, response) in object(&operation["responses"]) {
            let content = object(&response["content"]).next();
            let schema = content.map(|(_, content)| kind(&content["schema"])).unwrap_or_default();
            self.row(&[&escape(status), "", &schema, &text(&response["description"])]);
        }
        self.add(format_args!("</table>"));
    }

    fn schema(&mut self, name: &str, schema: &Value) {
        self.add(format_args!(
            "<h3 id=\"schema-{0}\"><code>{0}</code></h3><p>{1}</p>",
            escape(name),
            text(&schema["description"])
        ));
        let required = schema["required"].as_array();
        if schema["properties"].is_null() {
            self.add(format_args!("<p>{}</p>", kind(schema)));
            return;
        }
        self.add(format_args!("<table>"));
        for (field, schema) in object(&schema["properties"]) {
            let needed = required.is_some_and(|all| all.iter().any(|name| name == field));
            self.row(&[
                &format!("<code>{}</code>", escape(field)),
                if needed { "always" } else { "" },
                &kind(schema),
                &text(&schema["description"]),
            ]);
        }
        self.add(format_args!("</table>"));
    }
}

/// The values that a schema allows, in a few words.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return format!("<a href=\"#schema-{0}\">{0}</a>", escape(name));
    }
    if let Some(several) = schema["oneOf"].as_array() {
        return several.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    let mut words = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(text).collect::<Vec<_>>().join(" or "),
        kind => text(kind),
    };
    if !schema["items"].is_null() {
        words = format!("array of {}", kind(&schema["items"]));
    }
    if !schema["properties"].is_null() && words == "object" {
        let fields = object(&schema["properties"]);
        let fields: Vec<_> =
            fields.map(|(name, schema)| format!("{}: {}", escape(name), kind(schema))).collect();
        words = format!("{{ {} }}", fields.join(", "));
    }
    if let Some(values) = schema["enum"].as_array() {
        let values: Vec<_> = values.iter().map(|value| escape(&value.to_string())).collect();
        words = format!("{words} {}", values.join(", "));
    }
    for (limit, before) in [
        ("format", ""),
        ("pattern", ""),
        ("minLength", "characters ≥ "),
        ("maxLength", "characters ≤ "),
        ("minimum", "≥ "),
        ("maximum", "≤ "),
        ("default", "default "),
    ] {
        if !schema[limit].is_null() {
            let value = text(&schema[limit]);
            words = format!("{words}, {before}<code>{value}</code>");
        }
    }
    words
}

fn object(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => escape(text),
        value => escape(&value.to_string()),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
