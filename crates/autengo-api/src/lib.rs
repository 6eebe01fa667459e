//! Typed access to the Autengo API v3.
