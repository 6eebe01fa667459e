//! Tokens: signed JWTs that name a dealer and one of its users (reference, "Auth").
//!
//! Format and claims are `jsonwebtoken`'s. Its backends bring RSA and elliptic curves along, so the
//! one algorithm that is used here, HMAC with SHA-256, is plugged in instead.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::signature::{Error as Unsigned, Signer, Verifier};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use serde_json::Number;
use sha2::Sha256;

/// The scope of tokens.
pub const SCOPE: &str = "AutengoApiV3";

/// The secret by which tokens are signed. No secret: the sandbox gives a token to whoever asks for one, and a
/// constant lets tokens outlive it, as a kept database does.
const SECRET: &[u8] = b"autengo-sandbox";

/// Whom a token was given to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bearer {
    /// The dealer, whose contacts these are.
    pub dealer_alzura_id: Number,
    /// The user who asks.
    pub user_alzura_id: Number,
}

/// The claims of a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Claims {
    #[serde(flatten)]
    bearer: Bearer,
    scope: String,
    /// When it was given, in seconds since 1970.
    iat: u64,
    /// From when on it is no longer valid.
    exp: u64,
    /// Makes two tokens of one second differ.
    jti: String,
}

/// A token with what the reference answers beside it (schema `TokenResponse`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Token {
    /// The signed JWT.
    pub token: String,
    /// For how many seconds it is valid.
    pub expires_in: u32,
    /// `Bearer`, the prefix in `X-Authorization`.
    pub token_type: &'static str,
    /// [`SCOPE`]
    pub scope: &'static str,
}

/// Why a token is not valid, or could not be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// It is not three parts of base64, or its claims are not those of a token.
    #[error("The token is not a JWT of this API")]
    Unreadable,
    /// It is signed in another way, or not at all.
    #[error("The token must be signed with HS256")]
    Algorithm,
    /// Somebody else has signed it, or it was changed.
    #[error("The signature of the token is wrong")]
    Signature,
    /// Its time is over.
    #[error("The token has expired")]
    Expired,
}

/// Gives tokens and reads them.
#[derive(Clone, Debug)]
pub struct Tokens {
    lifetime: u32,
    given: Arc<AtomicU64>,
}

impl Tokens {
    /// Tokens that are valid for so many seconds.
    #[must_use]
    pub fn new(lifetime: u32) -> Self {
        // It fails when it is installed already, which is as good.
        let _ = PROVIDER.install_default();
        Self { lifetime, given: Arc::default() }
    }

    /// A new token for `bearer`.
    ///
    /// # Errors
    /// Never with HMAC: every key signs every text.
    pub fn give(&self, bearer: Bearer) -> Result<Token, TokenError> {
        let iat = jsonwebtoken::get_current_timestamp();
        let claims = Claims {
            bearer,
            scope: SCOPE.to_owned(),
            iat,
            exp: iat + u64::from(self.lifetime),
            jti: self.given.fetch_add(1, Ordering::Relaxed).to_string(),
        };
        let key = EncodingKey::from_secret(SECRET);
        let token = jsonwebtoken::encode(&Header::default(), &claims, &key)
            .map_err(|_| TokenError::Unreadable)?;
        Ok(Token { token, expires_in: self.lifetime, token_type: "Bearer", scope: SCOPE })
    }

    /// Whom `token` was given to.
    ///
    /// # Errors
    /// When it is not valid, or not any more.
    pub fn read(&self, token: &str) -> Result<Bearer, TokenError> {
        let mut validation = Validation::new(Algorithm::HS256);
        // Both sides have the same clock; and RFC 7519 has a token end "on or after" `exp`.
        validation.leeway = 0;
        validation.reject_tokens_expiring_in_less_than = 1;
        let key = DecodingKey::from_secret(SECRET);
        jsonwebtoken::decode::<Claims>(token, &key, &validation)
            .map(|token| token.claims.bearer)
            .map_err(|error| match error.kind() {
                ErrorKind::ExpiredSignature => TokenError::Expired,
                ErrorKind::InvalidSignature => TokenError::Signature,
                ErrorKind::InvalidAlgorithm | ErrorKind::UnsupportedAlgorithm => {
                    TokenError::Algorithm
                }
                _ => TokenError::Unreadable,
            })
    }
}

static PROVIDER: CryptoProvider = CryptoProvider {
    signer_factory: |algorithm, key| Ok(Box::new(Hs256::new(*algorithm, key.as_bytes())?)),
    verifier_factory: |algorithm, key| {
        Ok(Box::new(Hs256::new(*algorithm, key.try_get_as_bytes()?)?))
    },
    key_utils: KeyUtils::new_unimplemented(),
};

/// HMAC with SHA-256 and a key.
struct Hs256(Hmac<Sha256>);

impl Hs256 {
    fn new(algorithm: Algorithm, key: &[u8]) -> jsonwebtoken::errors::Result<Self> {
        if algorithm != Algorithm::HS256 {
            return Err(ErrorKind::UnsupportedAlgorithm.into());
        }
        let hmac = Hmac::new_from_slice(key).map_err(|_| ErrorKind::InvalidKeyFormat)?;
        Ok(Self(hmac))
    }
}

impl Signer<Vec<u8>> for Hs256 {
    fn try_sign(&self, text: &[u8]) -> Result<Vec<u8>, Unsigned> {
        Ok(self.0.clone().chain_update(text).finalize().into_bytes().to_vec())
    }
}

impl Verifier<Vec<u8>> for Hs256 {
    fn verify(&self, text: &[u8], signature: &Vec<u8>) -> Result<(), Unsigned> {
        let hmac = self.0.clone().chain_update(text);
        hmac.verify_slice(signature).map_err(Unsigned::from_source)
    }
}

impl JwtSigner for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

impl JwtVerifier for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}
