//! `GET /media/{sellingId}/{n}.svg`: drawn pictures, as the reference has no field for photos.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::error::ApiError;
use crate::media;
use crate::openapi::Endpoint;
use crate::openapi::schema::text;
use crate::server::App;

/// A picture of the vehicle.
///
/// # Errors
/// 404 when there is no such vehicle, or not that many pictures of it.
pub async fn picture(
    State(app): State<App>,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<Response, ApiError> {
    let nothing = || ApiError::not_found("There is no such picture");
    let Path((id, file)) = path.map_err(|_| nothing())?;
    let number =
        file.strip_suffix(".svg").and_then(|number| number.parse().ok()).ok_or_else(nothing)?;
    let looks = app.store.looks(&id)?.ok_or_else(nothing)?;
    let picture = media::picture(&id, looks, number).ok_or_else(nothing)?;
    let headers = [(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "public, max-age=600")];
    Ok((headers, picture).into_response())
}

/// The endpoints of this file.
pub(super) fn endpoint() -> Endpoint {
    Endpoint::get("/media/{sellingId}/{picture}", picture)
        .about("getPicture", "Sandbox", "A drawn picture of a vehicle")
        .open()
        .part("sellingId", text(), "ID of the vehicle")
        .part("picture", text(), "1.svg, 2.svg, …")
        .answers_as(200, "image/svg+xml", text(), "The picture")
        .refuses(404, "There is no such picture")
}
