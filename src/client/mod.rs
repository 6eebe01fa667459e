//! Talks to the API: headers, time limits, retries. A request that is dropped is aborted.

mod json;
mod limit;

use std::cell::RefCell;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use autengo_api::credentials::Credentials;
use autengo_api::endpoint::{ApiError, Method, Request};
use autengo_api::json::Json;
use futures_util::FutureExt;
use futures_util::future::{Either, select};
use gloo_net::http::RequestBuilder;
use gloo_timers::future::TimeoutFuture;
use js_sys::JsString;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use crate::config::Config;
use crate::device;
use crate::host::Host;
use crate::i18n::Language;
use limit::Limit;
pub use limit::Permit;

/// How long an answer may take.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How often a question is asked again.
const RETRIES: u32 = 2;
/// The first pause before asking again; it doubles, and varies so that visitors do not ask in step.
const BACKOFF: Duration = Duration::from_millis(400);
/// The longest pause that a server can ask for.
const LONGEST_PAUSE: Duration = Duration::from_secs(8);

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The API answered with an error.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// An answer that never arrived: no network, no server, or the browser forbids it (CORS, CSP).
    #[error(
        "{0} cannot be reached: check api-base, the server, CORS and the page's Content-Security-Policy"
    )]
    Network(String),
    /// A device without a network, to which no answer can come.
    #[error("the visitor's device is offline")]
    Offline,
    /// An answer that took too long.
    #[error("no answer within {} s", TIMEOUT.as_secs())]
    Timeout,
}

impl Failure {
    /// The `kind` of an `autengo:error` event.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Network(_) => "network",
            Self::Offline => "offline",
            Self::Timeout => "timeout",
            Self::Api(ApiError::Unauthorized(_)) => "unauthorized",
            Self::Api(ApiError::Invalid(_)) => "invalid",
            Self::Api(ApiError::NotFound) => "not-found",
            Self::Api(ApiError::TooManyRequests) => "too-many-requests",
            Self::Api(ApiError::Status(_)) => "server",
            Self::Api(ApiError::WebPage | ApiError::Unreadable(_)) => "unreadable",
        }
    }
}

/// An answer that the loader asked for while the program was loading.
pub struct Prefetched {
    /// The address that was asked.
    pub url: String,
    /// In which language.
    pub language: Language,
    /// The promise of a `Response`, or of `null` if it failed.
    pub response: js_sys::Promise,
}

/// A connection to the API.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    base: String,
    credentials: Credentials,
    host: Host,
    prefetched: SendWrapper<RefCell<Option<Prefetched>>>,
    limit: Limit,
}

/// A request, whatever its answer is.
struct Call {
    method: Method,
    url: String,
    headers: Vec<(&'static str, String)>,
    body: Option<String>,
    language: Language,
}

/// A status and the text that came with it.
struct Answer {
    status: u16,
    body: JsString,
    retry_after: Option<Duration>,
}

impl Answer {
    fn read<T>(&self, request: &Request<T>) -> Result<T, ApiError> {
        let parsed = json::parse(&self.body);
        request.answer_parsed(self.status, parsed.as_ref().map(as_json).map_err(Clone::clone))
    }
}

fn as_json(parsed: &json::Parsed) -> &dyn Json {
    parsed
}

/// An answer on its way, of one type so that the program waits for all in one way.
type Exchange<'a> = Pin<Box<dyn Future<Output = Result<Answer, Failure>> + 'a>>;

impl Client {
    /// A connection by the embedder's settings, whose failures are reported to `host`.
    pub fn new(config: &Config, host: &Host, prefetched: Option<Prefetched>) -> Self {
        Self(Arc::new(Inner {
            base: config.api_base.clone(),
            credentials: Credentials { api_key: config.api_key.clone(), ..Credentials::default() },
            host: host.clone(),
            prefetched: SendWrapper::new(RefCell::new(prefetched)),
            limit: Limit::default(),
        }))
    }

    /// Sends a request for `what`, and reports a failure to the page and to its webmaster.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn load<T>(
        &self,
        what: &str,
        request: &Request<T>,
        language: Language,
    ) -> Result<T, Failure> {
        self.send(request, language).await.inspect_err(|failure| self.report(what, failure))
    }

    /// Reports to the page and to its webmaster that `what` did not come.
    pub fn report(&self, what: &str, failure: &Failure) {
        self.0.host.fail(what, failure.kind(), Some(&failure.to_string()));
    }

