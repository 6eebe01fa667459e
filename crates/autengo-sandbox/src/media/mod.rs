//! Drawn pictures of the vehicles: flat side views in the colour of the car, in a quiet studio.
//!
//! They stand for the photos that the API has no field for, in tests and in screenshots.

mod paint;
mod shape;

use std::fmt::Write;

use crate::store::Looks;
use paint::Paint;
use shape::Shape;

/// How many pictures a vehicle has.
const PICTURES: u8 = 4;

/// The picture `number` of that vehicle, as SVG of 4:3; `None` when it has not that many.
///
/// The first shows the whole car, the second the other side, the third the front and the fourth the
/// rear. About one vehicle in twenty-five has no picture at all.
#[must_use]
pub fn picture(id: &str, looks: Looks, number: u8) -> Option<String> {
    let mark = mark(id);
    if mark % 25 == 7 || !(1..=PICTURES).contains(&number) {
        return None;
    }
    let studio = &STUDIOS[(mark / 25 + usize::from(number)) % STUDIOS.len()];
    // Mirrored, or moved closer to one end of the car.
    let (view, light) = match number {
        1 => ("translate(-16 -30) scale(1.04)", 400),
        2 => ("translate(816 -30) scale(-1.04 1.04)", 400),
        3 => ("translate(60 -214) scale(1.72)", 300),
        _ => ("translate(-662 -214) scale(1.72)", 500),
    };
    Some(draw(looks, studio, view, light))
}

/// A number that stays with the vehicle.
fn mark(id: &str) -> usize {
    id.bytes().fold(7, |sum, byte| (sum * 31 + usize::from(byte)) % 1_000_003)
}

/// Wall, horizon and floor.
const STUDIOS: [[&str; 3]; 4] = [
    ["#e9eef2", "#cfd8df", "#bcc6ce"],
    ["#efece6", "#d9d3c8", "#c8c0b3"],
    ["#e9eeea", "#cfd8d1", "#bcc7bf"],
    ["#e8ebf1", "#ccd2de", "#babfce"],
];

fn draw(looks: Looks, [wall, horizon, floor]: &[&str; 3], view: &str, light: u32) -> String {
    let shape = shape::of(looks.body);
    let paint = paint::of(looks.colour);
    let mut svg = String::with_capacity(8 * 1024);
    add(
        &mut svg,
        format_args!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600"><defs>
<linearGradient id="studio" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{wall}"/><stop offset=".62" stop-color="{horizon}"/><stop offset=".7" stop-color="{floor}"/><stop offset="1" stop-color="{horizon}"/></linearGradient>
<radialGradient id="light" gradientUnits="userSpaceOnUse" cx="{light}" cy="240" r="420"><stop offset="0" stop-color="#fff" stop-opacity=".5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<radialGradient id="shadow"><stop offset="0" stop-color="#10151a" stop-opacity=".55"/><stop offset=".6" stop-color="#10151a" stop-opacity=".28"/><stop offset="1" stop-color="#10151a" stop-opacity="0"/></radialGradient>
<linearGradient id="shade" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="{gloss}"/><stop offset=".42" stop-color="#fff" stop-opacity=".04"/><stop offset=".62" stop-color="#000" stop-opacity=".05"/><stop offset="1" stop-color="#000" stop-opacity="{depth}"/></linearGradient>
<linearGradient id="glass" x1="0" y1="0" x2=".35" y2="1"><stop offset="0" stop-color="#6d8191"/><stop offset=".45" stop-color="#33424f"/><stop offset="1" stop-color="#1b242c"/></linearGradient>
<radialGradient id="rim"><stop offset="0" stop-color="#eef1f3"/><stop offset="1" stop-color="#a9b2b9"/></radialGradient>
<clipPath id="outline"><path d="{body}"/></clipPath><clipPath id="panes"><path d="{glass}"/></clipPath></defs>
<rect width="800" height="600" fill="url(#studio)"/><rect width="800" height="600" fill="url(#light)"/>
<g transform="{view}"><ellipse cx="400" cy="438" rx="360" ry="24" fill="url(#shadow)"/>
"##,
            gloss = paint.gloss,
            depth = paint.depth,
            body = shape.body,
            glass = shape.glass,
        ),
    );
    car(&mut svg, shape, &paint);
    svg.push_str("</g></svg>\n");
    svg
}

