//! `POST /contact`, and `GET`, `PUT` and `DELETE /contact/:id` and
//! `/contact/tecfactura/:tecfacturaId` (reference, "Contact").

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use super::language;
use crate::body::JsonBody;
use crate::contact::{Changes, Contact, ContactError};
use crate::error::ApiError;
use crate::openapi::Endpoint;
use crate::openapi::schema::{integer, text};
use crate::server::App;
use crate::session::Session;
use crate::store::{ContactKey, KeepError};

/// Keeps a new contact of the dealer who asks.
///
/// # Errors
/// 400 when a field holds what the reference does not allow, 401 without a valid token.
pub async fn create(
    session: Session,
    State(app): State<App>,
    headers: HeaderMap,
    JsonBody(body): JsonBody,
) -> Result<(StatusCode, Json<Value>), ApiError> {
    let contact = app.store.add_contact(&session.dealer(), &Changes::read(&body)?)?;
    Ok((StatusCode::CREATED, answer(&app, &headers, contact, "created")))
}

/// A contact.
///
/// # Errors
/// 400 when the `ID` is no number, 401 without a valid token, 404 when there is no such contact.
pub async fn read(
    session: Session,
    State(app): State<App>,
    Asked(key): Asked,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    let contact = app.store.contact(&session.dealer(), &key)?.ok_or_else(|| missing(&key))?;
    Ok(answer(&app, &headers, contact, "found"))
}

/// Changes the fields of a contact that the body has; `null` empties one.
///
/// # Errors
/// As [`create`] and [`read`].
pub async fn change(
    session: Session,
    State(app): State<App>,
    Asked(key): Asked,
    headers: HeaderMap,
    JsonBody(body): JsonBody,
) -> Result<Json<Value>, ApiError> {
    let changes = Changes::read(&body)?;
    let contact = app.store.change_contact(&session.dealer(), &key, &changes)?;
    Ok(answer(&app, &headers, contact.ok_or_else(|| missing(&key))?, "updated"))
}

/// Deletes a contact.
///
/// # Errors
/// As [`read`].
pub async fn delete(
    session: Session,
    State(app): State<App>,
    Asked(key): Asked,
) -> Result<Json<Value>, ApiError> {
    if app.store.delete_contact(&session.dealer(), &key)? {
        Ok(Json(json!({ "status": "success", "statusText": "Contact deleted successfully" })))
    } else {
        Err(missing(&key))
    }
}

fn answer(app: &App, headers: &HeaderMap, contact: Contact, what: &str) -> Json<Value> {
    let contact = contact.answer(language(headers), app.contact_enums);
    Json(json!({
        "status": "success",
        "statusText": format!("Contact {what} successfully"),
        "data": { "contact": contact },
    }))
}

fn missing(key: &ContactKey) -> ApiError {
    ApiError::not_found(match key {
        ContactKey::Id(id) => format!("There is no contact {id}"),
        ContactKey::Tecfactura(id) => format!("There is no contact of tecfacturaId {id:?}"),
    })
}

/// The contact that a path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked(ContactKey);

impl FromRequestParts<App> for Asked {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let path: Result<Path<Vec<(String, String)>>, PathRejection> =
            Path::from_request_parts(parts, app).await;
        let Path(path) = path.map_err(|rejection| ApiError::invalid(rejection.body_text()))?;
        let (name, value) = path.into_iter().next_back().unwrap_or_default();
        if name != "id" {
            return Ok(Self(ContactKey::Tecfactura(value)));
        }
        if value.is_empty() || !value.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ApiError::invalid(format!("id: {value:?} is not a whole number")));
        }
        let id = value
            .parse()
            // A number, but larger than any that was given.
            .map_err(|_| ApiError::not_found(format!("There is no contact {value}")))?;
        Ok(Self(ContactKey::Id(id)))
    }
}

impl From<ContactError> for ApiError {
    fn from(error: ContactError) -> Self {
        Self::invalid(error.to_string())
    }
}

impl From<KeepError> for ApiError {
    fn from(error: KeepError) -> Self {
        match error {
            KeepError::Taken(_) => Self::invalid(error.to_string()),
            KeepError::Store(error) => Self::Store(error),
        }
    }
}

/// The endpoints of this file.
pub(super) fn endpoints() -> [Endpoint; 7] {
    const BY_ID: &str = "/contact/{id}";
    const BY_TECFACTURA_ID: &str = "/contact/tecfactura/{tecfacturaId}";
    let create = Endpoint::post("/contact", create)
        .about("createContact", "Contact", "A new contact for the authenticated dealer")
        .takes("ContactPost")
        .answers(201, "ContactResponse", "Contact created successfully")
        .translated()
        .with_token();
    let one = |endpoint: Endpoint, name: &str, by_id: bool| {
        let endpoint = endpoint.refuses(404, "Contact not found").with_token();
        if by_id {
            let id = integer().minimum(Some(0));
            endpoint.about(&format!("{name}Contact"), "Contact", "A contact by its ID").part(
                "id",
                id,
                "The ID of the contact",
            )
        } else {
            endpoint
                .about(
                    &format!("{name}ContactByTecfacturaId"),
                    "Contact",
                    &format!("To {name} a contact by its TecFactura ID"),
                )
                .part(
                    "tecfacturaId",
                    text().min_length(Some(1)),
                    "The TecFactura ID of the contact",
                )
        }
    };
    let get = |path, by_id| {
        one(Endpoint::get(path, read), "get", by_id)
            .answers(200, "ContactResponse", "The requested contact")
            .translated()
    };
    let put = |path, by_id| {
        one(Endpoint::put(path, change), "update", by_id)
            .takes("ContactPost")
            .answers(200, "ContactResponse", "Contact updated successfully")
            .translated()
    };
    let delete = |path, by_id| {
        one(Endpoint::delete(path, delete), "delete", by_id).answers(
            200,
            "DeletedResponse",
            "Contact deleted successfully",
        )
    };
    [
        create,
        get(BY_ID, true),
        put(BY_ID, true),
        delete(BY_ID, true),
        get(BY_TECFACTURA_ID, false),
        put(BY_TECFACTURA_ID, false),
        delete(BY_TECFACTURA_ID, false),
    ]
}