    /// Sends a request and reads its answer. Questions are repeated when the network or the server
    /// fails; a `POST` never is, as it may have arrived.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn send<T>(&self, request: &Request<T>, language: Language) -> Result<T, Failure> {
        let answer = self.answer(self.call(request, language)).await?;
        Ok(answer.read(request)?)
    }

    /// Sends what somebody has to know the fate of, such as a `POST`. A failure comes with how long
    /// the server asks to be left alone, if it does.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn submit<T>(
        &self,
        request: &Request<T>,
        language: Language,
    ) -> Result<T, (Failure, Option<Duration>)> {
        let answer = self.answer(self.call(request, language)).await;
        let answer = answer.map_err(|failure| (failure, None))?;
        answer.read(request).map_err(|error| (error.into(), answer.retry_after))
    }

    fn call<T>(&self, request: &Request<T>, language: Language) -> Call {
        Call {
            method: request.method,
            url: format!("{}{}", self.0.base, request.path),
            headers: request.headers(&self.0.credentials, language.api()),
            body: request.body.clone(),
            language,
        }
    }

    /// Sends a request that can wait, such as those behind the list: a few of them are under way at
    /// once, the others wait for a permit.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn send_limited<T>(
        &self,
        request: &Request<T>,
        language: Language,
    ) -> Result<T, Failure> {
        let _permit = self.permit().await;
        self.send(request, language).await
    }

    /// Holds requests that can wait back, or no longer does.
    pub fn hold(&self, is_held: bool) {
        self.0.limit.hold(is_held);
    }

    /// The permit to send a request that can wait.
    pub async fn permit(&self) -> Permit {
        self.0.limit.permit().await
    }

    /// The same for all types of answers, and boxed, so that the program has it once.
    fn answer(&self, call: Call) -> Exchange<'static> {
        let client = self.clone();
        Box::pin(async move {
            if let Some(answer) = client.prefetched(&call).await {
                return Ok(answer);
            }
            let mut tries = 0;
            loop {
                let outcome = client.once(&call).await;
                let pause = match &outcome {
                    Ok(answer) if answer.status == 429 || answer.status >= 500 => {
                        answer.retry_after
                    }
                    Err(Failure::Network(_)) => None,
                    _ => return outcome,
                };
                if call.method == Method::Post || tries == RETRIES {
                    return outcome;
                }
                let pause = pause.unwrap_or_else(|| backoff(tries)).min(LONGEST_PAUSE);
                TimeoutFuture::new(millis(pause)).await;
                tries += 1;
            }
        })
    }

    /// The loader's answer, if it asked the same; it is good for one use.
    async fn prefetched(&self, call: &Call) -> Option<Answer> {
        let same = |asked: &Prefetched| asked.url == call.url && asked.language == call.language;
        let prefetched = self.0.prefetched.borrow_mut().take().filter(same)?;
        let exchange = async {
            let response = JsFuture::from(prefetched.response).await.ok()?;
            let response =
                response.dyn_into::<web_sys::Response>().ok().filter(web_sys::Response::ok)?;
            read(response).await.ok()
        };
        // The loader's request cannot be aborted, only given up.
        let exchange = exchange.map(|answer| answer.ok_or(Failure::Timeout));
        in_time(Box::pin(exchange)).await.ok()
    }

    async fn once(&self, call: &Call) -> Result<Answer, Failure> {
        let unreachable = || {
            // What was being sent may have arrived before the network went.
            if call.method == Method::Get && device::is_offline() {
                Failure::Offline
            } else {
                Failure::Network(self.0.base.clone())
            }
        };
        let mut abort = AbortOnDrop::new();
        let builder = match call.method {
            Method::Get => gloo_net::http::Request::get(&call.url),
            Method::Post => gloo_net::http::Request::post(&call.url),
            Method::Put => gloo_net::http::Request::put(&call.url),
            Method::Delete => gloo_net::http::Request::delete(&call.url),
        };
        let with =
            |builder: RequestBuilder, (name, value): &(&str, String)| builder.header(name, value);
        let builder = call.headers.iter().fold(builder, with);
        let builder = builder.abort_signal(abort.signal().as_ref());
        let sent = match &call.body {
            Some(body) => builder.body(body.as_str()),
            None => builder.build(),
        };
        let exchange = async {
            let response = sent.map_err(|_| unreachable())?.send().await;
            read(response.map_err(|_| unreachable())?.into()).await.map_err(|_| unreachable())
        };
        let outcome = in_time(Box::pin(exchange)).await;
        if !matches!(outcome, Err(Failure::Timeout)) {
            abort.disarm();
        }
        outcome
    }
}

/// An answer with its body, as a text that stays the browser's.
async fn read(response: web_sys::Response) -> Result<Answer, JsValue> {
    let retry_after = response.headers().get("Retry-After").ok().flatten();
    Ok(Answer {
        status: response.status(),
        retry_after: retry_after.and_then(|text| pause(text.trim())),
        body: JsFuture::from(response.text()?).await?.unchecked_into(),
    })
}

/// The answer of an exchange, the last byte of its body included, if it comes in time.
async fn in_time(exchange: Exchange<'_>) -> Result<Answer, Failure> {
    match select(exchange, TimeoutFuture::new(millis(TIMEOUT))).await {
        Either::Left((outcome, _)) => outcome,
        Either::Right(_) => Err(Failure::Timeout),
    }
}

/// How long `Retry-After` asks to wait: seconds, or until a date.
fn pause(text: &str) -> Option<Duration> {
    let until = || {
        let wait = js_sys::Date::parse(text) - js_sys::Date::now();
        (!wait.is_nan()).then(|| Duration::from_secs_f64(wait.clamp(0.0, 1e7) / 1000.0))
    };
    text.parse().ok().map(Duration::from_secs).or_else(until)
}

fn millis(duration: Duration) -> u32 {
    u32::try_from(duration.as_millis()).unwrap_or(u32::MAX)
}

fn backoff(tries: u32) -> Duration {
    BACKOFF.mul_f64(f64::from(1 << tries) * (0.5 + js_sys::Math::random()))
}

/// Aborts a request that nobody waits for any more.
struct AbortOnDrop(Option<AbortController>);

impl AbortOnDrop {
    fn new() -> Self {
        Self(AbortController::new().ok())
    }

    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }

    /// The request has ended: to abort it would make an error of the browser's for nobody.
    fn disarm(&mut self) {
        self.0 = None;
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}
