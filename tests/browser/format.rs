//! `i18n`: numbers, money and dates by the browser's `Intl`.

use autengo_api::vehicle::Date;
use autengo_widget::i18n::{Language, Locale};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// The same in German and in English.
fn both(format: impl Fn(Locale) -> String) -> [String; 2] {
    Language::ALL.map(|language| untrack(|| format(Locale::new(language))))
}

#[wasm_bindgen_test]
fn numbers_are_grouped_and_have_the_asked_decimals() {
    assert_eq!(both(|locale| locale.number(125_000.0, 0)), ["125.000", "125,000"]);
    assert_eq!(both(|locale| locale.number(6.0, 1)), ["6,0", "6.0"]);
    assert_eq!(both(|locale| locale.number(1234.56, 1)), ["1.234,6", "1,234.6"]);
}

#[wasm_bindgen_test]
fn cents_are_shown_where_there_are_some() {
    assert_eq!(both(|locale| locale.euro(12_500.0)), ["12.500\u{a0}€", "€12,500"]);
    assert_eq!(both(|locale| locale.euro(12_500.5)), ["12.500,50\u{a0}€", "€12,500.50"]);
}

#[wasm_bindgen_test]
fn power_is_told_in_kilowatts_and_in_horsepower() {
    let power = both(|locale| locale.power(185.0));
    assert_eq!(power, ["185\u{a0}kW (252\u{a0}PS)", "185\u{a0}kW (252\u{a0}hp)"]);
}

#[wasm_bindgen_test]
fn dates_are_days_where_the_day_is_known() {
    let day = "2017-05-09".parse::<Date>().unwrap();
    assert_eq!(both(|locale| locale.date(day)), ["09.05.2017", "09/05/2017"]);
    let month = "2017-05".parse::<Date>().unwrap();
    assert_eq!(both(|locale| locale.date(month)), ["05/2017", "05/2017"]);
    assert_eq!(both(|locale| locale.month(day)), ["05/2017", "05/2017"]);
}
