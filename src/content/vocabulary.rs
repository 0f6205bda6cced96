//! The closed lists of evidence 0.1, as types.
//!
//! `code()` is the literal spelling of the evidence and of the case format; `from_code` reads it back.

macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* #[allow(missing_docs)] $variant),+ }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The literal code of the evidence.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a literal code back.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.code() == code)
            }
        }
    };
}

closed_list! {
    /// How soon somebody should get help. Ordered: the later, the more urgent.
    Urgency {
        SelfCare = "SELF_CARE",
        Routine = "ROUTINE",
        Soon = "SOON",
        SameDay = "SAME_DAY",
        EmergencyNow = "EMERGENCY_NOW",
    }
}

closed_list! {
    /// What a medicine does to restless legs, to iron or to a test.
    Direction {
        Worsens = "worsens",
        MayWorsen = "may_worsen",
        Conflicting = "conflicting",
        Neutral = "neutral",
        MayImprove = "may_improve",
        Treats = "treats",
        Augmentation = "augmentation",
        IronAbsorption = "iron_absorption",
        IronLoss = "iron_loss",
        B12Depletion = "b12_depletion",
        AffectsTest = "affects_test",
        IronInteraction = "iron_interaction",
        Mimic = "mimic",
    }
}

closed_list! {
    /// How firmly guidelines and reports say so. Never "proven".
    Strength {
        Strong = "strong",
        Moderate = "moderate",
        Limited = "limited",
        Conflicting = "conflicting",
        Insufficient = "insufficient",
    }
}

closed_list! {
    /// How consistent the evidence on a condition is (evidence 5.1); `None` where the list gives "-".
    Grade { A = "A", B = "B", C = "C", None = "-" }
}

closed_list! {
    /// How a look-alike comes to be asked about (evidence 2.2).
    Shown {
        /// Always on the short list.
        Short = "short",
        /// Only under 18.
        Child = "child",
        /// Only when something was stopped or cut in the last 2 weeks.
        Stopped = "stopped",
        /// Reached by links and by case files, not asked.
        Linked = "linked",
    }
}

closed_list! {
    /// Where a finding stands in the result.
    Group {
        Iron = "iron",
        Medicine = "medicine",
        Condition = "condition",
        LifeStage = "life_stage",
        Family = "family",
        Habit = "habit",
    }
}

closed_list! {
    /// Where the person lives: decides the emergency number and which brand a name means.
    Country {
        Us = "US", Gb = "GB", Ie = "IE", Eu = "EU", Ca = "CA", Au = "AU", Nz = "NZ", In = "IN", Jp = "JP", Br = "BR",
    }
}

closed_list! {
    /// Message classes of evidence 6.6.
    IronClass {
        InputError = "INPUT_ERROR",
        ChildTooYoung = "CHILD_TOO_YOUNG",
        CkdIvDiscuss = "CKD_IV_DISCUSS",
        CkdNeedTsat = "CKD_NEED_TSAT",
        CkdRenalTeam = "CKD_RENAL_TEAM",
        OverloadRiskNoIron = "OVERLOAD_RISK_NO_IRON",
        RecentIvIronWait = "RECENT_IV_IRON_WAIT",
        TsatHighNoIron = "TSAT_HIGH_NO_IRON",
        FerritinMissing = "FERRITIN_MISSING",
        FerritinVeryHigh = "FERRITIN_VERY_HIGH",
        FerritinHighNoIron = "FERRITIN_HIGH_NO_IRON",
        PregDeficient = "PREG_DEFICIENT",
        PregRlsLow = "PREG_RLS_LOW",
        FerritinUnreliable = "FERRITIN_UNRELIABLE",
        PregAdequate = "PREG_ADEQUATE",
        ChildLow = "CHILD_LOW",
        ChildAdequate = "CHILD_ADEQUATE",
        AdultDeficient = "ADULT_DEFICIENT",
        AdultRlsLow = "ADULT_RLS_LOW",
        AdultTsatLow = "ADULT_TSAT_LOW",
        AdultIvZone = "ADULT_IV_ZONE",
        AdultAdequate = "ADULT_ADEQUATE",
    }
}

