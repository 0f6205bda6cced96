//! Which words of a typed name may be set aside, and which change the product and may not.
//!
//! Facts: evidence 4.6, matching rules.

/// Part of a name that may be set aside: strength with a unit, form, release.
pub const FORM: u8 = 1;
/// A bare number.
pub const NUMBER: u8 = 2;
/// A salt.
pub const SALT: u8 = 4;
/// How often it is taken.
pub const DOSAGE: u8 = 8;
/// A word that makes it another product: set aside last of all, and never without asking.
pub const CHANGE: u8 = 16;

const UNITS: &str = "mg mcg ug g gram grams ml iu units unit mgs mmol";
const FORMS: &str = "\
    tablet tablets tab tabs caplet caplets capsule capsules cap caps pill pills softgel softgels liquid \
    syrup suspension solution oral sachet sachets chewable chewables dispersible orodispersible \
    effervescent odt film coated slow modified prolonged extended sustained controlled delayed release \
    xr xl xt sr er cr mr la ir pr dr ec retard depot percent";
const SALTS: &str = "\
    hydrochloride hcl dihydrochloride hydrobromide hbr maleate dimaleate sodium disodium potassium \
    calcium magnesium mesylate mesilate dimesylate dimesilate besylate besilate tosylate tosilate \
    tartrate bitartrate succinate fumarate hemifumarate citrate phosphate acetate sulfate sulphate \
    bisulfate oxalate bromide pamoate embonate decanoate enanthate palmitate monohydrate dihydrate \
    trihydrate anhydrous xinafoate teoclate hyclate mofetil etexilate hydrogen lactate carbonate";
const DOSAGES: &str = "daily once twice nightly nocte mane bd tds od prn";
const EVERY: &str = "at every each per a in the";
const TIMES: &str = "night day bedtime morning evening";
const CHANGES: &str = "\
    pm night nights nighttime nightime nite day daytime d gel cream ointment lotion eye ear nose nasal \
    spray drops patch patches injection injections inhaler suppository suppositories skin";
const NIGHTS: &str = "pm night nights nighttime nightime nite";

/// Whether a word is one of a list.
fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|w| w == word)
}

/// Whether the word is a unit of strength.
pub fn is_unit(word: &str) -> bool {
    among(UNITS, word)
}

/// "at night", "a day": these two words say when it is taken.
pub fn is_when(before: &str, word: &str) -> bool {
    among(EVERY, before) && among(TIMES, word)
}

/// Whether the word names the night version of a product.
pub fn is_night(word: &str) -> bool {
    among(NIGHTS, word)
}

/// What may be done with a word; 0 = it is part of the name.
pub fn kind_of(word: &str, first: bool) -> u8 {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = word.get(digits..).unwrap_or_default();
    match () {
        // The 5 of "5-HTP" is no strength.
        () if digits > 0 && (rest.is_empty() || rest == "x") && !first => NUMBER,
        () if (digits > 0 && among(UNITS, rest)) || among(UNITS, word) || among(FORMS, word) => FORM,
        () if among(DOSAGES, word) => DOSAGE,
        () if among(CHANGES, word) => CHANGE,
        // "sodium valproate" may lose its first word, "magnesium citrate" only its last.
        () if among(SALTS, word) && (!first || word == "sodium") => SALT,
        () => 0,
    }
}

/// Where a strength is glued to a name: 10 for "sertraline50mg". "b12" and "df118" stay whole.
pub fn glued_strength(word: &str) -> Option<usize> {
    let at = word.bytes().position(|b| b.is_ascii_digit())?;
    let strength = word.get(at..)?;
    let digits = strength.bytes().take_while(u8::is_ascii_digit).count();
    (at >= 4 && word.is_char_boundary(at) && is_unit(strength.get(digits..)?)).then_some(at)
}
