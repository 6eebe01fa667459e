//! What is built into the cars, in both languages.

use super::car::Car;
use super::chance::Chance;

/// `(key, de, en, from which list price it is usual)`
pub(crate) const EQUIPMENT: [(&str, &str, &str, u32); 44] = [
    ("abs", "ABS", "ABS", 0),
    ("esp", "ESP", "Electronic stability control", 0),
    ("centralLocking", "Zentralverriegelung mit Fernbedienung", "Remote central locking", 0),
    ("electricWindows", "Elektrische Fensterheber", "Electric windows", 0),
    ("isofix", "Isofix", "Isofix", 0),
    ("bluetooth", "Bluetooth-Freisprecheinrichtung", "Bluetooth hands-free", 12_000),
    ("dabRadio", "DAB-Radio", "DAB radio", 14_000),
    ("cruiseControl", "Tempomat", "Cruise control", 14_000),
    ("parkingSensorsRear", "Einparkhilfe hinten", "Parking sensors rear", 15_000),
    ("alloyWheels", "Leichtmetallfelgen", "Alloy wheels", 15_000),
    ("heatedSeats", "Sitzheizung vorn", "Heated front seats", 16_000),
    ("multifunctionWheel", "Multifunktionslenkrad", "Multifunction steering wheel", 16_000),
    ("rainSensor", "Regensensor", "Rain sensor", 18_000),
    ("lightSensor", "Lichtsensor", "Light sensor", 18_000),
    ("fogLights", "Nebelscheinwerfer", "Fog lights", 15_000),
    ("carPlay", "Apple CarPlay", "Apple CarPlay", 18_000),
    ("androidAuto", "Android Auto", "Android Auto", 18_000),
    ("navigation", "Navigationssystem", "Satellite navigation", 22_000),
    ("ledHeadlights", "LED-Scheinwerfer", "LED headlights", 22_000),
    ("laneAssist", "Spurhalteassistent", "Lane keeping assist", 22_000),
    ("emergencyBrake", "Notbremsassistent", "Emergency brake assist", 20_000),
    ("trafficSigns", "Verkehrszeichenerkennung", "Traffic sign recognition", 24_000),
    ("parkingSensorsFront", "Einparkhilfe vorn", "Parking sensors front", 24_000),
    ("reversingCamera", "Rückfahrkamera", "Reversing camera", 24_000),
    ("towbar", "Anhängerkupplung schwenkbar", "Retractable towbar", 20_000),
    ("keyless", "Schlüsselloser Zugang", "Keyless entry", 28_000),
    ("inductiveCharging", "Induktives Laden für Smartphones", "Wireless phone charging", 28_000),
    ("adaptiveCruise", "Abstandstempomat", "Adaptive cruise control", 30_000),
    ("blindSpot", "Totwinkelassistent", "Blind spot assist", 30_000),
    ("digitalCockpit", "Digitales Kombiinstrument", "Digital instrument cluster", 30_000),
    ("heatedWheel", "Lenkradheizung", "Heated steering wheel", 30_000),
    ("panoramicRoof", "Panorama-Glasdach", "Panoramic glass roof", 36_000),
    ("electricTailgate", "Elektrische Heckklappe", "Electric tailgate", 36_000),
    ("sportSeats", "Sportsitze", "Sports seats", 34_000),
    ("sportSuspension", "Sportfahrwerk", "Sports suspension", 34_000),
    ("sportExhaust", "Sportabgasanlage", "Sports exhaust", 60_000),
    ("matrixLed", "Matrix-LED-Scheinwerfer", "Matrix LED headlights", 42_000),
    ("headUpDisplay", "Head-up-Display", "Head-up display", 42_000),
    ("surroundCamera", "360-Grad-Kamera", "Surround-view camera", 42_000),
    ("soundSystem", "Soundsystem", "Premium sound system", 42_000),
    ("electricSeats", "Elektrische Sitze mit Memory", "Electric seats with memory", 48_000),
    ("ventilatedSeats", "Sitzbelüftung", "Ventilated seats", 58_000),
    ("airSuspension", "Luftfederung", "Air suspension", 64_000),
    ("auxiliaryHeating", "Standheizung", "Auxiliary heating", 30_000),
];

/// The keys of what this car has.
pub(super) fn choose(car: &Car, chance: &mut Chance) -> Vec<usize> {
    let rich = car.model.list_price + car.built.year().saturating_sub(2015) * 900;
    EQUIPMENT
        .iter()
        .enumerate()
        .filter(|(_, (.., usual))| {
            let percent = if car.condition == "classic" {
                if *usual == 0 { 10.0 } else { 1.0 }
            } else if rich > usual + 14_000 {
                86.0
            } else if rich > *usual {
                52.0
            } else {
                7.0
            };
            chance.percent(percent)
        })
        .map(|(index, _)| index)
        .collect()
}
