//! `GET /vehicle/reference/…`

use std::collections::HashSet;

use crate::client::Client;

#[tokio::test]
async fn makes_are_listed_by_name_with_their_numbers() {
    let answer = Client::new().get("/v3/vehicle/reference/make").await;
    let json = answer.json();
    let list = json["list"].as_array().unwrap();
    assert_eq!(json["total"], list.len());
    assert_eq!(list[0]["makeName"], "Audi");
    assert_eq!(list[0]["makeId"], 190);
    let names: Vec<_> =
        list.iter().map(|make| make["makeName"].as_str().unwrap().to_lowercase()).collect();
    assert!(names.is_sorted());
    assert!(names.len() >= 25);
}

#[tokio::test]
async fn models_belong_to_their_make() {
    let client = Client::new();
    let answer = client.get("/v3/vehicle/reference/make/190/model").await;
    let json = answer.json();
    let list = json["list"].as_array().unwrap();
    assert_eq!(json["total"], list.len());
    let a4 = list.iter().find(|model| model["modelId"] == 3813).unwrap();
    assert_eq!(a4["modelName"], "A4");
}

#[tokio::test]
async fn every_vehicle_is_of_a_make_and_model_of_the_reference() {
    let client = Client::new();
    let mut known = HashSet::new();
    for make in client.get("/v3/vehicle/reference/make").await.json()["list"].as_array().unwrap() {
        let path = format!("/v3/vehicle/reference/make/{}/model", make["makeId"]);
        for model in client.get(&path).await.json()["list"].as_array().unwrap() {
            known.insert((make["makeName"].clone(), model["modelName"].clone()));
        }
    }
    for car in client.stock().await {
        let name = (car["makeName"].clone(), car["modelName"].clone());
        assert!(known.contains(&name), "{name:?}");
    }
}

#[tokio::test]
async fn an_unknown_make_is_not_found_and_a_word_is_refused() {
    let client = Client::new();
    let reason = client.get("/v3/vehicle/reference/make/7/model").await.reason(404);
    assert_eq!(reason, "There is no make 7");
    for id in ["audi", "-1", "99999999999"] {
        client.get(&format!("/v3/vehicle/reference/make/{id}/model")).await.reason(400);
    }
}
