//! An endpoint: what answers, and what is said of it, in one place.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use utoipa::openapi::path::{
    HttpMethod, OperationBuilder, Parameter, ParameterBuilder, ParameterIn, ParameterStyle,
    PathItem, PathsBuilder,
};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{ContentBuilder, RefOr, Required, ResponseBuilder, Schema};

use super::schema;
use crate::server::App;

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Anyone,
    Key,
    Token,
}

/// One method of one path.
pub(crate) struct Endpoint {
    path: &'static str,
    method: HttpMethod,
    handler: MethodRouter<App>,
    operation: OperationBuilder,
    access: Access,
}

impl Endpoint {
    /// `GET path`
    pub(crate) fn get<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(path, HttpMethod::Get, routing::get(handler))
    }

    /// `POST path`
    pub(crate) fn post<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(path, HttpMethod::Post, routing::post(handler)).takes_bodies()
    }

    /// `PUT path`
    pub(crate) fn put<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(path, HttpMethod::Put, routing::put(handler)).takes_bodies()
    }

    /// `DELETE path`
    pub(crate) fn delete<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(path, HttpMethod::Delete, routing::delete(handler))
    }

    fn new(path: &'static str, method: HttpMethod, handler: MethodRouter<App>) -> Self {
        let operation = OperationBuilder::new();
        Self { path, method, handler, operation, access: Access::Key }
            .refuses(400, "The request is not one that the API allows")
    }

    fn takes_bodies(self) -> Self {
        self.refuses(413, "The body is too large").refuses(415, "The body is not application/json")
    }

    fn with(mut self, change: impl FnOnce(OperationBuilder) -> OperationBuilder) -> Self {
        self.operation = change(self.operation);
        self
    }

    /// The name, the group and the summary.
    pub(crate) fn about(self, id: &str, tag: &str, summary: &str) -> Self {
        self.with(|operation| operation.operation_id(Some(id)).tag(tag).summary(Some(summary)))
    }

    /// It needs no key.
    pub(crate) fn open(self) -> Self {
        Self { access: Access::Anyone, ..self }
    }

    /// It needs a token beside the key.
    pub(crate) fn with_token(self) -> Self {
        Self { access: Access::Token, ..self }
    }

    /// It takes bodies of up to so many bytes.
    pub(crate) fn up_to(self, bytes: usize) -> Self {
        Self { handler: self.handler.layer(DefaultBodyLimit::max(bytes)), ..self }
    }

    /// A part of its path.
    pub(crate) fn part(self, name: &str, schema: impl Into<RefOr<Schema>>, about: &str) -> Self {
        self.parameter(ParameterIn::Path, name, schema, about)
    }

    /// A parameter of its query.
    pub(crate) fn query(self, name: &str, schema: impl Into<RefOr<Schema>>, about: &str) -> Self {
        self.parameter(ParameterIn::Query, name, schema, about)
    }

    /// An object in its query, in brackets.
    pub(crate) fn nested(self, name: &str, schema: impl Into<RefOr<Schema>>, about: &str) -> Self {
        let parameter = parameter(ParameterIn::Query, name, schema, about)
            .style(Some(ParameterStyle::DeepObject))
            .explode(Some(true));
        self.with(|operation| operation.parameter(parameter))
    }

    /// It answers in the language that is asked for.
    pub(crate) fn translated(self) -> Self {
        let about = "The language of texts: de, which is the default, or en";
        self.parameter(ParameterIn::Header, "Accept-Language", schema::text(), about)
    }

    fn parameter(
        self,
        place: ParameterIn,
        name: &str,
        schema: impl Into<RefOr<Schema>>,
        about: &str,
    ) -> Self {
        let parameter: Parameter = parameter(place, name, schema, about).build();
        self.with(|operation| operation.parameter(parameter))
    }

    /// The JSON that it takes.
    pub(crate) fn takes(self, schema: &str) -> Self {
        let content = ContentBuilder::new().schema(Some(schema::named(schema))).build();
        let body = RequestBodyBuilder::new()
            .content("application/json", content)
            .required(Some(Required::True))
            .build();
        self.with(|operation| operation.request_body(Some(body)))
    }

    /// The JSON that it answers with that status.
    pub(crate) fn answers(self, status: u16, schema: &str, about: &str) -> Self {
        self.answers_as(status, "application/json", schema::named(schema), about)
    }

    /// The other answers.
    pub(crate) fn answers_as(
        self,
        status: u16,
        content_type: &str,
        schema: impl Into<RefOr<Schema>>,
        about: &str,
    ) -> Self {
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let response = ResponseBuilder::new().description(about).content(content_type, content);
        self.with(|operation| operation.response(status.to_string(), response))
    }

    /// How else it refuses.
    pub(crate) fn refuses(self, status: u16, about: &str) -> Self {
        self.answers(status, "Error", about)
    }

    /// Puts what answers into a router.
    pub(crate) fn mount(self, router: Router<App>) -> Router<App> {
        router.route(self.path, self.handler)
    }

    /// Puts what is said of it into a description, below `prefix`.
    pub(crate) fn describe(self, prefix: &str, paths: PathsBuilder) -> PathsBuilder {
        const NO_SCOPES: [&str; 0] = [];
        let needs = |names: &[&str]| {
            names
                .iter()
                .fold(SecurityRequirement::default(), |needs, name| needs.add(*name, NO_SCOPES))
        };
        let (securities, why) = match self.access {
            Access::Anyone => (vec![], None),
            Access::Key => (vec![needs(&["key"])], Some("The key is missing or not known")),
            Access::Token => (
                vec![needs(&["key", "jwt"]), needs(&["key", "bearer"])],
                Some("The key or a valid token is missing"),
            ),
        };
        let path = format!("{prefix}{}", self.path);
        let this = match why {
            Some(why) => self.refuses(401, why),
            None => self,
        };
        paths.path(path, PathItem::new(this.method, this.operation.securities(Some(securities))))
    }
}

fn parameter(
    place: ParameterIn,
    name: &str,
    schema: impl Into<RefOr<Schema>>,
    about: &str,
) -> ParameterBuilder {
    let required = if place == ParameterIn::Path { Required::True } else { Required::False };
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(required)
        .description(Some(about))
        .schema(Some(schema))
}
