//! Addresses that can be read.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

use crate::error::ApiError;

/// Refuses an address with an escape that is none, or whose escapes are no text: a client that
/// sends such a thing has not encoded what it meant to say, and would be answered about another.
pub(crate) async fn readable(request: Request, next: Next) -> Result<Response, ApiError> {
    let uri = request.uri();
    if !is_text(uri.path()) {
        return Err(ApiError::invalid("The path has escapes that are no UTF-8"));
    }
    if !uri.query().is_none_or(is_text) {
        return Err(ApiError::invalid("The query has escapes that are no UTF-8"));
    }
    Ok(next.run(request).await)
}

/// Whether each `%` begins an escape, and all together are UTF-8.
fn is_text(part: &str) -> bool {
    let mut rest = part.as_bytes();
    let mut decoded = Vec::with_capacity(rest.len());
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'%' {
            decoded.push(*first);
            continue;
        }
        let [high, low, tail @ ..] = tail else {
            return false;
        };
        let (Some(high), Some(low)) = (digit(*high), digit(*low)) else {
            return false;
        };
        decoded.push(high * 16 + low);
        rest = tail;
    }
    String::from_utf8(decoded).is_ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
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
