//! What `make packed` leaves beside the files of a site, run once more and after changes.

use crate::harness::answer::{Answer, unpacked};
use crate::harness::scratch;
use crate::harness::server::{files, pack};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A small site of its own for one test.
fn site(name: &str) -> PathBuf {
    let folder = scratch(name);
    fs::remove_dir_all(&folder).expect("what another run left");
    fs::create_dir_all(folder.join("learn")).expect("a folder");
    for name in ["index.html", "boot.js", "clinic.json", "learn/iron.html", "icon.png"] {
        fs::write(folder.join(name), format!("{name} says much the same again. ").repeat(100)).expect("a file");
    }
    fs::write(folder.join("robots.txt"), "short").expect("a file");
    folder
}

fn state(folder: &Path) -> Vec<(String, Vec<u8>, SystemTime)> {
    let of = |name: String| {
        let file = folder.join(&name);
        let time = fs::metadata(&file).and_then(|about| about.modified()).expect("its time");
        (name, fs::read(file).expect("its bytes"), time)
    };
    files(folder).into_iter().map(of).collect()
}

fn says(folder: &Path, name: &str, packing: &str) -> String {
    let body = fs::read(folder.join(name)).expect("a packed file");
    let answer = Answer { status: 200, headers: vec![("content-encoding".into(), packing.into())], body };
    String::from_utf8(unpacked(&[answer]).concat()).expect("a text")
}

#[test]
fn texts_are_packed_beside_themselves_and_what_a_clinic_edits_is_not() {
    let folder = site("packing");
    pack(&folder);
    let wanted = [
        "boot.js",
        "boot.js.br",
        "boot.js.gz",
        "clinic.json",
        "icon.png",
        "index.html",
        "index.html.br",
        "index.html.gz",
        "learn/iron.html",
        "learn/iron.html.br",
        "learn/iron.html.gz",
        "robots.txt",
    ];
    assert_eq!(files(&folder), wanted);
    for (packing, ending) in [("br", "br"), ("gzip", "gz")] {
        let plain = fs::read_to_string(folder.join("learn/iron.html")).expect("the page");
        assert_eq!(says(&folder, &format!("learn/iron.html.{ending}"), packing), plain);
    }
}

#[test]
fn packing_again_changes_nothing_and_after_a_change_mends_only_what_is_wrong() {
    let folder = site("packing-again");
    pack(&folder);
    let first = state(&folder);
    pack(&folder);
    assert!(state(&folder) == first, "packing again changed something");
    fs::write(folder.join("index.html"), "another start. ".repeat(100)).expect("a change");
    fs::write(folder.join("learn/iron.html.gz"), "cut off").expect("a broken upload");
    fs::remove_file(folder.join("boot.js")).expect("a file goes");
    pack(&folder);
    assert_eq!(says(&folder, "index.html.br", "br"), "another start. ".repeat(100));
    assert!(says(&folder, "learn/iron.html.gz", "gzip").starts_with("learn/iron.html says"));
    assert!(!files(&folder).iter().any(|name| name.starts_with("boot.js")), "{:?}", files(&folder));
}
