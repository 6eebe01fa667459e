//! `GET /vehicle` and `GET /vehicle/:sellingId` (reference, "Vehicle").

use autengo_api::qs::{self, Tree};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{json_text, language, texts};
use crate::error::ApiError;
use crate::openapi::schema::{choice, integer, named, text, whole};
use crate::openapi::{Endpoint, vehicle};
use crate::server::App;
use crate::store::{Filter, Group, Order, Query, Reading, Test};

const DEFAULT_LIMIT: u32 = 25;
const DIRECTIONS: [&str; 2] = ["asc", "desc"];

/// The largest page.
pub(crate) const LARGEST_LIMIT: u32 = 1000;

/// How many conditions one query may have. The database takes a thousand in a row.
const MOST_CONDITIONS: usize = 500;

/// A page of the vehicles that match.
///
/// # Errors
/// 400 when the query is not one that the reference allows.
pub async fn list(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let query = read(&query.unwrap_or_default(), app.reading)?;
    let page = app.store.list(&query, language(&headers))?;
    Ok(json_text(format!(
        "{{\"total\":{},\"limit\":{},\"offset\":{},\"list\":[{}]}}",
        page.total,
        query.limit,
        query.offset,
        page.vehicles.join(",")
    )))
}

/// One vehicle.
///
/// # Errors
/// 404 when there is none of that `sellingId`.
pub async fn one(
    State(app): State<App>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let Path(id) = id.map_err(|rejection| ApiError::invalid(rejection.body_text()))?;
    let vehicle = app
        .store
        .vehicle(&id, language(&headers))?
        .ok_or_else(|| ApiError::not_found(format!("There is no vehicle {id:?}")))?;
    Ok(json_text(format!("{{\"vehicle\":{vehicle}}}")))
}

/// The endpoints of this file.
pub(super) fn endpoints() -> [Endpoint; 2] {
    let limit = integer().minimum(Some(0)).maximum(Some(LARGEST_LIMIT));
    let order =
        whole([("field", vehicle::columns(|_| true).into()), ("dir", choice(DIRECTIONS).into())]);
    [
        Endpoint::get("/vehicle", list)
            .about("listVehicles", "Vehicle", "A page of the vehicles that match")
            .query("search", text(), "A text that occurs in names or description, in any case")
            .nested("and", named("FilterObject"), "All of these hold")
            .nested("or", named("FilterObject"), "Any of these holds")
            .nested("order", order, "The order; created desc without one")
            .query(
                "offset",
                integer().minimum(Some(0)).maximum(Some(u32::MAX)).default(Some(0.into())),
                "How many vehicles to skip",
            )
            .query("limit", limit.default(Some(DEFAULT_LIMIT.into())), "How many vehicles to give")
            .translated()
            .answers(200, "VehicleList", "A page"),
        Endpoint::get("/vehicle/{sellingId}", one)
            .about("getVehicle", "Vehicle", "A vehicle")
            .part("sellingId", text(), "ID of the vehicle")
            .translated()
            .answers(200, "VehicleResponse", "The vehicle")
            .refuses(404, "There is no such vehicle"),
    ]
}

/// Understands the query of a list (reference, "Pagination", "Order", "Filter and Search").
fn read(query: &str, reading: Reading) -> Result<Query, ApiError> {
    let tree = qs::decode(query);
    let group = |name| tree.get(name).map(|tree| group(name, tree)).transpose();
    let (and, or) = (group("and")?.unwrap_or_default(), group("or")?.unwrap_or_default());
    let conditions: usize = and.iter().chain(&or).map(|(_, tests)| tests.len()).sum();
    if conditions > MOST_CONDITIONS {
        return Err(ApiError::invalid(format!(
            "and, or: {conditions} conditions are too many; up to {MOST_CONDITIONS} are taken"
        )));
    }
    Ok(Query {
        filter: Filter { search: search(&tree)?, and, or },
        order: tree.get("order").map(order).transpose()?.unwrap_or_default(),
        offset: number(&tree, "offset", u32::MAX)?.unwrap_or(0),
        limit: number(&tree, "limit", LARGEST_LIMIT)?.unwrap_or(DEFAULT_LIMIT),
        reading,
    })
}

/// The search term; a blank one searches for nothing.
fn search(tree: &Tree) -> Result<Option<String>, ApiError> {
    let Some(term) = tree.get("search") else {
        return Ok(None);
    };
    let term = term.as_text().ok_or_else(|| ApiError::invalid("search must be one text"))?.trim();
    Ok((!term.is_empty()).then(|| term.to_owned()))
}

fn number(tree: &Tree, name: &str, largest: u32) -> Result<Option<u32>, ApiError> {
    let Some(value) = tree.get(name) else {
        return Ok(None);
    };
    value
        .as_text()
        // `parse` would take a sign.
        .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|text| text.parse().ok())
        .filter(|number| *number <= largest)
        .map(Some)
        .ok_or_else(|| {
            ApiError::invalid(format!("{name} must be a whole number from 0 to {largest}"))
        })
}

fn order(tree: &Tree) -> Result<Order, ApiError> {
    let part = |name| tree.get(name).and_then(Tree::as_text);
    let (Some(field), Some(dir)) = (part("field"), part("dir")) else {
        return Err(ApiError::invalid("order needs both field and dir"));
    };
    let column = field
        .parse()
        .map_err(|_| ApiError::invalid(format!("order: {field:?} is no column of GET /vehicle")))?;
    if !DIRECTIONS.contains(&dir) {
        return Err(ApiError::invalid(format!("order: dir is asc or desc, not {dir:?}")));
    }
    Ok(Order { column, descending: dir == "desc" })
}

/// The conditions below `and` or `or` (reference, `FilterObject`).
fn group(name: &str, tree: &Tree) -> Result<Group, ApiError> {
    let Tree::Map(fields) = tree else {
        return Err(ApiError::invalid(format!(
            "{name} must be an object of columns, as in {name}[fuelType]=diesel"
        )));
    };
    fields
        .iter()
        .map(|(field, value)| {
            let column = field.parse().map_err(|_| {
                ApiError::invalid(format!("{name}: {field:?} is no column of GET /vehicle"))
            })?;
            let tests = texts(value)
                .ok_or_else(|| {
                    ApiError::invalid(format!(
                        "{name}: {field} takes a value or an array of values"
                    ))
                })?
                .into_iter()
                .map(|text| Test::parse(column, text))
                .collect::<Result<_, _>>()
                .map_err(|reason| ApiError::invalid(format!("{name}: {reason}")))?;
            Ok((column, tests))
        })
        .collect()
}
