//! Finds vehicles, and creates, changes and deletes a contact: `native [base] [key]`.
use autengo_api::contact::ContactPost;
use autengo_api::credentials::{Credentials, Language};
use autengo_api::endpoint::contact::{Which, create, delete, update};
use autengo_api::endpoint::{Request, auth::token, vehicles};
use autengo_api::query::VehicleQuery;
use autengo_api::token::TokenPost;
use autengo_api::vehicle::{Field, Vehicle};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn send<T>(base: &str, who: &Credentials, request: &Request<T>) -> Result<T> {
    let url = format!("{base}{}", request.path);
    let mut http = ureq::http::Request::builder().method(request.method.as_str()).uri(url);
    for (name, value) in request.headers(who, Language::En) {
        http = http.header(name, value);
    }
    let agent: ureq::Agent =
        ureq::config::Config::builder().http_status_as_error(false).build().into();
    let mut answer = match &request.body {
        Some(body) => agent.run(http.body(body.as_str())?)?,
        None => agent.run(http.body(())?)?,
    };
    Ok(request.answer(answer.status().as_u16(), &answer.body_mut().read_to_string()?)?)
}

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let base = args.next().unwrap_or_else(|| "http://127.0.0.1:3000/v3".to_owned());
    let mut who = Credentials::key(args.next().unwrap_or_else(|| "sandbox-key".to_owned()));
    for vehicle in send(&base, &who, &vehicles::<Vehicle>(&VehicleQuery::default()))?.items {
        println!("{} {:?}", vehicle.selling_id(), vehicle.text(Field::ModelName));
    }
    let ids = TokenPost { dealer_alzura_id: 1, user_alzura_id: 2 };
    who.session = Some(send(&base, &who, &token(&ids))?);
    let mut contact = ContactPost { first_name: Some("Max".to_owned()), ..Default::default() };
    let id = Which::Id(send(&base, &who, &create(&contact)?)?.id);
    contact.city = Some("Köln".to_owned());
    println!("{:?}", send(&base, &who, &update(id, &contact)?)?.fields.city);
    send(&base, &who, &delete(id))
}
