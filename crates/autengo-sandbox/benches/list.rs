//! How long a list query takes over 50,000 vehicles (the promise: under 30 ms at the median).

use std::hint::black_box;

use autengo_sandbox::config::Config;
use autengo_sandbox::server::{App, router};
use axum::body::Body;
use axum::http::Request;
use criterion::{Criterion, criterion_group, criterion_main};
use http_body_util::BodyExt;
use tower::ServiceExt;

fn list(criterion: &mut Criterion) {
    let config = Config { vehicles: 50_000, key: String::new(), ..Config::default() };
    let app = App::new(&config).expect("a database in memory opens");
    let router = router(app);
    let runtime = tokio::runtime::Runtime::new().expect("the system gives a thread");
    let queries = [
        ("newest", ""),
        (
            "three filters and an order",
            "and[vehicleState]=inventory&and[kilometers]=%3C%3D|90000&or[fuelType][]=diesel\
             &or[fuelType][]=electric&order[field]=price&order[dir]=asc&limit=24",
        ),
        (
            "five filters, an order and a late page",
            "and[vehicleState]=inventory&and[price][]=%3E%3D|10000&and[price][]=%3C%3D|40000\
             &and[firstRegistration]=%3E%3D|2018-01-01&and[makeId][]=%3C%3E|190\
             &or[vehicleTypeId][]=3&or[vehicleTypeId][]=5&order[field]=powerKw&order[dir]=desc\
             &offset=2400&limit=24",
        ),
        ("search", "search=schiebed%C3%A4cher&and[vehicleState]=inventory"),
        (
            "search and three filters",
            "search=golf&and[vehicleState]=inventory&and[fuelType]=diesel&and[kilometers]=%3C%3D|150000&order[field]=kilometers&order[dir]=asc",
        ),
    ];
    let mut group = criterion.benchmark_group("list of 50,000");
    for (name, query) in queries {
        group.bench_function(name, |bencher| {
            bencher.to_async(&runtime).iter(|| async {
                let request = Request::get(format!("/v3/vehicle?{query}"))
                    .body(Body::empty())
                    .expect("the queries above are URLs");
                let Ok(response) = router.clone().oneshot(request).await;
                assert_eq!(response.status(), 200);
                black_box(response.into_body().collect().await)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, list);
criterion_main!(benches);
