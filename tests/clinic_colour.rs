//! A clinic's colours: contrast as WCAG 2.2 defines it, colours that can be read on every ground, the hue kept.

use proptest::prelude::*;
use quiet_legs::clinic::colour::{
    Colour, DARK_GROUND, ENOUGH, LIGHT_GROUND, OUR_DARK, OUR_LIGHT, VARIABLES, contrast, on_dark, on_light, palette,
    said, used,
};
use quiet_legs::clinic::{Clinic, Colours, read};

/// Relative luminance, word for word as WCAG 2.2 defines it.
fn luminance(Colour(parts): Colour) -> f64 {
    let [r, g, b] = parts.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn exact(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn hex(text: &str) -> Colour {
    Colour::parse(text).expect("a colour")
}

/// Values of custom properties in the style sheet, under each selector of a theme.
fn grounds(theme: &str) -> Vec<Colour> {
    let tokens = include_str!("../style/tokens.css");
    let themes = include_str!("../style/themes.css");
    let text = if theme.is_empty() { tokens } else { themes };
    let begin = if theme.is_empty() { ":root,".to_owned() } else { format!(":root[data-theme=\"{theme}\"],") };
    let block = text.split_once(&begin).and_then(|(_, rest)| rest.split_once('}')).expect("the theme").0;
    let value = |name: &str| {
        let value = block.split_once(&format!("{name}: ")).and_then(|(_, rest)| rest.split_once(';'));
        hex(value.expect(name).0)
    };
    ["--bg", "--surface", "--sunken", "--tint", "--today-bg", "--problem-bg"].map(value).to_vec()
}

/// Every colour that three digits can say, black and white included.
fn many() -> impl Iterator<Item = Colour> {
    let parts = || (0..=15).map(|digit: u8| digit * 17);
    parts().flat_map(move |r| parts().flat_map(move |g| parts().map(move |b| Colour([r, g, b]))))
}

/// Of all 16 million colours those whose contrast with a ground is within a ten-thousandth of 4.5 to 1.
fn on_the_edge(ground: Colour) -> Vec<Colour> {
    let light: Vec<f64> = (0..=255).map(|part| luminance(Colour([part; 3]))).collect();
    let ground = luminance(ground) + 0.05;
    let is_near = |luminance: f64| {
        let ratio = ground / (luminance + 0.05);
        (ratio - 4.5).abs() < 1e-4 || (1.0 / ratio - 4.5).abs() < 1e-4
    };
    let mut near = Vec::new();
    for r in 0..=255_u8 {
        for g in 0..=255_u8 {
            let both = 0.2126 * light[usize::from(r)] + 0.7152 * light[usize::from(g)];
            near.extend(
                (0..=255_u8).filter(|b| is_near(both + 0.0722 * light[usize::from(*b)])).map(|b| Colour([r, g, b])),
            );
        }
    }
    near
}

#[test]
fn colours_are_read_and_printed_as_style_sheets_write_them() {
    assert_eq!(hex("#114b5f"), Colour([0x11, 0x4b, 0x5f]));
    assert_eq!(hex("#A0f"), Colour([0xaa, 0x00, 0xff]));
    assert_eq!(hex("#00fF7a").print(), "#00ff7a");
    for wrong in ["", "#", "114b5f", "#12", "#1234", "#12345", "#1234567", "#12345g", "#+12", "#ééé", " #fff", "#fff "]
    {
        assert_eq!(Colour::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn well_known_contrasts_come_out_as_published() {
    assert_eq!(contrast(Colour::BLACK, Colour::WHITE), 2100);
    assert_eq!(contrast(Colour::WHITE, Colour::WHITE), 100);
    for grey in (0..=255).map(|part| Colour([part; 3])) {
        let difference = exact(grey, Colour::WHITE) * 100.0 - f64::from(contrast(grey, Colour::WHITE));
        assert!((-1e-9..1.0).contains(&difference), "{}", grey.print());
    }
    // The greys on either side of 4.5 to 1 on white.
    assert_eq!(said(contrast(hex("#767676"), Colour::WHITE)), "4.5");
    assert_eq!(said(contrast(hex("#777777"), Colour::WHITE)), "4.4");
    assert_eq!(said(contrast(hex("#ff0000"), Colour::WHITE)), "3.9");
}

#[test]
fn a_contrast_that_is_too_little_is_never_said_to_be_enough() {
    for ground in [LIGHT_GROUND, DARK_GROUND, Colour::WHITE] {
        let edge = on_the_edge(ground);
        assert!(edge.len() > 100, "{}", edge.len());
        for colour in many().chain(edge) {
            let exact = exact(colour, ground);
            let enough = contrast(colour, ground) >= ENOUGH;
            assert_eq!(enough, exact >= 4.5, "{} on {}: {exact}", colour.print(), ground.print());
        }
    }
}

#[test]
fn the_ground_a_colour_is_measured_on_is_the_hardest_of_the_style_sheet() {
    let light = grounds("");
    assert!(light.contains(&LIGHT_GROUND) && light.iter().all(|each| luminance(*each) >= luminance(LIGHT_GROUND)));
    let dark = grounds("dark");
    assert!(dark.contains(&DARK_GROUND) && dark.iter().all(|each| luminance(*each) <= luminance(DARK_GROUND)));
    // Without a choice of theme the device decides: the same values again.
    let system = include_str!("../style/themes.css").split_once("prefers-color-scheme: dark").expect("it is there").1;
    assert!(system.contains(&format!("--tint: {};", DARK_GROUND.print())));
}

#[test]
fn what_a_picker_shows_where_no_colour_is_given_is_what_the_style_sheet_falls_back_to() {
    let styles = [include_str!("../style/tokens.css"), include_str!("../style/themes.css")];
    for (sheet, variable, ours) in [(styles[0], VARIABLES[0], OUR_LIGHT), (styles[1], VARIABLES[2], OUR_DARK)] {
        assert!(sheet.contains(&format!("--accent: var({variable}, {});", ours.print())), "{variable}");
    }
    for variable in VARIABLES {
        assert!(styles.iter().any(|sheet| sheet.contains(&format!("var({variable}, "))), "{variable}");
    }
}

#[test]
fn every_colour_is_readable_on_every_ground_and_so_is_what_stands_on_it() {
    let (light_grounds, dark_grounds) = (grounds(""), grounds("dark"));
    for colour in many() {
        let colours = Colours { light: colour, dark: Some(colour) };
        let clinic = Clinic { colours: Some(colours), ..Clinic::default() };
        let values = palette(&clinic).expect("colours").map(|(_, value)| hex(&value));
        let [light, light_hover, dark, dark_hover] = values;
        for used in [light, light_hover] {
            for ground in light_grounds.iter().chain(&[Colour::WHITE]) {
                assert!(exact(used, *ground) >= 4.5, "{} on {}", used.print(), ground.print());
            }
        }
        for used in [dark, dark_hover] {
            for ground in &dark_grounds {
                assert!(exact(used, *ground) >= 4.5, "{} on {}", used.print(), ground.print());
            }
        }
        assert!(luminance(light_hover) <= luminance(light) && luminance(dark_hover) >= luminance(dark));
    }
}

#[test]
fn a_colour_that_can_be_read_stays_as_it_is_and_no_other_changes_more_than_it_must() {
    for colour in many() {
        let (light, dark) = (on_light(colour), on_dark(colour));
        assert_eq!(light == colour, exact(colour, LIGHT_GROUND) >= 4.5 && luminance(colour) < luminance(LIGHT_GROUND));
        assert_eq!(dark == colour, exact(colour, DARK_GROUND) >= 4.5);
        // One step of 255 is at most so much of contrast.
        assert!(light == colour || exact(light, LIGHT_GROUND) < 4.7, "{} {}", colour.print(), light.print());
        assert!(dark == colour || exact(dark, DARK_GROUND) < 4.7, "{} {}", colour.print(), dark.print());
    }
}

/// The hue in degrees, for colours that have one.
fn hue(Colour(parts): Colour) -> Option<f64> {
    let [r, g, b] = parts.map(f64::from);
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    let span = most - least;
    let turned = match most {
        _ if span < 40.0 => return None,
        _ if most == r => ((g - b) / span).rem_euclid(6.0),
        _ if most == g => (b - r) / span + 2.0,
        _ => (r - g) / span + 4.0,
    };
    Some(turned * 60.0)
}

#[test]
fn a_colour_keeps_its_hue() {
    for colour in many() {
        for made in [on_light(colour), on_dark(colour)] {
            if let (Some(before), Some(after)) = (hue(colour), hue(made)) {
                let turned = (before - after).abs();
                assert!(turned.min(360.0 - turned) < 3.0, "{} {}", colour.print(), made.print());
            }
        }
    }
}

#[test]
fn a_colour_for_dark_pages_is_made_where_none_is_given() {
    for light in ["#114b5f", "#7a0019", "#000", "#fff", "#005eb8"] {
        let [_, dark] = used(Colours { light: hex(light), dark: None });
        assert!(exact(dark, DARK_GROUND) >= 7.0 - 0.001, "{light}: {}", dark.print());
    }
    assert_eq!(palette(&Clinic::default()), None);
}

#[test]
fn a_colour_that_was_changed_is_told_with_what_it_became() {
    let (clinic, faults) = read(r##"{"colours": {"light": "#e7b10a", "dark": "#222222"}}"##);
    let said: Vec<String> = faults.iter().map(|fault| fault.said().text()).collect();
    let values = palette(&clinic).expect("colours");
    assert_eq!(faults.len(), 2, "{said:?}");
    for (fault, (given, variable)) in said.iter().zip([("#e7b10a", 0), ("#222222", 2)]) {
        assert!(fault.contains(given) && fault.contains(&values[variable].1), "{fault}");
    }
    assert!(said[0].contains("clinic.json, colours.light") && said[1].contains("clinic.json, colours.dark"));
    let ratio = said[0].split("its contrast is ").nth(1).and_then(|rest| rest.split(" to 1").next());
    assert_eq!(ratio, Some("1.6"), "{}", said[0]);
    // What is fine, and what we made ourselves, is not spoken of.
    assert_eq!(read(r##"{"colours": {"light": "#114b5f"}}"##).1, Vec::new());
    assert_eq!(read(r##"{"colours": {"light": "#114b5f", "dark": "#9fd3e0"}}"##).1, Vec::new());
}

proptest! {
    #[test]
    fn any_two_colours_have_the_contrast_of_the_formula(one in any::<[u8; 3]>(), other in any::<[u8; 3]>()) {
        let (one, other) = (Colour(one), Colour(other));
        let hundredths = exact(one, other) * 100.0;
        let found = f64::from(contrast(one, other));
        prop_assert!(found <= hundredths + 1e-9 && found > hundredths - 1.0 - 1e-9, "{} {}", found, hundredths);
        prop_assert_eq!(contrast(one, other), contrast(other, one));
        prop_assert_eq!(Colour::parse(&one.print()), Some(one));
    }
}
