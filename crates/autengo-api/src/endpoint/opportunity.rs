//! Opportunities (reference, "Opportunity").

use super::{Method, Request};
use crate::json::{Unexpected, whole};
use crate::limit::LimitError;
use crate::opportunity::Opportunity;

/// `POST /opportunity`: a buyer's inquiry. The answer is the number of the opportunity
/// (reference, `POST /opportunity`).
///
/// # Errors
/// If a limit of the reference is exceeded; see [`Opportunity::check`].
pub fn opportunity(inquiry: &Opportunity) -> Result<Request<u64>, LimitError> {
    inquiry.check()?;
    Ok(Request::with_body(Method::Post, "/opportunity".to_owned(), inquiry, |answer| {
        let id = answer.member("data").and_then(|data| whole(&*data, "opportunityId"));
        id.ok_or_else(|| Unexpected::at("opportunityId", "a whole number").below("data"))
    }))
}
