//! The schemas that are small, and what the larger ones are made of.

use serde_json::Value;
use utoipa::openapi::schema::{
    AdditionalProperties, ArrayBuilder, ComponentsBuilder, KnownFormat, ObjectBuilder,
    OneOfBuilder, SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::{Ref, RefOr, Schema};

use super::{contact, vehicle};
use crate::routes::opportunity;
use crate::token::SCOPE;

/// A text.
pub(crate) fn text() -> ObjectBuilder {
    typed(Type::String)
}

/// A whole number.
pub(crate) fn integer() -> ObjectBuilder {
    typed(Type::Integer)
}

/// A number.
pub(crate) fn number() -> ObjectBuilder {
    typed(Type::Number)
}

/// `true` or `false`
pub(crate) fn flag() -> ObjectBuilder {
    typed(Type::Boolean)
}

/// `YYYY-MM-DD`: the format is a remark to most programs, hence the pattern.
pub(crate) fn date() -> ObjectBuilder {
    text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))).pattern(Some(
        "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
         |02-(0[1-9]|1[0-9]|2[0-9]))$",
    ))
}

/// A value of that type.
pub(crate) fn typed(kind: Type) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(kind)
}

/// A value of one of these types.
pub(crate) fn any_of<const N: usize>(kinds: [Type; N]) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::from_iter(kinds))
}

/// One of these texts.
pub(crate) fn choice<'a>(keys: impl IntoIterator<Item = &'a str>) -> ObjectBuilder {
    text().enum_values(Some(keys))
}

/// The only value that there is.
pub(crate) fn only(value: impl Into<Value>) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::AnyValue).enum_values(Some([value]))
}

/// An array of these.
pub(crate) fn list(items: impl Into<RefOr<Schema>>) -> ArrayBuilder {
    ArrayBuilder::new().items(items.into())
}

/// One of these.
pub(crate) fn either(schemas: impl IntoIterator<Item = RefOr<Schema>>) -> RefOr<Schema> {
    schemas.into_iter().fold(OneOfBuilder::new(), OneOfBuilder::item).into()
}

/// An object with all of these fields.
pub(crate) fn whole<const N: usize>(fields: [(&str, RefOr<Schema>); N]) -> ObjectBuilder {
    fields.into_iter().fold(ObjectBuilder::new(), |object, (name, schema)| {
        object.property(name, schema).required(name)
    })
}

/// The schema of that name among the components.
pub(crate) fn named(name: &str) -> Ref {
    Ref::from_schema_name(name)
}

/// Every schema that has a name.
pub(crate) fn all() -> ComponentsBuilder {
    let success = || only("success").into();
    let token = whole([
        ("token", text().description(Some("A signed JWT")).into()),
        ("expires_in", integer().minimum(Some(0)).description(Some("Lifetime in seconds")).into()),
        ("token_type", only("Bearer").into()),
        ("scope", only(SCOPE).into()),
    ]);
    let error = whole([
        ("status", only("error").into()),
        ("statusText", text().description(Some("The reason")).into()),
    ]);
    let make = whole([("makeId", integer().into()), ("makeName", text().into())]);
    let model = whole([("modelId", integer().into()), ("modelName", text().into())]);
    let total = || integer().minimum(Some(0)).into();
    let components = ComponentsBuilder::new()
        .schema("Error", error)
        .schema("MakeList", whole([("total", total()), ("list", list(make).into())]))
        .schema("ModelList", whole([("total", total()), ("list", list(model).into())]))
        .schema("OpportunityPost", opportunity::schema())
        .schema(
            "OpportunityResponse",
            whole([
                ("status", success()),
                ("data", whole([("opportunityId", integer().into())]).into()),
            ]),
        )
        .schema(
            "Opportunities",
            list(
                ObjectBuilder::new()
                    .property("opportunityId", integer())
                    .additional_properties(Some(AdditionalProperties::FreeForm(true))),
            ),
        )
        .schema("DeletedResponse", whole([("status", success()), ("statusText", text().into())]))
        .schema(
            "TokenPost",
            whole([("dealerAlzuraId", number().into()), ("userAlzuraId", number().into())]),
        )
        .schema("TokenResponse", token)
        .schema("Description", ObjectBuilder::new());
    contact::schemas(vehicle::schemas(components))
}
