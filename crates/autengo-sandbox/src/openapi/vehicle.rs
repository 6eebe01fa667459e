//! The schemas of vehicles and their filters, from the tables of fields, labels and columns.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::Op;
use serde_json::Value;
use utoipa::openapi::schema::{AdditionalProperties, ComponentsBuilder, ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};

use super::schema::{
    any_of, choice, either, flag, integer, list, named, number, text, typed, whole,
};
use crate::labels;
use crate::routes::vehicle::LARGEST_LIMIT;
use crate::stock::fields::{FIELDS, Shape};

/// Adds vehicles, lists of them, filters and their values.
pub(super) fn schemas(components: ComponentsBuilder) -> ComponentsBuilder {
    let vehicle = FIELDS.iter().fold(ObjectBuilder::new(), |vehicle, (name, shape)| {
        vehicle.property(*name, field(name, *shape))
    });
    let page = whole([
        ("total", integer().minimum(Some(0)).into()),
        ("limit", integer().minimum(Some(0)).maximum(Some(LARGEST_LIMIT)).into()),
        ("offset", integer().minimum(Some(0)).into()),
        ("list", list(named("Vehicle")).into()),
    ]);
    let values = Column::ALL.iter().filter(|column| column.has_values()).fold(
        ObjectBuilder::new(),
        |values, column| {
            let value = match column.kind() {
                Kind::Bool => flag(),
                kind if kind.is_numeric() => number(),
                _ => text(),
            };
            values.property(column.name(), list(value))
        },
    );
    let filter = Column::ALL
        .iter()
        .fold(ObjectBuilder::new(), |filter, column| {
            filter.property(column.name(), condition(column.kind()))
        })
        .additional_properties(Some(AdditionalProperties::FreeForm(false)))
        .description(Some(
            "Columns with a value or an array of values, each with an operator before a | or \
             without one, which means =",
        ));
    components
        .schema("Vehicle", vehicle.required("sellingId"))
        .schema("VehicleList", page)
        .schema("VehicleResponse", whole([("vehicle", named("Vehicle").into())]))
        .schema("FilterObject", filter)
        .schema("FilterValues", values)
}

/// The names of the columns that `which` takes.
pub(crate) fn columns(which: impl Fn(Column) -> bool) -> ObjectBuilder {
    choice(Column::ALL.iter().filter(|column| which(**column)).map(|column| column.name()))
}

/// The values that a field of a vehicle may hold: the documented type, and what the reference's own examples
/// have instead.
fn field(name: &str, shape: Shape) -> RefOr<Schema> {
    match shape {
        Shape::Text => any_of([Type::String, Type::Number, Type::Null]).into(),
        Shape::Number => any_of([Type::Number, Type::String, Type::Null])
            .description(Some("A number, which may be written as a text"))
            .into(),
        Shape::Flag => any_of([Type::Boolean, Type::String, Type::Null])
            .description(Some("true or false, or a text such as \"NO\""))
            .into(),
        Shape::List => any_of([Type::Array, Type::String, Type::Null])
            .description(Some("An array, or the text \"array\""))
            .into(),
        Shape::Word | Shape::Code => {
            let keys = labels::of(name).unwrap_or_default().iter().map(|label| match shape {
                Shape::Code => label.0.parse::<u8>().map_or(Value::Null, Value::from),
                _ => Value::from(label.0),
            });
            let kind = if shape == Shape::Code { Type::Integer } else { Type::String };
            let key = typed(kind).enum_values(Some(keys)).build();
            let coded = whole([("key", key.clone().into()), ("text", text().into())]);
            either([coded.into(), key.into(), typed(Type::Null).into()])
        }
    }
}

/// One comparison of a column, or an array of them.
fn condition(kind: Kind) -> RefOr<Schema> {
    let operators: Vec<_> = Op::ALL.iter().map(|op| op.as_str()).collect();
    let operator = format!("(({})\\|)?", operators.join("|"));
    let day = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    let one = match kind {
        Kind::Integer => text().pattern(Some(format!("^{operator}-?[0-9]{{1,18}}$"))),
        Kind::Code(_) => text().pattern(Some(format!("^{operator}[0-9]{{1,9}}$"))),
        Kind::Number => {
            text().pattern(Some(format!("^{operator}-?(0|[1-9][0-9]{{0,14}})(\\.[0-9]{{1,6}})?$")))
        }
        Kind::Bool => text().pattern(Some(format!("^{operator}(true|false)$"))),
        Kind::Date => text().pattern(Some(format!("^{operator}{day}$"))),
        Kind::DateTime => text().pattern(Some(format!(
            "^{operator}{day}( ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?$"
        ))),
        Kind::Text => text(),
        Kind::Choice(_) => text().min_length(Some(1)),
    };
    let one = one.build();
    either([one.clone().into(), list(one).into()])
}
