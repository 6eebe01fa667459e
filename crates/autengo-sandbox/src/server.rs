//! The router, and a running server around it.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{OriginalUri, Request, State};
use axum::http::Method;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::any;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{Any, CorsLayer};

use crate::address::readable;
use crate::config::{Config, ContactEnums};
use crate::error::ApiError;
use crate::fault::{self, Cut, Faults};
use crate::openapi::Endpoint;
use crate::routes::{self, opportunity};
use crate::store::{OpenError, Reading, Store};
use crate::token::Tokens;

/// The state that every handler sees.
#[derive(Clone, Debug)]
pub struct App {
    pub(crate) store: Arc<Store>,
    pub(crate) reading: Reading,
    pub(crate) tokens: Tokens,
    pub(crate) contact_enums: ContactEnums,
    key: Arc<str>,
}

impl App {
    /// The state that `config` describes, its stock in place.
    ///
    /// # Errors
    /// When the database cannot be opened.
    pub fn new(config: &Config) -> Result<Self, OpenError> {
        let store = Store::open(config.db.as_deref(), config.seed, config.vehicles)?;
        Ok(Self {
            store: Arc::new(store),
            reading: Reading { or: config.or, ne_null: config.ne_null },
            tokens: Tokens::new(config.token_lifetime),
            contact_enums: config.contact_enums,
            key: config.key.as_str().into(),
        })
    }

    /// The same stock with its filters read in another way: filling a stock takes a while, so that
    /// a test of all readings fills it once.
    #[must_use]
    pub fn read_as(self, reading: Reading) -> Self {
        Self { reading, ..self }
    }
}

/// Every path of the sandbox.
pub fn router(app: App) -> Router {
    let mount = |router, endpoint: Endpoint| endpoint.mount(router);
    let api = routes::api()
        .into_iter()
        .fold(Router::new(), mount)
        .fallback(nowhere)
        .method_not_allowed_fallback(no_method)
        .layer(opportunity::body_limit())
        .layer(middleware::from_fn_with_state(app.clone(), require_key));
    let all = routes::own()
        .into_iter()
        .fold(Router::new().nest(routes::API, api), mount)
        .fallback(nowhere)
        .method_not_allowed_fallback(no_method)
        .layer(middleware::from_fn(readable))
        .layer(middleware::map_response(never_store))
        .layer(CompressionLayer::new())
        .with_state(app);
    Router::new()
        .route("/fault/{kind}/{*path}", any(fault::inject))
        .with_state(Arc::new(Faults::around(all.clone())))
        .fallback_service(all)
        .layer(cors())
}

/// Any page may ask, as with a public API; a preflight is answered here and needs no key.
fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS])
        .allow_headers([
            HeaderName::from_static("x-api-key"),
            header::CONTENT_TYPE,
            header::ACCEPT_LANGUAGE,
            header::AUTHORIZATION,
            HeaderName::from_static("x-authorization"),
        ])
        .expose_headers([header::RETRY_AFTER])
        .max_age(Duration::from_hours(2))
}

async fn require_key(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let given = request.headers().get("x-api-key");
    let open = app.key.is_empty();
    if open || given.is_some_and(|given| given.as_bytes() == app.key.as_bytes()) {
        Ok(next.run(request).await)
    } else {
        Err(ApiError::Unauthorized)
    }
}

/// Answers are of the moment, unless a handler knows better.
async fn never_store(mut response: Response) -> Response {
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

async fn nowhere(OriginalUri(asked): OriginalUri) -> ApiError {
    ApiError::not_found(format!("There is no path {}", asked.path()))
}

async fn no_method() -> ApiError {
    ApiError::MethodNotAllowed
}

/// Why the sandbox could not be started.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The port is taken, or the like.
    #[error("cannot listen on 127.0.0.1:{port}: {source}")]
    Listen {
        /// The port that was asked for.
        port: u16,
        /// The system's own reason.
        source: std::io::Error,
    },
}

/// A server with its stock that listens, but does not answer yet.
#[derive(Debug)]
pub struct Sandbox {
    listener: TcpListener,
    address: SocketAddr,
    router: Router,
}

impl Sandbox {
    /// Opens the port and the database.
    ///
    /// # Errors
    /// When the port is taken or the database cannot be opened.
    pub async fn bind(config: &Config) -> Result<Self, StartError> {
        let port = config.port;
        let listen = |source| StartError::Listen { port, source };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        let app = App::new(config)?;
        Ok(Self { listener, address, router: router(app) })
    }

    /// The address of the API, as a client is configured with it.
    #[must_use]
    pub fn api_base(&self) -> String {
        format!("http://{}/v3", self.address)
    }

    /// Answers until the task is dropped.
    pub async fn serve(self) -> Infallible {
        loop {
            // A connection that fails before it is accepted concerns nobody else.
            if let Ok((stream, _)) = self.listener.accept().await {
                tokio::spawn(answer(stream, self.router.clone()));
            }
        }
    }
}

/// Serves one connection. Not `axum::serve`, because a handler there can only answer, and the
/// fault `cut` must close a connection without an answer.
async fn answer(stream: TcpStream, router: Router) {
    let service = hyper::service::service_fn(move |request: hyper::Request<_>| {
        let router = router.clone();
        async move {
            let Ok(response) = router.oneshot(request.map(Body::new)).await;
            if response.extensions().get::<Cut>().is_some() {
                return Err(Cut);
            }
            Ok(response)
        }
    });
    // What goes wrong with a connection is its client's affair.
    let _ = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
