//! Damage, made from a seed: the same case is the same damage on every machine.

/// A small generator (splitmix64), so that a case has a number.
pub struct Seed(u64);

impl Seed {
    pub fn new(case: u64) -> Self {
        Self(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to one less than `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// What may stand where a value stood.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-1",
    "255",
    "256",
    "65536",
    "4294967296",
    "18446744073709551616",
    "1e308",
    "1e999",
    "-0",
    "0.1",
    "99999999999999999999999999999999999999",
    "\"\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\u{202e}=1+1\"",
    "\"quiet-legs\"",
    "\"2026-02-30\"",
    "\"9999-12-31T23:59:59Z\"",
    "\"0001-01-01T00:00:00Z\"",
    "[]",
    "{}",
    "[null]",
    "[[]]",
    "{\"a\":1}",
    "{\"now\":{}}",
    "\"<script>alert(1)</script>\"",
    "\"../../etc\"",
    "\"__proto__\"",
];

/// What may be pushed in anywhere.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "\\",
    "\0",
    "\n",
    " ",
    "\u{feff}",
    "\u{202e}",
    "\u{1f319}",
    "ä",
    "\u{ffff}",
    "quiet-legs.",
    "\"version\":2,",
    "\"version\":1,",
    "\"edited\":",
    "\"before\":",
    "\"night.2026-11-02\":",
    "/*",
    "NaN",
];

/// The text with one to four kinds of damage.
pub fn mutated(text: &str, seed: &mut Seed) -> String {
    let mut text = text.to_owned();
    // Most often one: two leave little that can be read.
    for _ in 0..=[0, 0, 0, 0, 1, 3][seed.below(6)] {
        text = once(&text, seed);
    }
    text
}

fn once(text: &str, seed: &mut Seed) -> String {
    let (a, b) = span(text, seed);
    let piece = text.get(a..b).unwrap_or_default().to_owned();
    let put = |from: usize, to: usize, new: &str| format!("{}{new}{}", &text[..from], &text[to..]);
    match seed.below(20) {
        0 => flipped(text, seed),
        1 => text[..a].to_owned(),
        2 => text[b..].to_owned(),
        3 => put(a, b, ""),
        4 => put(a, b, &piece.repeat(2)),
        5 => put(a, a, &"[".repeat(1 + seed.below(2_000))),
        6 => nested(text, seed),
        7..=9 => swapped(text, seed),
        10..=13 => valued(text, seed),
        14 => put(a, a, seed.pick(PIECES)),
        15 | 16 => doubled(text, seed),
        _ => renamed(text, seed),
    }
}

/// Two places of the text, most often near each other.
fn span(text: &str, seed: &mut Seed) -> (usize, usize) {
    let a = edge(text, seed.below(text.len() + 1));
    let length = if seed.below(4) == 0 { seed.below(text.len() + 1) } else { seed.below(24) };
    (a, edge(text, (a + length).min(text.len())))
}

fn edge(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Bits of some bytes turned round; what is then no text is read as a browser reads it.
fn flipped(text: &str, seed: &mut Seed) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=seed.below(3) {
        let at = seed.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << seed.below(8);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Where the values of the text stand: strings after a colon, and what else stands there.
fn values(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for (at, _) in text.match_indices(':') {
        let from = at + 1;
        let to = match bytes.get(from) {
            Some(b'"') => {
                let mut to = from + 1;
                while to < bytes.len() && bytes[to] != b'"' {
                    to += if bytes[to] == b'\\' { 2 } else { 1 };
                }
                to + 1
            }
            Some(b'{' | b'[') | None => continue,
            Some(_) => from + bytes[from..].iter().take_while(|b| !b",}]".contains(b)).count(),
        };
        if to <= text.len() && text.is_char_boundary(from) && text.is_char_boundary(to) {
            found.push((from, to));
        }
    }
    found
}

fn valued(text: &str, seed: &mut Seed) -> String {
    let all = values(text);
    let Some((from, to)) = all.get(seed.below(all.len())) else { return text.to_owned() };
    format!("{}{}{}", &text[..*from], seed.pick(VALUES), &text[*to..])
}

fn swapped(text: &str, seed: &mut Seed) -> String {
    let all = values(text);
    let (one, other) = (seed.below(all.len()), seed.below(all.len()));
    let (Some((a, b)), Some((c, d))) = (all.get(one.min(other)), all.get(one.max(other))) else {
        return text.to_owned();
    };
    if b > c {
        return text.to_owned();
    }
    format!("{}{}{}{}{}", &text[..*a], &text[*c..*d], &text[*b..*c], &text[*a..*b], &text[*d..])
}

/// A value inside thousands of lists or maps, all of them closed.
fn nested(text: &str, seed: &mut Seed) -> String {
    let all = values(text);
    let Some((from, to)) = all.get(seed.below(all.len())) else { return text.to_owned() };
    let depth = 1 + seed.below(3_000);
    let (open, close) = if seed.below(2) == 0 { ("[", "]") } else { ("{\"a\":", "}") };
    format!("{}{}{}{}{}", &text[..*from], open.repeat(depth), &text[*from..*to], close.repeat(depth), &text[*to..])
}

/// A field said twice, the second time with another value.
fn doubled(text: &str, seed: &mut Seed) -> String {
    let all = values(text);
    let Some((from, to)) = all.get(seed.below(all.len())) else { return text.to_owned() };
    let name = text[..*from].rfind("\"").and_then(|end| text[..end].rfind('"'));
    let Some(name) = name else { return text.to_owned() };
    format!("{},{}{}{}", &text[..*to], &text[name..*from], seed.pick(VALUES), &text[*to..])
}

/// A name of a field, or of a record, becomes another.
fn renamed(text: &str, seed: &mut Seed) -> String {
    let from = seed.pick(&[
        "\"night\"",
        "night.2026-11-0",
        "\"now\"",
        "\"kind\"",
        "\"version\":1",
        "quiet-legs",
        "\"edited\"",
        "\"intensity\"",
        "lab.a1",
        "records",
    ]);
    let to = seed.pick(&[
        "\"lab\"",
        "\"before\"",
        "\"version\":2",
        "\"version\":0",
        "\"\"",
        "other",
        "lab.A B",
        "settings",
        "meta",
        "safety.x",
        "journal.x",
        "quarantine.y.check",
    ]);
    text.replacen(from, to, 1 + seed.below(3))
}
