//! Credit that a dealer's own words advertise.
//!
//! Since 20 November 2026, to advertise a credit without its warning is an unfair act whatever the
//! case (UWG Anhang Nr. 23e), and § 17 `PAngV` asks for the whole example. The words are the
//! dealer's and stay; who runs the page is told.

use autengo_api::vehicle::{Field, PublicVehicle};

/// The warning, as the law has it.
pub const WARNING: &str = "Achtung! Kreditaufnahme kostet Geld.";

/// Where a dealer writes freely.
const WRITTEN: [Field; 3] = [Field::ModelVersion, Field::Description, Field::Equipment];

/// The beginnings of words that speak of monthly payments, or of interest.
const RATES: [&str; 24] = [
    "mtl.",
    "mtl ",
    "mtl:",
    "monatl. rate",
    "monatl. ab",
    "monatlich ab",
    "monatliche rate",
    "monatlichen rate",
    "monatsrate",
    "rate ab",
    "raten ab",
    "rate:",
    "rate von",
    "raten von",
    "finanzierungsrate",
    "kreditrate",
    "finanzierung ab",
    "finanzierung schon ab",
    "finanzierung bereits ab",
    "finance from",
    "financing from",
    "finance available from",
    "monthly payment",
    "monthly rate",
];
/// The parts of words that say so behind an amount.
const PER_MONTH: [&str; 13] = [
    "€/mtl",
    "€/mon",
    "€ / mon",
    "€ im monat",
    "€ pro monat",
    "€ p.m.",
    "€ monatl",
    "eur/mon",
    "eur im monat",
    "eur monatl",
    "euro im monat",
    "euro monatl",
    "per month",
];
const INTEREST: [&str; 3] = ["jahreszins", "sollzins", "% apr"];

/// Whether the words of a vehicle's dealer name a monthly rate or interest, and not the warning.
#[must_use]
pub fn lacks_warning(vehicle: &PublicVehicle) -> bool {
    let texts = WRITTEN.into_iter().flat_map(|field| {
        let items = vehicle.items(field).into_iter();
        items.chain(vehicle.text(field))
    });
    let texts: Vec<String> = texts.map(|text| plain(&text)).collect();
    let warning = plain(WARNING);
    let warning = warning.trim_end_matches('.');
    texts.iter().any(|text| names_a_rate(text)) && !texts.iter().any(|text| text.contains(warning))
}

/// In small letters, with one blank wherever there are any.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase()
}

fn names_a_rate(text: &str) -> bool {
    let begins_a_word = |at: usize| {
        // "Kreditrate", not "Geräte": a letter of any script goes on with a word.
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| c.is_ascii() && !c.is_ascii_alphanumeric() || "€–„“·•".contains(c))
    };
    RATES.iter().any(|rate| text.match_indices(rate).any(|(at, _)| begins_a_word(at)))
        || PER_MONTH.iter().chain(&INTEREST).any(|words| text.contains(words))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use autengo_api::json::FromJson;

    fn vehicle(fields: &Value) -> PublicVehicle {
        let mut object = json!({ "sellingId": "A" });
        let target = object.as_object_mut().expect("an object");
        target.extend(fields.as_object().expect("an object").clone());
        PublicVehicle::from_json(&object).expect("decodes")
    }

    fn described(text: &str) -> PublicVehicle {
        vehicle(&json!({ "description": text }))
    }

    const NAMED: [&str; 20] = [
        "Jetzt für 199 € mtl. fahren",
        "ab 199,- mtl.",
        "mtl. 249 EUR",
        "Monatl. Rate 199 €",
        "monatliche Rate: 179 Euro",
        "Rate ab 149 €",
        "Günstige Raten ab 99 €",
        "Finanzierung ab 3,99 %",
        "FINANZIERUNG AB 199 EURO",
        "Finanzierung\n  ab 199 Euro",
        "Finanzierung schon ab 2,9 %",
        "Finance from £199",
        "finance from 199 € per month",
        "nur 199 €/Monat",
        "199 € im Monat",
        "(199 € pro Monat)",
        "199 € p.m.",
        "Monatsrate 211 €",
        "eff. Jahreszins 3,99 %",
        "Gebundener Sollzins p.a. 3,92 %",
    ];

    #[test]
    fn rates_without_the_warning_are_found() {
        for text in NAMED {
            assert!(lacks_warning(&described(text)), "{text}");
            let warned = format!("{text}\nACHTUNG!  Kreditaufnahme kostet Geld.");
            assert!(!lacks_warning(&described(&warned)), "{warned}");
        }
        // Another warning is none.
        assert!(lacks_warning(&described("Rate ab 99 €. Achtung, Kredit kostet Geld.")));
    }

    #[test]
    fn other_words_name_no_rate() {
        for text in [
            "",
            "Wir beraten ab 9 Uhr",
            "Geräte ab Werk, separate ab 2020",
            "Finanzierung und Inzahlungnahme möglich",
            "Leasing auf Anfrage",
            "Preis ab Hof 19.900 €",
            "monatlich gewartet",
            "Garantie 12 Monate",
            "Amtl. Kennzeichen",
            "Service by appointment at 3 p.m.",
            "Achtung! Kreditaufnahme kostet Geld.",
        ] {
            assert!(!lacks_warning(&described(text)), "{text}");
        }
        assert!(!lacks_warning(&vehicle(&json!({}))));
    }

    #[test]
    fn every_place_where_a_dealer_writes_is_read() {
        let cases = [
            json!({ "equipment": ["Klima", "Finanzierung ab 99 €"] }),
            json!({ "equipment": [{ "key": "x", "text": "mtl. 99 €" }] }),
            json!({ "equipment": "Rate ab 99 €" }),
            json!({ "modelVersion": "2.0 TDI | 199 € mtl." }),
        ];
        for fields in cases {
            assert!(lacks_warning(&vehicle(&fields)), "{fields}");
            let mut fields = fields;
            fields["description"] = json!(WARNING);
            assert!(!lacks_warning(&vehicle(&fields)), "{fields}");
        }
    }
}
