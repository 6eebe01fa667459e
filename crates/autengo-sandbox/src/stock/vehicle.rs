//! One vehicle of the stock, and how it is answered in a language.

use serde_json::{Map, Value, json};

use super::car::Car;
use super::chance::Chance;
use super::equipment::EQUIPMENT;
use super::fields::FIELDS;
use super::{energy, equipment, look, oddity, papers, price, words};
use crate::labels;
use crate::language::{Language, choose};

/// A vehicle as the stock has it: coded fields hold their keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Vehicle {
    fields: Map<String, Value>,
    /// Coded fields that are answered as their bare key.
    bare: Vec<&'static str>,
    hidden: Hidden,
}

/// What can be filtered by and is never answered (reference, `GET /vehicle`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// `makeId`
    pub make_id: u32,
    /// `modelId`
    pub model_id: u32,
    /// `constructionDate`
    pub construction_date: String,
    /// `trimLine`
    pub trim_line: &'static str,
    /// `modelRange`
    pub model_range: String,
}

/// 36 to the power of 6: so many `sellingId`s there are.
const IDS: u64 = 2_176_782_336;

impl Vehicle {
    pub(super) fn generate(seed: u64, number: u32, gap: u32) -> Self {
        let chance = &mut Chance::of(seed, number);
        let car = Car::choose(chance, number, gap);
        let mut fields = Map::new();
        fields.insert("sellingId".into(), selling_id(seed, number).into());
        fields.insert("makeName".into(), car.make.name.into());
        fields.insert("modelName".into(), car.model.name.into());
        fields.insert("modelVersion".into(), words::version(&car, chance).into());
        papers::write(&mut fields, &car, chance);
        look::write(&mut fields, &car, chance);
        price::write(&mut fields, &car, chance);
        energy::write(&mut fields, &car, chance);
        let built_in = equipment::choose(&car, chance);
        let text = words::description(&car, &built_in, chance);
        fields.insert("description".into(), text.into());
        // Most answer as coded values do, some as plain German text.
        let plain = chance.percent(20.0);
        let list: Value = built_in
            .iter()
            .map(|index| Value::from(if plain { EQUIPMENT[*index].1 } else { EQUIPMENT[*index].0 }))
            .collect();
        fields.insert("equipment".into(), list);
        let mut bare = oddity::apply(&mut fields, &car, chance);
        if plain {
            bare.push("equipment");
        }
        Self {
            fields,
            bare,
            hidden: Hidden {
                make_id: car.make.id,
                model_id: car.model.id,
                construction_date: car.built.to_string(),
                trim_line: car.trim,
                model_range: format!("{} {}", car.model.name, car.model.generation),
            },
        }
    }

    /// Its value in a field of the reference: of a coded field the key.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.fields.get(field)
    }

    /// The values that only filters see.
    #[must_use]
    pub fn hidden(&self) -> &Hidden {
        &self.hidden
    }

    /// The vehicle as the API answers it: the reference's fields in the reference's order, coded
    /// ones as `{key, text}` in that language.
    #[must_use]
    pub fn answer(&self, language: Language) -> Value {
        let mut answer = Map::new();
        for (name, _) in FIELDS {
            let Some(value) = self.fields.get(name) else {
                continue;
            };
            let value = if self.bare.contains(&name) {
                value.clone()
            } else {
                translate(name, value, language)
            };
            answer.insert(name.to_owned(), value);
        }
        Value::Object(answer)
    }
}

fn translate(field: &str, value: &Value, language: Language) -> Value {
    if let ("equipment", Value::Array(keys)) = (field, value) {
        return keys
            .iter()
            .filter_map(|key| EQUIPMENT.iter().find(|item| *key == item.0))
            .map(|(key, de, en, _)| json!({ "key": key, "text": choose(language, de, en) }))
            .collect();
    }
    let key = match value {
        Value::String(key) => key.clone(),
        Value::Number(key) => key.to_string(),
        _ => return value.clone(),
    };
    labels::text(field, &key, language)
        .map_or_else(|| value.clone(), |text| json!({ "key": value, "text": text }))
}

/// Six letters or digits, another one for each number.
fn selling_id(seed: u64, number: u32) -> String {
    const ALPHABET: &[u8; 36] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    // A step that shares no factor with the count of ids visits each of them once.
    const STEP: u64 = 1_234_567_891;
    let start = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) % IDS;
    let mut rest = (start + u64::from(number) * STEP) % IDS;
    let mut id = String::with_capacity(6);
    for _ in 0..6 {
        let digit = usize::try_from(rest % 36).expect("a remainder of 36 fits");
        id.push(char::from(ALPHABET[digit]));
        rest /= 36;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn selling_ids_are_six_characters_and_never_repeat() {
        let ids: HashSet<_> = (0..60_000).map(|number| selling_id(7, number)).collect();
        assert_eq!(ids.len(), 60_000);
        assert!(ids.iter().all(|id| {
            id.len() == 6
                && id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        }));
    }
}
