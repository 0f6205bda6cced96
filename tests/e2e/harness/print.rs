//! What comes out of the printer: the page in front printed as a PDF through WebDriver, and read back with Poppler.
//!
//! Backgrounds are printed too, as for somebody who asked their browser for them: then no colour of a dark theme can
//! hide. Margins are those of the style sheet. Text is what `pdftotext` reads, so a font without a table of its
//! characters would give nothing and fail a test.

use super::page::Page;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use thirtyfour::common::print::{PrintPage, PrintParameters};

/// The sheet that is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// Both, for tests that hold for each.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Width and height in millimetres.
    pub fn size(self) -> (f64, f64) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::Letter => (215.9, 279.4),
        }
    }
}

/// What was printed.
#[derive(Debug)]
pub struct Pdf {
    /// How many sheets.
    pub pages: usize,
    /// The text of each sheet, white space folded, so that a sentence over two lines can be looked for.
    pub text: Vec<String>,
    /// The text of each sheet, line by line as it stands there.
    pub lines: Vec<Vec<String>>,
    /// Width and height of the first sheet in millimetres.
    pub size: (f64, f64),
    /// The file, which stays in the build's scratch space to be looked at.
    pub file: PathBuf,
}

/// How the sheets look when they are drawn, in shares of all their points (0 to 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// White, or so nearly that no printer would set a dot.
    pub white: f64,
    /// Of a colour, that is not white, grey or black.
    pub coloured: f64,
    /// Dark as ink.
    pub dark: f64,
}

/// Prints what the page shows now, on this paper, upright.
pub async fn print(page: &Page, paper: Paper) -> Pdf {
    static PRINTED: AtomicUsize = AtomicUsize::new(0);
    let (width, height) = paper.size();
    let sheet = PrintPage { width: width / 10.0, height: height / 10.0 };
    let wanted = PrintParameters { page: sheet, background: true, ..PrintParameters::default() };
    let bytes = page.driver.print_page(wanted).await.unwrap_or_else(|error| panic!("printing: {error}"));
    let number = PRINTED.fetch_add(1, Ordering::Relaxed);
    let file = super::scratch("printed").join(format!("{}-{number}.pdf", std::process::id()));
    std::fs::write(&file, bytes).expect("a file for what was printed");
    Pdf::read(file)
}

impl Pdf {
    /// Reads a PDF.
    pub fn read(file: PathBuf) -> Self {
        let about = poppler("pdfinfo", &[], &file, &[]);
        let about = String::from_utf8_lossy(&about).into_owned();
        let said = |name: &str| about.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim();
        let pages = said("Pages:").parse().unwrap_or_else(|_| panic!("how many pages there are is not in:\n{about}"));
        let mut points = said("Page size:").split(' ').filter_map(|part| part.parse::<f64>().ok());
        let mut millimetres = || points.next().unwrap_or_default() * 25.4 / 72.0;
        let size = (millimetres(), millimetres());
        let text = poppler("pdftotext", &["-enc", "UTF-8"], &file, &["-"]);
        let text = String::from_utf8_lossy(&text).into_owned();
        // Each sheet ends with a form feed.
        let sheets: Vec<&str> = text.split_terminator('\u{c}').collect();
        assert_eq!(sheets.len(), pages, "sheets of text in {}", file.display());
        let lines = |sheet: &&str| sheet.lines().map(folded).filter(|line| !line.is_empty()).collect();
        let lines = sheets.iter().map(lines).collect();
        Self { pages, text: sheets.iter().map(|sheet| folded(sheet)).collect(), lines, size, file }
    }

    /// The text of all sheets, one after the other.
    pub fn whole(&self) -> String {
        self.text.join(" ")
    }

    /// Whether a text stands somewhere, whatever the lines are broken at.
    pub fn says(&self, text: &str) -> bool {
        self.whole().contains(&folded(text))
    }

    /// Whether a line of some sheet is this and nothing more, as a link or a button is.
    pub fn has_line(&self, text: &str) -> bool {
        let text = folded(text);
        self.lines.iter().flatten().any(|line| *line == text)
    }

    /// The sheets drawn at 50 points to the inch, and what they would take of a printer.
    pub fn ink(&self) -> Ink {
        let drawn = poppler("pdftoppm", &["-r", "50"], &self.file, &[]);
        let (mut white, mut coloured, mut dark, mut all) = (0.0, 0.0, 0.0, 0.0);
        for point in pictures(&drawn).flat_map(|picture| picture.chunks_exact(3)) {
            let (low, high) = (point.iter().min().unwrap_or(&0), point.iter().max().unwrap_or(&0));
            all += 1.0;
            white += f64::from(*low >= 240);
            coloured += f64::from(high - low > 24);
            dark += f64::from(*high < 64);
        }
        assert!(all > 0.0, "{} has no sheet that can be drawn", self.file.display());
        Ink { white: white / all, coloured: coloured / all, dark: dark / all }
    }
}

/// The points of each picture in a row of binary PPM files.
fn pictures(mut rest: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let mut words = rest.splitn(5, |byte| byte.is_ascii_whitespace());
        let mut number = || std::str::from_utf8(words.next()?).ok()?.parse::<usize>().ok();
        let [_, width, height, _] = [number(), number(), number(), number()];
        let (points, after) = words.next()?.split_at_checked(width? * height? * 3)?;
        rest = after;
        Some(points)
    })
}

fn poppler(program: &str, before: &[&str], file: &Path, after: &[&str]) -> Vec<u8> {
    let done = Command::new(program).args(before).arg(file).args(after).output();
    let done = done.unwrap_or_else(|error| panic!("{program}, of Poppler's tools, did not start: {error}"));
    assert!(done.status.success(), "{program} {}: {}", file.display(), String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// White space folded, and the joined letters of a font taken apart.
fn folded(text: &str) -> String {
    let apart = text.replace('\u{fb01}', "fi").replace('\u{fb02}', "fl").replace('\u{fb00}', "ff");
    apart.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
