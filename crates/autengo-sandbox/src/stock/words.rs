//! What a dealer writes about a car.

use super::car::Car;
use super::chance::Chance;
use super::equipment::EQUIPMENT;

const PRAISE: [&str; 9] = [
    "ein gepflegter Wagen aus unserer Region",
    "technisch und optisch in sehr gutem Zustand",
    "ein zuverlässiger Begleiter für jeden Tag",
    "mit umfangreicher Ausstattung und viel Platz",
    "sparsam, wendig und angenehm leise",
    "ein echter Hingucker mit stimmiger Farbkombination",
    "frisch aufbereitet und sofort verfügbar",
    "mit lückenloser Historie aus unserem eigenen Haus",
    "sportlich abgestimmt und trotzdem alltagstauglich",
];

const HISTORY: [&str; 8] = [
    "Das Fahrzeug stammt aus erster Hand und wurde regelmäßig in der Vertragswerkstatt gewartet.",
    "Alle Wartungen wurden bei uns durchgeführt, die Rechnungen liegen vor.",
    "Der Wagen kommt aus einem Leasingvertrag und wurde nur auf Langstrecken bewegt.",
    "Wir haben das Fahrzeug von einem langjährigen Stammkunden in Zahlung genommen.",
    "Der große Service wurde vor der Übergabe neu gemacht.",
    "Vor der Auslieferung führen wir eine Durchsicht an 110 Punkten durch.",
    "Die Bremsen vorn und die Batterie wurden kürzlich erneuert.",
    "Garagenwagen, Nichtraucher, keine Haustiere.",
];

const NEW: [&str; 4] = [
    "Neuwagen mit voller Herstellergarantie ab dem Tag der Zulassung.",
    "Das Fahrzeug steht in unserer Ausstellung und kann kurzfristig zugelassen werden.",
    "Wir haben dieses Modell mit den beliebtesten Paketen für Sie vorkonfiguriert.",
    "Auf Wunsch übernehmen wir die Zulassung und liefern bis vor Ihre Haustür.",
];

const SERVICE: [&str; 9] = [
    "Gern nehmen wir Ihr jetziges Fahrzeug in Zahlung.",
    "Eine Probefahrt ist nach Absprache jederzeit möglich.",
    "Finanzierung und Leasing bieten wir zu günstigen Konditionen an.",
    "Auf Wunsch mit Anschlussgarantie für bis zu 36 Monate.",
    "Ein zweiter Satz Räder ist gegen Aufpreis erhältlich.",
    "Sie erreichen uns montags bis samstags, auch per E-Mail.",
    "Besichtigung bitte mit kurzer Anmeldung, der Wagen kann außer Haus stehen.",
    "Wir liefern deutschlandweit.",
    "Übergabe in unserem Haus inklusive vollem Tank und Fußmatten.",
];

/// The dealer's text in German, the language of the yard.
pub(super) fn description(car: &Car, equipment: &[usize], chance: &mut Chance) -> String {
    let mut sentences = vec![format!(
        "{} {} {}, {}.",
        car.make.name,
        car.model.name,
        car.version(),
        chance.pick(&PRAISE)
    )];
    let about: &[&str] = if car.condition == "new" { &NEW } else { &HISTORY };
    sentences.push(chance.pick(about).to_owned());
    if equipment.len() > 3 {
        let first = chance.pick(equipment);
        let second = chance.pick(equipment);
        let (first, second) = (EQUIPMENT[first].1, EQUIPMENT[second].1);
        sentences.push(if first == second {
            format!("Zur Ausstattung gehört unter anderem: {first}.")
        } else {
            format!("Zur Ausstattung gehören unter anderem: {first} und {second}.")
        });
    }
    if car.condition == "classic" {
        sentences.push("Mit H-Kennzeichen und Wertgutachten, Zustand 2.".to_owned());
    }
    sentences.push(chance.pick(&SERVICE).to_owned());
    if chance.percent(55.0) {
        sentences.push(chance.pick(&SERVICE).to_owned());
        sentences.dedup();
    }
    if chance.percent(30.0) {
        sentences.push("Irrtümer und Zwischenverkauf vorbehalten.".to_owned());
    }
    sentences.join(" ")
}

const EXTRAS: [(&str, u32); 14] = [
    ("Navi", 20_000),
    ("LED", 20_000),
    ("AHK", 18_000),
    ("Kamera", 22_000),
    ("Pano", 32_000),
    ("SHZ", 14_000),
    ("PDC", 14_000),
    ("HUD", 38_000),
    ("Virtual Cockpit", 30_000),
    ("Keyless", 26_000),
    ("Matrix-LED", 36_000),
    ("Standheizung", 28_000),
    ("CarPlay", 18_000),
    ("Sportabgasanlage", 55_000),
];

/// The version as it is advertised, with a few extras: `1.5 TSI ACT DSG Style Navi LED`.
pub(super) fn version(car: &Car, chance: &mut Chance) -> String {
    let mut version = car.version();
    if car.condition == "classic" {
        return version;
    }
    for (extra, usual) in EXTRAS {
        let has = car.model.list_price >= usual && car.built.year() > 2009;
        if has && chance.percent(14.0) {
            version.push(' ');
            version.push_str(extra);
        }
    }
    version
}