closed_list! {
    /// Modifiers of evidence 6.6, in the order of its table.
    IronModifier {
        OnIronNow = "ON_IRON_NOW",
        OnIronLt24h = "ON_IRON_LT24H",
        RecentIvIron = "RECENT_IV_IRON",
        NearLine = "NEAR_LINE",
        Inflamed = "INFLAMED",
        CkdNote = "CKD_NOTE",
        CloseToTsat20 = "CLOSE_TO_TSAT20",
        TsatMissing = "TSAT_MISSING",
        TsatLow = "TSAT_LOW",
        OldResult = "OLD_RESULT",
        HbLow = "HB_LOW",
        HbSevere = "HB_SEVERE",
        SexHigh = "SEX_HIGH",
        CauseSearch = "CAUSE_SEARCH",
        Donor = "DONOR",
        PpiMetformin = "PPI_METFORMIN",
        LiverNote = "LIVER_NOTE",
        HfNote = "HF_NOTE",
        AbsorptionNote = "ABSORPTION_NOTE",
        SeedBand = "SEED_BAND",
    }
}

closed_list! {
    /// When a test belongs to the first look at restless legs (evidence 7).
    LabCore {
        /// The answers match or partly match.
        Match = "match",
        /// They do, and life is affected.
        Significant = "significant",
    }
}

closed_list! {
    /// The simple three-band table (evidence 6.2), ng/mL.
    SimpleBand { Low = "SEED_LOW", Border = "SEED_BORDER", Ok = "SEED_OK" }
}

closed_list! {
    /// Something about the answers so far that decides whether a page or a field is asked.
    Fact {
        Under2 = "under_2",
        Under13 = "under_13",
        Under18 = "under_18",
        Age2To12 = "age_2_to_12",
        Age13Up = "age_13_up",
        /// 12 to 55.
        MayBePregnant = "may_be_pregnant",
        /// 10 to 60 and not recorded male.
        MayHavePeriods = "may_have_periods",
        /// 12 to 55 and not recorded male.
        MayHaveGivenBirth = "may_have_given_birth",
        /// 35 to 60, not recorded male and not pregnant.
        MayBePerimenopausal = "may_be_perimenopausal",
        /// Under 13, answering for themselves and without an adult at hand.
        ChildAlone = "child_alone",
        /// A medicine against stomach acid is on the list.
        AcidReducerListed = "acid_reducer_listed",
        CanScreen = "can_screen",
        AnyUrgentSign = "any_urgent_sign",
        AnyLookAlike = "any_look_alike",
        AnyCheckNumber = "any_check_number",
        /// A medicine of direction `augmentation` is on the list or was stopped lately.
        DopamineMedicine = "dopamine_medicine",
        /// A spinal cord lesion or multiple sclerosis is ticked (their urgency depends on how new the trouble is).
        CordOrMs = "cord_or_ms",
    }
}

closed_list! {
    /// Rows of another table that stand in a page to read.
    RowsOf {
        Criteria = "criteria",
        LookAlikes = "look_alikes",
        Conditions = "conditions",
        Habits = "habits",
        Care = "care",
        Treatments = "treatments",
        TimeNotes = "time_notes",
        Labs = "labs",
        Signs = "signs",
        Concerns = "concerns",
        Guidelines = "guidelines",
        Zones = "zones",
        /// All of them, by their groups.
        Medicines = "medicines",
    }
}

impl RowsOf {
    /// The file and the table of `content/facts`.
    pub const fn table(self) -> (&'static str, &'static str) {
        match self {
            Self::Criteria => ("criteria", "criterion"),
            Self::LookAlikes => ("look_alikes", "look_alike"),
            Self::Conditions => ("conditions", "condition"),
            Self::Habits => ("lifestyle", "habit"),
            Self::Care => ("lifestyle", "care"),
            Self::Treatments => ("treatments", "treatment"),
            Self::TimeNotes => ("treatments", "time_note"),
            Self::Labs => ("labs", "lab"),
            Self::Signs => ("red_flags", "sign"),
            Self::Concerns => ("groups", "concern"),
            Self::Guidelines => ("guidelines", "guideline"),
            Self::Zones => ("iron", "zone"),
            Self::Medicines => ("medicines", "medicine"),
        }
    }
}

closed_list! {
    /// Drawings of the pages to read.
    Figure {
        DayNight = "day-night",
        Ferritin = "ferritin",
        Pregnancy = "pregnancy",
        Augmentation = "augmentation",
        Causes = "causes",
    }
}
