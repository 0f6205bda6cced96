//! Finishes the built site: `cargo run --example site -- <folder>`, by Trunk's `post_build` hook.
//!
//! Puts the words of `content/` where `index.html` and the manifest ask for them, writes the file of words
//! that the app fetches when idle and the questions for other programs (a FHIR `Questionnaire`), takes comments and
//! indents out, and refuses to finish a site that could not run under its own policy. `{{path}}` is one text;
//! `{{list:signs.E}}` is a list item for each row of facts whose id begins with `E`, made of its `label` and, where
//! there is one, its `hint`.

use quiet_legs::content::text::{IDLE_FILE, IDLE_TEXT, LEARN_FILE, LEARN_TEXT, PATHS, words};
use quiet_legs::content::{LOOK_ALIKES, SIGNS};
use quiet_legs::export::fhir::questionnaire;
use quiet_legs::export::learn::site::{FOLDER, STYLE, files};
use quiet_legs::route::WHOLE;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// Only the code that builds an element out of a piece of text needs this part of the browser.
const MAKES_MARKUP: &str = "__wbg_content_";
/// Type-erased attributes keep this in the script for an attribute we never write; its import keeps its name.
const SETS_MARKUP: &str = "arg0.innerHTML = getStringFromWasm0(arg1, arg2);";

