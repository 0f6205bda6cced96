//! ISO 3166 codes of a case, and which of our countries they are.
//!
//! "EU" of the tables means every country of the EU and the EEA, and Switzerland (evidence 4.6). A country without
//! brands of its own here is what the screens call "another country": not known, so that every meaning of a name
//! is asked and no emergency number is guessed.

use crate::content::Country;

/// EU and EEA countries without rows of their own, and Switzerland.
const EU: &str = "AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";
/// Every other officially assigned code.
const OTHER: &str = "AD AE AF AG AI AL AM AO AQ AR AS AW AX AZ BA BB BD BF BH BI BJ BL BM BN BO BQ BS BT BV BW BY BZ \
    CC CD CF CG CI CK CL CM CN CO CR CU CV CW CX DJ DM DO DZ EC EG EH ER ET FJ FK FM FO GA GD GE GF GG GH GI GL GM GN \
    GP GQ GS GT GU GW GY HK HM HN HT ID IL IM IO IQ IR JE JM JO KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LK LR LS LY \
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MU MV MW MX MY MZ NA NC NE NF NG NI NP NR NU OM PA PE PF PG PH PK \
    PM PN PR PS PW PY QA RE RS RU RW SA SB SC SD SG SH SJ SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM \
    TN TO TR TT TV TW TZ UA UG UM UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// `Some(None)`: a country, but not one of ours. `None`: no country code.
pub fn read(code: &str) -> Option<Option<Country>> {
    let is_in = |list: &str| list.split_whitespace().any(|known| known == code);
    match (code, Country::from_code(code)) {
        ("UK", _) => Some(Some(Country::Gb)),
        (_, Some(ours)) => Some(Some(ours)),
        _ if is_in(EU) => Some(Some(Country::Eu)),
        _ => is_in(OTHER).then_some(None),
    }
}

/// Every code that [`read`] takes.
pub fn all() -> impl Iterator<Item = &'static str> {
    let ours = Country::ALL.iter().map(|country| country.code());
    ours.chain(["UK"]).chain(EU.split_whitespace()).chain(OTHER.split_whitespace())
}
