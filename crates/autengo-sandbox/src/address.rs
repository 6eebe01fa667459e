//! Addresses that can be read.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use percent_encoding::percent_decode_str;

use crate::error::ApiError;

/// How many parameters `qs` reads; it drops the others without a word.
const MOST_PARAMETERS: usize = 1000;

/// Refuses an address with an escape that is none, or whose escapes are no text: a client that
/// sends such a thing has not encoded what it meant to say, and would be answered about another.
/// So would one that sends more parameters than are read.
pub(crate) async fn readable(request: Request, next: Next) -> Result<Response, ApiError> {
    let uri = request.uri();
    if !is_text(uri.path()) {
        return Err(ApiError::invalid("The path has escapes that are no UTF-8"));
    }
    if !uri.query().is_none_or(is_text) {
        return Err(ApiError::invalid("The query has escapes that are no UTF-8"));
    }
    let parameters = uri.query().map_or(0, |query| query.split('&').count());
    if parameters > MOST_PARAMETERS {
        return Err(ApiError::invalid(format!(
            "The query has {parameters} parameters; up to {MOST_PARAMETERS} are read"
        )));
    }
    Ok(next.run(request).await)
}

/// Whether each `%` begins an escape, and all together are UTF-8.
fn is_text(part: &str) -> bool {
    let begins_escape = |rest: &str| {
        let digits = rest.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    part.split('%').skip(1).all(begins_escape) && percent_decode_str(part).decode_utf8().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_must_be_whole_and_text() {
        for good in ["", "abc", "%C3%BC", "%c3%bc", "100%25", "a+b", "%00"] {
            assert!(is_text(good), "{good:?}");
        }
        for bad in ["%", "%4", "%zz", "%+1", "%FF", "%C3", "%C3x", "%ED%A0%80"] {
            assert!(!is_text(bad), "{bad:?}");
        }
    }
}
