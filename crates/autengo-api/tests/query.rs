//! The query language as somebody uses it who builds a search from the crate alone.

use std::cmp::Ordering;

use autengo_api::column::Column;
use autengo_api::condition::{Condition, Op};
use autengo_api::id::{MakeId, ModelId, SellingId};
use autengo_api::qs::{Tree, decode, first_key, is_below};
use autengo_api::query::{Dir, Filter, Order, VehicleQuery};
use autengo_api::text::is_invisible;
use autengo_api::vehicle::{Field, Shape, Unit};

#[test]
fn operators_compare_as_they_read() {
    let orders = [Ordering::Less, Ordering::Equal, Ordering::Greater];
    for (text, holds) in [
        ("=", [false, true, false]),
        ("<>", [true, false, true]),
        ("<", [true, false, false]),
        ("<=", [true, true, false]),
        (">", [false, false, true]),
        (">=", [false, true, true]),
    ] {
        let op: Op = text.parse().unwrap();
        assert_eq!(orders.map(|order| op.holds(order)), holds, "{text}");
        assert_eq!(op.to_string(), text);
    }
    assert_eq!("=>".parse::<Op>().unwrap_err().to_string(), "`=>` is no operator");
    assert_eq!("<=|5".parse(), Ok(Condition::new(Op::Le, "5")));
}

#[test]
fn a_filter_has_a_condition_once_and_is_edited_by_column() {
    let [diesel, petrol] = ["diesel", "gasoline"].map(Condition::from);
    let mut filter = Filter::default();
    assert!(filter.is_empty());
    for condition in [&diesel, &petrol, &diesel] {
        filter.add(Column::FuelType, condition.clone());
    }
    filter.add(Column::Price, ">=|5000".into());
    assert_eq!(filter.get(Column::FuelType), [diesel.clone(), petrol.clone()]);
    assert_eq!(filter.equal(Column::FuelType).collect::<Vec<_>>(), ["diesel", "gasoline"]);
    assert_eq!(filter.equal(Column::Price).count(), 0);
    filter.retain(Column::FuelType, |condition| *condition == petrol);
    assert_eq!(filter.get(Column::FuelType), [petrol]);
    filter.set(Column::FuelType, vec![diesel.clone(); 2]);
    assert_eq!(filter.remove(Column::FuelType), [diesel]);
    assert!(filter.remove(Column::FuelType).is_empty());
    let columns: Vec<_> = filter.iter().map(|(column, _)| column).collect();
    assert_eq!(columns, [Column::Price]);
    let arrays = Tree::from_iter([("price", Tree::List(vec![">=|5000".into()]))]);
    assert_eq!(filter.to_tree(true), arrays);
}

#[test]
fn the_stock_is_what_is_not_sold_from_any_offset() {
    let order = Order { field: Column::Price, dir: "asc".parse().unwrap() };
    assert_eq!((order.dir, Dir::Desc.to_string().as_str()), (Dir::Asc, "desc"));
    let query = VehicleQuery { offset: 48, ..VehicleQuery::of_stock(order, 24) };
    assert_eq!(
        query.to_string(),
        "and%5BvehicleState%5D=%3C%3E%7Csold&order%5Bfield%5D=price&order%5Bdir%5D=asc\
         &offset=48&limit=24"
    );
}

#[test]
fn a_tree_is_walked_by_keys_and_texts() {
    let tree = decode("a[x]=1&a[y][]=2&a[y][]=3&a[z][90]=4&a[z][91]=5&a[m][k]=6");
    let a = tree.get("a").unwrap();
    let texts = |key| a.get(key).map(|tree| tree.texts().collect::<Vec<_>>());
    assert_eq!(texts("x"), Some(vec!["1"]));
    assert_eq!(texts("y"), Some(vec!["2", "3"]));
    assert_eq!(texts("z"), Some(vec!["4", "5"]));
    assert_eq!(texts("m"), Some(vec![]));
    assert_eq!(a.get("x").and_then(|text| text.get("deeper")), None);
    let are_texts = ["x", "y", "z", "m"].map(|key| a.get(key).is_some_and(Tree::is_texts));
    assert_eq!(are_texts, [true, true, true, false]);
}

#[test]
fn a_raw_pair_tells_whose_it_is() {
    assert_eq!(first_key("cars%5Bsearch%5D=x"), "cars");
    assert_eq!(first_key("utm_source=a%5B"), "utm_source");
    let below = ["cars[page]=2", "cars%5Bpage%5D=2", "cars=1", "carsold[page]=2"];
    assert_eq!(below.map(|pair| is_below(pair, "cars")), [true, true, false, false]);
}

#[test]
fn ids_are_written_as_they_came() {
    let id = SellingId::from("AIQWXW".to_owned());
    assert_eq!((id.to_string(), String::from(id)), ("AIQWXW".to_owned(), "AIQWXW".to_owned()));
    assert_eq!(MakeId(190).to_string().parse(), Ok(MakeId(190)));
    assert!("A4".parse::<ModelId>().is_err());
}

#[test]
fn words_of_the_reference_tell_their_shapes_and_units() {
    assert_eq!(
        (Field::Kilometers.shape(), Field::Kilometers.unit()),
        (Shape::Number, Some(Unit::Kilometre))
    );
    assert_eq!((Field::FuelType.shape(), Field::FuelType.unit()), (Shape::Coded, None));
    assert!(!Field::DealerPrice.is_public());
    assert_eq!(Field::Price.to_string().parse(), Ok(Field::Price));
    let numeric = [Column::Price, Column::ColorId, Column::FuelType];
    assert_eq!(numeric.map(|column| column.kind().is_numeric()), [true, true, false]);
}

#[test]
fn what_nobody_sees_is_known() {
    let pasted = "\u{feff}50\u{ad}000\u{200b} km\u{7}";
    let seen: String = pasted.chars().filter(|c| !is_invisible(*c)).collect();
    assert_eq!(seen, "50000 km");
}