fn main() -> ExitCode {
    let folder = env::args_os().nth(1).or_else(|| env::var_os("TRUNK_STAGING_DIR")).map(PathBuf::from);
    let done = match folder {
        Some(folder) => finish(&folder),
        None => Err("name the folder of the built site".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("site: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Names of the two files of the whole app, as Trunk writes them: without a digest in them.
const WHOLE_JS: &str = "whole.js";
const WHOLE_WASM: &str = "whole_bg.wasm";

fn finish(folder: &Path) -> Result<(), String> {
    let [js, wasm] = name_whole(folder)?;
    let build = |text: &str| {
        let text = text.replace("{{whole.js}}", &js).replace("{{whole.wasm}}", &wasm);
        text.replace("{{whole.addresses}}", &WHOLE.join(" "))
    };
    let entries = fs::read_dir(folder).map_err(|e| format!("cannot read {}: {e}", folder.display()))?;
    for file in entries.flatten().map(|entry| entry.path()) {
        match file.extension().and_then(|e| e.to_str()) {
            Some("html") => rewrite(&file, |text| fill(&build(&tidy(text)), html))?,
            Some("webmanifest") => rewrite(&file, |text| fill(text, json))?,
            Some("css") => rewrite(&file, |text| Ok(tidy(text)))?,
            Some("js") => rewrite(&file, |text| refuse_markup(&tidy(text)))?,
            _ => {}
        }
    }
    write(&folder.join(IDLE_FILE), IDLE_TEXT)?;
    write(&folder.join(LEARN_FILE), LEARN_TEXT)?;
    pages(folder)?;
    write(&folder.join(questionnaire::FILE), &questionnaire::questionnaire().print())
}

/// The pages to read as plain HTML with their one style sheet, and what search engines ask for. Absolute addresses come
/// from `SITE_URL` (`https://example.org/legs`), and are left out when it is not set.
fn pages(folder: &Path) -> Result<(), String> {
    let site = env::var("SITE_URL").ok().filter(|address| !address.is_empty());
    if site.as_ref().is_some_and(|address| !address.starts_with("https://") && !address.starts_with("http://")) {
        return Err("SITE_URL must begin with https:// or http://".into());
    }
    fs::create_dir_all(folder.join(FOLDER)).map_err(|e| format!("cannot make {FOLDER}/: {e}"))?;
    for file in files(site.as_deref()) {
        write(&folder.join(&file.name), &file.text)?;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let mut style = String::new();
    for sheet in ["tokens.css", "themes.css", "base.css", "learn.css"] {
        let file = root.join(sheet);
        style.push_str(&fs::read_to_string(&file).map_err(|e| format!("cannot read {}: {e}", file.display()))?);
    }
    write(&folder.join(FOLDER).join(STYLE), &tidy(&style))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|e| format!("cannot write {}: {e}", file.display()))
}

/// Gives the whole app names that follow its content, so that no cache mixes two releases.
fn name_whole(folder: &Path) -> Result<[String; 2], String> {
    let read = |name| fs::read(folder.join(name)).map_err(|e| format!("cannot read {name}: {e}"));
    let mut bytes = read(WHOLE_JS)?;
    bytes.extend(read(WHOLE_WASM)?);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
    let names = [format!("whole-{hash:016x}.js"), format!("whole-{hash:016x}_bg.wasm")];
    for (old, new) in [WHOLE_JS, WHOLE_WASM].iter().zip(&names) {
        fs::rename(folder.join(old), folder.join(new)).map_err(|e| format!("cannot name {old}: {e}"))?;
    }
    Ok(names)
}

fn rewrite(file: &Path, change: impl Fn(&str) -> Result<String, String>) -> Result<(), String> {
    let name = file.display();
    let text = fs::read_to_string(file).map_err(|e| format!("cannot read {name}: {e}"))?;
    let changed = change(&text).map_err(|reason| format!("{name}: {reason}"))?;
    write(file, &changed)
}

/// Without indents, empty lines and the comments that stand on lines of their own.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut comment_ends: Option<&str> = None;
    for line in text.lines().map(str::trim) {
        if comment_ends.is_none() {
            comment_ends = match line {
                _ if line.starts_with("/*") => Some("*/"),
                _ if line.starts_with("<!--") => Some("-->"),
                _ => None,
            };
            if comment_ends.is_none() && !line.is_empty() && !line.starts_with("//") {
                out.push_str(line);
                out.push('\n');
            }
        }
        comment_ends = comment_ends.filter(|end| !line.contains(end));
    }
    out
}

/// The script of the app without setting `innerHTML`, which the page's policy refuses.
fn refuse_markup(script: &str) -> Result<String, String> {
    let script = script.replace(SETS_MARKUP, "throw new Error(\"markup made of text is refused\");");
    if script.contains(MAKES_MARKUP) || script.contains(".innerHTML") {
        return Err(
            "uses innerHTML, which the page's policy refuses: some element in src/ui is made of literals only. \
                    Give it one part that is not, as in class={\"x\"}"
                .into(),
        );
    }
    Ok(script)
}

/// The text with every `{{…}}` replaced.
fn fill(text: &str, escape: fn(&str) -> String) -> Result<String, String> {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((before, from)) = rest.split_once("{{") {
        let (asked, after) = from.split_once("}}").ok_or("a \"{{\" is never closed")?;
        out.push_str(before);
        let value = match asked.strip_prefix("list:") {
            Some(rows) => list(rows)?,
            None => escape(find(asked).ok_or_else(|| format!("there is no text \"{asked}\""))?),
        };
        if value.contains(['{', '}']) {
            return Err(format!("\"{asked}\" has a placeholder of its own, which a page cannot fill"));
        }
        out.push_str(&value);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// `signs.E` as list items, in the order of the facts.
fn list(rows: &str) -> Result<String, String> {
    let (table, start) = rows.split_once('.').ok_or_else(|| format!("\"{rows}\" is no table.start"))?;
    let ids: Vec<&str> = match table {
        "signs" => SIGNS.iter().map(|row| row.id).collect(),
        "look_alike_names" => LOOK_ALIKES.iter().map(|row| row.id).collect(),
        _ => return Err(format!("there is no list of \"{table}\"")),
    };
    let mut out = String::new();
    for id in ids.iter().filter(|id| id.starts_with(start)) {
        let Some(label) = find(&format!("{table}.{id}.label")) else { continue };
        out.push_str(&format!("<li>{}", html(label)));
        if let Some(hint) = find(&format!("{table}.{id}.hint")) {
            out.push_str(&format!("<span class=\"ql-small\">{}</span>", html(hint)));
        }
        out.push_str("</li>");
    }
    if out.is_empty() { Err(format!("the list \"{rows}\" is empty")) } else { Ok(out) }
}

fn find(path: &str) -> Option<&'static str> {
    PATHS.iter().find(|(p, _)| *p == path).map(|(_, key)| words(*key))
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn json(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_put_in_its_place_and_cannot_become_markup() {
        assert_eq!(fill("<p>{{shell.name}}</p>", html), Ok("<p>Quiet Legs</p>".into()));
        assert_eq!(html("a<b> & \"c\""), "a&lt;b&gt; &amp; &quot;c&quot;");
    }

    #[test]
    fn a_script_that_would_build_elements_from_text_stops_the_build() {
        assert!(refuse_markup("el.innerHTML = x;").is_err());
        assert!(refuse_markup("__wbg_content_12: function(arg0) {}").is_err());
        let erased = refuse_markup(&format!("set: function(arg0) {{\n{SETS_MARKUP}\n}}")).unwrap_or_default();
        assert!(erased.contains("throw") && !erased.contains(".innerHTML"));
    }

    #[test]
    fn only_comments_and_indents_are_taken_out() {
        let css = "/* a\n * b */\n  *, p {\n    color: red; /* c */\n  }\n";
        assert_eq!(tidy(css), "*, p {\ncolor: red; /* c */\n}\n");
        assert_eq!(tidy("// a\n/** b */\n  x(\"//\");\n"), "x(\"//\");\n");
        assert_eq!(tidy("<!-- a\nb -->\n<p>c</p>"), "<p>c</p>\n");
    }

    #[test]
    fn a_word_that_is_missing_or_cannot_be_filled_stops_the_build() {
        for bad in ["{{shell.nothing}}", "{{shell.name", "{{list:shell.n}}", "{{list:signs.X}}", "{{signs.E1.act}}"] {
            assert!(fill(bad, html).is_err(), "{bad}");
        }
    }

    #[test]
    fn every_emergency_sign_that_can_be_ticked_is_on_the_paper_list() {
        let items = list("signs.E").unwrap_or_default();
        let labels = PATHS.iter().filter(|(p, _)| p.starts_with("signs.E") && p.ends_with(".label"));
        assert!(labels.clone().count() > 5);
        for (path, key) in labels {
            assert!(items.contains(&html(words(*key))), "{path}");
        }
    }
}
