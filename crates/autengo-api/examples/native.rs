//! Finds vehicles, and creates, changes and deletes a contact: `native [base] [key]`.

use autengo_api::choice::FuelType;
use autengo_api::contact::ContactPost;
use autengo_api::credentials::{Credentials, Language};
use autengo_api::endpoint::{Request, auth, contact, vehicles};
use autengo_api::query::VehicleQuery;
use autengo_api::token::TokenPost;
use autengo_api::vehicle::{Field, Vehicle};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn send<T>(base: &str, of: &Credentials, request: &Request<T>) -> Result<T> {
    let mut http = ureq::http::Request::builder()
        .method(request.method.as_str())
        .uri(format!("{base}{}", request.path));
    for (name, value) in request.headers(of, Language::En) {
        http = http.header(name, value);
    }
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut answer = match &request.body {
        Some(body) => agent.run(http.body(body.as_str())?)?,
        None => agent.run(http.body(())?)?,
    };
    Ok(request.answer(answer.status().as_u16(), &answer.body_mut().read_to_string()?)?)
}

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let base = args.next().unwrap_or_else(|| "http://127.0.0.1:3000/v3".to_owned());
    let mut of = Credentials::key(args.next().unwrap_or_else(|| "sandbox-key".to_owned()));

    let query =
        VehicleQuery { search: Some("golf".to_owned()), limit: Some(3), ..Default::default() };
    let list = send(&base, &of, &vehicles::<Vehicle>(&query))?;
    println!("{} vehicles, {} of them unreadable", list.total, list.lost);
    for vehicle in &list.items {
        let name = vehicle.text(Field::ModelName).unwrap_or_default();
        println!("{} {name}, {:?}", vehicle.selling_id(), vehicle.choice::<FuelType>());
    }

    of.session = Some(send(
        &base,
        &of,
        &auth::token(&TokenPost { dealer_alzura_id: 1, user_alzura_id: 2 }),
    )?);
    let max = ContactPost { first_name: Some("Max".to_owned()), ..Default::default() };
    let id = send(&base, &of, &contact::create(&max)?)?.id;
    let moved = ContactPost { city: Some("Köln".to_owned()), ..Default::default() };
    let contact = send(&base, &of, &contact::update(contact::Which::Id(id), &moved)?)?;
    println!("{} {:?} {:?}", contact.id, contact.fields.first_name, contact.fields.city);
    send(&base, &of, &contact::delete(contact::Which::Id(id)))
}
