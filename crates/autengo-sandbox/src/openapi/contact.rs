//! The schemas of contacts, from the table that bodies are checked against.

use serde_json::Value;
use utoipa::openapi::schema::{ComponentsBuilder, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::{RefOr, Schema};

use super::schema::{date, either, flag, integer, named, number, only, text, typed, whole};
use crate::contact::{FIELDS, Field, Rule};

/// Adds what is sent and what is answered.
pub(super) fn schemas(components: ComponentsBuilder) -> ComponentsBuilder {
    let post = FIELDS
        .iter()
        .fold(ObjectBuilder::new(), |post, field| post.property(field.name, sent(field)));
    let id = integer().description(Some("ID of the contact. Use this ID to update the contact."));
    let contact = FIELDS
        .iter()
        .fold(ObjectBuilder::new().property("ID", id).required("ID"), |contact, field| {
            contact.property(field.name, answered(field))
        });
    let response = whole([
        ("status", only("success").into()),
        ("statusText", text().into()),
        ("data", whole([("contact", named("Contact").into())]).into()),
    ]);
    components
        .schema("ContactPost", post)
        .schema("Contact", contact)
        .schema("ContactResponse", response)
}

/// The body that may be sent: `null` empties a field.
fn sent(field: &Field) -> ObjectBuilder {
    let (schema, kind) = plain(field);
    let schema = schema.schema_type(SchemaType::from_iter([kind, Type::Null]));
    match field.rule {
        Rule::Choice(choices) => {
            let keys = choices.iter().map(|choice| Value::from(choice.0));
            schema.enum_values(Some(keys.chain([Value::Null])))
        }
        _ => schema,
    }
}

/// The answer: no field is `null`, and a key may come with its text.
fn answered(field: &Field) -> RefOr<Schema> {
    let (schema, _) = plain(field);
    let Rule::Choice(choices) = field.rule else {
        return schema.into();
    };
    let key = schema.enum_values(Some(choices.iter().map(|choice| choice.0))).build();
    let coded = whole([("key", key.clone().into()), ("text", text().into())]);
    either([key.into(), coded.into()])
}

fn plain(field: &Field) -> (ObjectBuilder, Type) {
    let (schema, kind) = match field.rule {
        Rule::Text(0) => (text(), Type::String),
        Rule::Text(least) => (text().min_length(Some(least)), Type::String),
        Rule::Limited(most) => (text().max_length(Some(most)), Type::String),
        Rule::Choice(_) => (typed(Type::String), Type::String),
        Rule::Date => (date(), Type::String),
        Rule::Number => (number(), Type::Number),
        Rule::Rating(least, most) => {
            (number().minimum(Some(least)).maximum(Some(most)), Type::Number)
        }
        Rule::Flag => (flag(), Type::Boolean),
    };
    (schema.description(Some(field.about)), kind)
}
