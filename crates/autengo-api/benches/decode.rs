//! What decoding a list costs beside reading the same text as JSON values.

use autengo_api::json::FromJson;
use autengo_api::list::List;
use autengo_api::vehicle::{PublicVehicle, Vehicle};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::{Value, json};

const VEHICLES: usize = 1000;

/// The reference's vehicle a thousand times, with what tells vehicles apart varied.
fn stock() -> String {
    let text = include_str!("../tests/data/vehicle.json");
    let answer: Value = serde_json::from_str(text).expect("JSON");
    let list: Vec<Value> = (0..VEHICLES)
        .map(|n| {
            let mut vehicle = answer["vehicle"].clone();
            vehicle["sellingId"] = json!(format!("AI{n:04}"));
            vehicle["kilometers"] = json!(n * 137);
            vehicle["priceYard"] = json!(f64::from(u32::try_from(n).expect("few")) + 0.95);
            vehicle["description"] = json!("Sehr gepflegt, Größe M. ".repeat(n % 20));
            vehicle["equipment"] = json!(["ABS", { "key": "esp", "text": "ESP" }, "Klima"]);
            vehicle
        })
        .collect();
    json!({ "total": VEHICLES, "offset": 0, "limit": VEHICLES, "list": list }).to_string()
}

fn decode(criterion: &mut Criterion) {
    let text = stock();
    let read = || serde_json::from_str::<Value>(&text).expect("JSON");
    let mut group = criterion.benchmark_group("1000 vehicles");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("serde_json::Value", |bencher| bencher.iter(read));
    group.bench_function("Vehicle", |bencher| {
        bencher.iter(|| List::<Vehicle>::from_json(&read()).expect("a list"));
    });
    group.bench_function("PublicVehicle", |bencher| {
        bencher.iter(|| List::<PublicVehicle>::from_json(&read()).expect("a list"));
    });
    group.finish();
}

criterion_group!(benches, decode);
criterion_main!(benches);
