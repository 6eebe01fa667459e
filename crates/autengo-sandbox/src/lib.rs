//! A local server that implements the Autengo API v3.
