//! Typed names brought to one form: case, accents, hyphens and punctuation set aside, words told apart.
//!
//! Facts: evidence 4.6, matching rules.

use super::aside::{CHANGE, DOSAGE, FORM, NUMBER, glued_strength, is_night, is_unit, is_when, kind_of};

/// More is cut off before matching: no name is nearly as long.
const LONGEST: usize = 200;

/// A typed name as words, each with what may be done with it.
pub struct Typed {
    words: Vec<(String, u8)>,
}

impl Typed {
    pub fn read(text: &str) -> Self {
        let mut words: Vec<(String, u8)> = Vec::new();
        for word in words_of(text, LONGEST) {
            match glued_strength(&word) {
                Some(at) => {
                    let (name, strength) = word.split_at(at);
                    words.extend([(name.to_owned(), 0), (strength.to_owned(), 0)]);
                }
                None => words.push((word, 0)),
            }
        }
        let mut me = Self { words };
        me.mark();
        me
    }

    fn mark(&mut self) {
        let mut before = String::new();
        let mut dosage = Vec::new();
        for (at, (word, kind)) in self.words.iter_mut().enumerate() {
            *kind = kind_of(word, at == 0);
            if is_when(&before, word) {
                dosage.extend([at.wrapping_sub(1), at]);
            }
            before.clone_from(word);
        }
        for at in dosage {
            if let Some((_, kind)) = self.words.get_mut(at) {
                *kind = DOSAGE;
            }
        }
        // "37.5 mg" is three words of one strength; the 5 of "5-HTP 50 mg" is none of it.
        let mut of_unit = false;
        for (word, kind) in self.words.iter_mut().rev() {
            of_unit = is_unit(word) || (of_unit && *kind == NUMBER);
            if of_unit {
                *kind = FORM;
            }
        }
    }

    /// Every form of the name to look up, the fullest first, with what was set aside: `(key, kinds)`.
    pub fn keys(&self) -> Vec<(String, u8)> {
        let present = self.words.iter().fold(0, |all, (_, kind)| all | kind);
        let mut keys: Vec<(String, u8)> = Vec::new();
        for aside in 0..32 {
            if aside & !present == 0 {
                let key = self.without(aside);
                if !key.is_empty() && !keys.iter().any(|(k, _)| *k == key) {
                    keys.push((key, aside));
                }
            }
        }
        keys
    }

    /// The words kept when these kinds are set aside, run together.
    pub fn without(&self, aside: u8) -> String {
        self.words.iter().filter(|(_, kind)| kind & aside == 0).map(|(word, _)| word.as_str()).collect()
    }

    /// The words that are not strength, number or dosage.
    pub fn names(&self) -> Vec<&str> {
        self.words.iter().filter(|(_, k)| k & (FORM | NUMBER | DOSAGE) == 0).map(|(w, _)| w.as_str()).collect()
    }

    /// Whether a word says that it is the night version, and not when it is taken.
    pub fn is_night(&self) -> bool {
        self.words.iter().any(|(word, kind)| *kind == CHANGE && is_night(word))
    }
}

/// The words of a text in the form that is compared.
pub fn words_of(text: &str, longest: usize) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().take(longest) {
        match fold(c) {
            Fold::Drop => {}
            Fold::One(c) => word.push(c),
            Fold::Two(pair) => word.push_str(pair),
            Fold::Gap if word.is_empty() => {}
            Fold::Gap => words.push(std::mem::take(&mut word)),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The words of a text run together: "Zyrtec-D" and "zyrtec d" are both `zyrtecd`.
pub fn compact(text: &str) -> String {
    words_of(text, usize::MAX).concat()
}

/// Bytes of `name` from the start of its `skip`th compared byte on, covering `len` compared bytes.
pub fn covered(name: &str, skip: usize, len: usize) -> (usize, usize) {
    let (mut seen, mut start, mut end) = (0, 0, 0);
    for (at, c) in name.char_indices() {
        let wide = match fold(c) {
            Fold::One(c) => c.len_utf8(),
            Fold::Two(pair) => pair.len(),
            Fold::Gap | Fold::Drop => continue,
        };
        if seen == skip {
            start = at;
        }
        if seen >= skip + len {
            break;
        }
        seen += wide;
        end = at + c.len_utf8();
    }
    (start.min(end), end)
}

/// Where the words of a name begin, counted in compared bytes.
pub fn word_starts(name: &str) -> Vec<usize> {
    let mut at = 0;
    words_of(name, usize::MAX)
        .iter()
        .map(|word| {
            at += word.len();
            at - word.len()
        })
        .collect()
}

enum Fold {
    Gap,
    Drop,
    One(char),
    Two(&'static str),
}

fn fold(c: char) -> Fold {
    if c.is_ascii() {
        return match c {
            '\'' => Fold::Drop,
            _ if c.is_ascii_alphanumeric() => Fold::One(c.to_ascii_lowercase()),
            _ => Fold::Gap,
        };
    }
    match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' | 'Ā' | 'Ă' | 'Ą' => Fold::One('a'),
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => Fold::One('c'),
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'Ē' | 'Ė' | 'Ę' | 'Ě' => Fold::One('e'),
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'į' | 'ı' | 'Ī' | 'Į' | 'İ' => Fold::One('i'),
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' => Fold::One('n'),
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'ō' | 'ő' | 'Ō' | 'Ő' => Fold::One('o'),
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'ů' | 'ű' | 'Ū' | 'Ů' | 'Ű' | 'µ' | 'μ' => Fold::One('u'),
        'ý' | 'ÿ' | 'Ý' => Fold::One('y'),
        'ł' | 'Ł' => Fold::One('l'),
        'ś' | 'š' | 'ş' | 'Ś' | 'Š' | 'Ş' => Fold::One('s'),
        'ź' | 'ż' | 'ž' | 'Ź' | 'Ż' | 'Ž' => Fold::One('z'),
        'æ' | 'Æ' => Fold::Two("ae"),
        'œ' | 'Œ' => Fold::Two("oe"),
        'ß' => Fold::Two("ss"),
        '’'
        | '‘'
        | '®'
        | '™'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{ad}' => Fold::Drop,
        // Spaces, dashes and other punctuation beyond ASCII.
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => Fold::Gap,
        // Other alphabets stay as they are, so that they match nothing by chance.
        _ => Fold::One(c),
    }
}
