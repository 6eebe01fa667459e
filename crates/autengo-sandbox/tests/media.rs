//! `GET /media/{sellingId}/{n}.svg`

use std::collections::HashSet;

use crate::client::{Client, ids};

#[tokio::test]
async fn a_vehicle_has_four_different_pictures_or_none() {
    let client = Client::new().key(None);
    let stock = ids(&Client::new().vehicles(&[("limit", "200")]).await);
    let mut without = 0;
    for id in &stock {
        let mut pictures = HashSet::new();
        for n in 1..=4 {
            let answer = client.get(&format!("/media/{id}/{n}.svg")).await;
            if answer.status == 404 {
                break;
            }
            assert_eq!(answer.headers["content-type"], "image/svg+xml");
            assert!(answer.text.starts_with("<svg xmlns=") && answer.text.ends_with("</svg>\n"));
            assert!(answer.text.contains("viewBox=\"0 0 800 600\""));
            pictures.insert(answer.text);
        }
        match pictures.len() {
            0 => without += 1,
            4 => {}
            count => panic!("{id} has {count} pictures"),
        }
    }
    assert!((1..30).contains(&without), "{without} of 200 have none");
}

#[tokio::test]
async fn there_is_nothing_beyond() {
    let client = Client::new();
    let id = &ids(&client.vehicles(&[]).await)[0];
    for path in [
        format!("/media/{id}/0.svg"),
        format!("/media/{id}/5.svg"),
        format!("/media/{id}/256.svg"),
        format!("/media/{id}/1.png"),
        format!("/media/{id}/one.svg"),
        "/media/NOSUCH/1.svg".to_owned(),
    ] {
        client.get(&path).await.reason(404);
    }
}

#[tokio::test]
async fn the_car_has_the_colour_that_is_answered() {
    let client = Client::new();
    for (colour, paint) in [("1", "#24272c"), ("7", "#1f4e8c"), ("12", "#f0f2f3")] {
        let cars = client.vehicles(&[("and[colorId]", colour)]).await;
        let mut seen = 0;
        for id in ids(&cars) {
            let picture = client.get(&format!("/media/{id}/1.svg")).await;
            if picture.status == 200 {
                assert!(picture.text.contains(paint), "{id}");
                seen += 1;
            }
        }
        assert!(seen > 10);
    }
}
