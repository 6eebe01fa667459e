//! Contacts (reference, "Contact"). All of them need a dealer's credentials.
//!
//! ```
//! use autengo_api::endpoint::contact::{self, Which};
//!
//! assert_eq!(contact::get(Which::Tecfactura("A/1")).path, "/contact/tecfactura/A%2F1");
//! ```

use super::{Method, Request, segment};
use crate::contact::{Contact, ContactPost};
use crate::json::{FromJson, Json, Unexpected, text};
use crate::limit::LimitError;

/// Which contact is meant (reference, `/contact/:id` and `/contact/tecfactura/:tecfacturaId`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which<'a> {
    /// The one with this `ID`.
    Id(u64),
    /// The one with this `tecfacturaId`.
    Tecfactura(&'a str),
}

impl Which<'_> {
    fn path(self) -> String {
        match self {
            Self::Id(id) => format!("/contact/{id}"),
            Self::Tecfactura(id) => format!("/contact/tecfactura/{}", segment(id)),
        }
    }
}

/// `POST /contact`: a new contact, answered with its `ID` (reference, `POST /contact`).
///
/// # Errors
/// If a limit of the reference is exceeded; see [`ContactPost::check`].
pub fn create(contact: &ContactPost) -> Result<Request<Contact>, LimitError> {
    contact.check()?;
    Ok(Request::with_body(Method::Post, "/contact".to_owned(), contact, read))
}

/// `GET /contact/…`: a contact (reference, `GET /contact/:id` and
/// `GET /contact/tecfactura/:tecfacturaId`).
#[must_use]
pub fn get(which: Which<'_>) -> Request<Contact> {
    Request::get(which.path(), read)
}

/// `PUT /contact/…`: changes the given fields of a contact and no other; answered with the whole
/// contact (reference, `PUT /contact/:id` and `PUT /contact/tecfactura/:tecfacturaId`).
///
/// # Errors
/// If a limit of the reference is exceeded; see [`ContactPost::check`].
pub fn update(which: Which<'_>, changes: &ContactPost) -> Result<Request<Contact>, LimitError> {
    changes.check()?;
    Ok(Request::with_body(Method::Put, which.path(), changes, read))
}

/// `DELETE /contact/…`: deletes a contact (reference, `DELETE /contact/:id` and
/// `DELETE /contact/tecfactura/:tecfacturaId`).
#[must_use]
pub fn delete(which: Which<'_>) -> Request<()> {
    Request {
        method: Method::Delete,
        path: which.path(),
        body: None,
        read: |answer| match text(answer, "status").as_deref() {
            Some("success") => Ok(()),
            _ => Err(Unexpected::at("status", "`success`")),
        },
    }
}

/// The reference's `ContactResponse`.
fn read(answer: &dyn Json) -> Result<Contact, Unexpected> {
    let data = answer.member("data").map(|data| data.to_value()).unwrap_or_default();
    let contact = Contact::from_json(&data["contact"]);
    contact.map_err(|error| error.below("contact").below("data"))
}
