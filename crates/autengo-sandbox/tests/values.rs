//! `GET /vehicle/filter/values`

use autengo_api::column::Column;

use crate::client::Client;

#[tokio::test]
async fn make_ids_are_the_default() {
    let json = Client::new().get("/v3/vehicle/filter/values").await.json();
    let object = json.as_object().unwrap();
    assert_eq!(object.keys().collect::<Vec<_>>(), ["makeId"]);
    assert!(object["makeId"].as_array().unwrap().contains(&190.into()));
}

#[tokio::test]
async fn every_documented_field_has_values_that_filter() {
    let client = Client::new();
    for column in Column::ALL.iter().filter(|column| column.has_values()) {
        let name = column.name();
        let json = client.get(&format!("/v3/vehicle/filter/values?fields[]={name}")).await.json();
        let values = json[name].as_array().unwrap();
        assert!(!values.is_empty(), "{name}");
        let text = values[0].as_str().map_or_else(|| values[0].to_string(), str::to_owned);
        let found = client.list(&[(&format!("and[{name}]"), &text)]).await.json();
        assert!(found["total"].as_u64() > Some(0), "{name}={text}");
    }
}

#[tokio::test]
async fn several_fields_are_answered_in_their_order() {
    let client = Client::new();
    for query in [
        "fields[]=fuelType&fields[]=isPluginHybrid",
        "fields=fuelType&fields=isPluginHybrid",
        "fields[0]=fuelType&fields[1]=isPluginHybrid",
    ] {
        let path = format!("/v3/vehicle/filter/values?{query}");
        let json = client.get(&path).await.json();
        let keys: Vec<_> = json.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["fuelType", "isPluginHybrid"]);
        assert_eq!(json["isPluginHybrid"], serde_json::json!([false, true]));
    }
    let many = vec!["fields[]=driveType"; 25].join("&");
    let many = client.get(&format!("/v3/vehicle/filter/values?{many}")).await;
    assert!(many.json()["driveType"].is_array());
    let one = client.get("/v3/vehicle/filter/values?fields=driveType").await;
    assert!(one.json()["driveType"].as_array().unwrap().contains(&"all".into()));
}

#[tokio::test]
async fn other_fields_are_refused() {
    let client = Client::new();
    for query in ["fields[]=price", "fields[]=vin", "fields[]=", "fields[x]=makeId"] {
        client.get(&format!("/v3/vehicle/filter/values?{query}")).await.reason(400);
    }
}