fn car(svg: &mut String, shape: &Shape, paint: &Paint) {
    let Paint { colour, seam, .. } = paint;
    let (front, rear) = shape.axles;
    for x in [front, rear] {
        add(
            svg,
            format_args!(r#"<ellipse cx="{x}" cy="440" rx="66" ry="9" fill="url(#shadow)"/>"#),
        );
    }
    // What is below the floor, without which a car seems to float.
    add(
        svg,
        format_args!(
            r##"<rect x="{front}" y="372" width="{}" height="38" rx="10" fill="#191c1f"/>"##,
            rear - front,
        ),
    );
    svg.push_str(shape.behind);
    add(
        svg,
        format_args!(
            r##"<path d="{body}" fill="{colour}"/><path d="{body}" fill="url(#shade)"/>
<g clip-path="url(#outline)"><path d="{crease}" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="5"/><path d="{crease}" transform="translate(0 6)" fill="none" stroke="#000" stroke-opacity=".16" stroke-width="6"/><path d="{trim}" fill="#24282c"/></g>
<path d="{glass}" fill="url(#glass)"/><g clip-path="url(#panes)"><path d="M330 150L410 150L300 300L220 300Z M520 150L548 150L438 300L410 300Z" fill="#fff" opacity=".13"/><path d="{pillars}" fill="none" stroke="#14191e" stroke-width="9"/></g>
<path d="{seams}" clip-path="url(#outline)" fill="none" stroke="{seam}" stroke-width="2" stroke-linecap="round"/><path d="{body}" fill="none" stroke="{seam}" stroke-opacity=".55" stroke-width="1.6"/>
<path d="{head}" fill="#f4f8fb"/><path d="{head}" fill="none" stroke="#39434b" stroke-opacity=".5" stroke-width="2"/><path d="{tail}" fill="#b3202a"/><path d="{tail}" fill="none" stroke="#5c0d13" stroke-opacity=".6" stroke-width="2"/>
"##,
            body = shape.body,
            crease = shape.crease,
            trim = shape.trim,
            glass = shape.glass,
            pillars = shape.pillars,
            seams = shape.seams,
            head = shape.headlight,
            tail = shape.taillight,
        ),
    );
    for (x, y) in shape.handles {
        add(
            svg,
            format_args!(
                r#"<rect x="{x}" y="{y}" width="34" height="7" rx="3.5" fill="{colour}"/><rect x="{x}" y="{y}" width="34" height="7" rx="3.5" fill="none" stroke="{seam}" stroke-width="1.6"/>"#,
            ),
        );
    }
    svg.push_str(shape.above);
    let (x, y) = shape.mirror;
    add(
        svg,
        format_args!(
            r##"<g transform="translate({x} {y})"><path d="M2 6L14 6L12 -4Z" fill="#1c2024"/><path d="M-14 -4C-12 -18 6 -20 18 -16C22 -10 20 -2 16 1C4 3 -8 2 -14 -4Z" fill="{colour}"/><path d="M-14 -4C-12 -18 6 -20 18 -16C22 -10 20 -2 16 1C4 3 -8 2 -14 -4Z" fill="none" stroke="{seam}" stroke-width="1.6"/></g>"##,
        ),
    );
    for x in [front, rear] {
        wheel(svg, x, shape.wheel);
    }
}

/// An arch, a tyre, and a rim with five double spokes.
fn wheel(svg: &mut String, x: u32, radius: u32) {
    let y = 440 - radius;
    let arch = radius + 8;
    let rim = radius * 7 / 10;
    add(
        svg,
        format_args!(
            r##"<path d="M{left} {bottom}A{arch} {arch} 0 0 1 {right} {bottom}Z" fill="#121518"/><circle cx="{x}" cy="{y}" r="{radius}" fill="#1b1e21"/><circle cx="{x}" cy="{y}" r="{tread}" fill="none" stroke="#33383d" stroke-width="2"/><circle cx="{x}" cy="{y}" r="{rim}" fill="#2b3035"/><g transform="translate({x} {y})" fill="none" stroke="url(#rim)" stroke-linecap="round"><circle r="{lip}" stroke="#c5ccd2" stroke-width="4"/>"##,
            left = x - arch,
            right = x + arch,
            bottom = y + 12,
            tread = radius - 6,
            lip = rim - 2,
        ),
    );
    for spoke in 0..5 {
        add(
            svg,
            format_args!(
                r##"<path d="M-3 -7L-9 -{end}M3 -7L9 -{end}" transform="rotate({angle})" stroke="#cdd3d8" stroke-width="5"/>"##,
                end = rim - 6,
                angle = spoke * 72,
            ),
        );
    }
    svg.push_str(r##"<circle r="8" fill="#d9dee2" stroke="#8d969d" stroke-width="2"/></g>"##);
}

fn add(svg: &mut String, text: std::fmt::Arguments<'_>) {
    svg.write_fmt(text).expect("writing to a String never fails");
}
