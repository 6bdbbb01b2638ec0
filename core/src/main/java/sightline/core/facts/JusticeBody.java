package sightline.core.facts;

import sightline.core.kernel.Text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Arrest to sentence, supervision, orders, the register and markers. */
public sealed interface JusticeBody extends Body {

    /** An offence as charged, found or recorded. */
    record Offence(
            String wording,
            Optional<String> code,
            Optional<String> homeOfficeClass,
            OffenceGroup group,
            Optional<Integer> victimAge,
            Optional<VictimTie> victimTie) {}

    /** What an offence is in law, coded; the wording stays beside it. */
    enum OffenceGroup {
        MURDER,
        MANSLAUGHTER,
        INFANTICIDE,
        CAUSING_DEATH_OR_HARM_TO_CHILD,
        CHILD_CRUELTY,
        ABANDONMENT,
        ABDUCTION,
        KIDNAP,
        WOUNDING_WITH_INTENT,
        WOUNDING,
        ACTUAL_BODILY_HARM,
        COMMON_ASSAULT,
        STRANGULATION,
        THREATS_TO_KILL,
        ARSON_ENDANGERING_LIFE,
        SEXUAL,
        FGM,
        TERRORISM,
        COERCIVE_CONTROL,
        HARASSMENT,
        ROBBERY,
        OTHER_VIOLENCE,
        PROPERTY,
        DRUGS,
        DRIVING,
        PUBLIC_ORDER,
        OTHER
    }

    /** Who the victim was to the offender. */
    enum VictimTie {
        OWN_CHILD,
        PARTNERS_CHILD,
        CHILD_IN_CARE_OF,
        OTHER_CHILD,
        PARTNER,
        EX_PARTNER,
        FAMILY_MEMBER,
        STRANGER,
        OTHER,
        NOT_KNOWN
    }

    /** An arrest. A child victim is a participant in role VICTIM. */
    record Arrest(Offence offence) implements JusticeBody {}

    /** Bail: conditions are coded where a rule can read them. */
    record Bail(
            BailStage stage,
            List<BailCondition> conditions,
            Optional<LocalDate> until,
            Optional<Text> terms)
            implements JusticeBody {
        /** What happened to bail. */
        public enum BailStage {
            SET,
            CHANGED,
            EXTENDED,
            ENDED
        }

        /** What the person may not do. */
        public enum BailCondition {
            NO_CONTACT_WITH_CHILD,
            NO_UNSUPERVISED_CONTACT,
            NOT_LIVE_WITH_CHILD,
            NOT_AT_ADDRESS,
            LIVE_AT_ADDRESS,
            OTHER
        }

        public Bail {
            conditions = List.copyOf(conditions);
        }
    }

    /** Charged. */
    record Charge(Offence offence) implements JusticeBody {}

    /** The prosecutor's decision whether to charge. */
    record ChargingDecision(boolean charge, Optional<Text> reason) implements JusticeBody {}

    /** A suspicion ended without conviction; stands beside the arrest for ever. */
    record SuspicionEnded(Ending ending, Optional<Text> reason) implements JusticeBody {
        /** How. */
        public enum Ending {
            NO_FURTHER_ACTION,
            ACQUITTED,
            WITHDRAWN,
            UNFOUNDED
        }
    }

    /** What kind of sentence. */
    enum SentenceKind {
        CUSTODY,
        SUSPENDED,
        COMMUNITY,
        HOSPITAL_ORDER,
        HOSPITAL_WITH_RESTRICTION,
        FINE,
        CAUTION,
        CONDITIONAL_DISCHARGE,
        ABSOLUTE_DISCHARGE,
        LIFE,
        OTHER
    }

    /**
     * A conviction or caution. The victim's age and tie are in the offence; the original charge is
     * kept when a lesser offence was found (rule OC-3).
     */
    record Conviction(
            Offence offence,
            Optional<Offence> originalCharge,
            boolean caution,
            Optional<SentenceKind> sentence,
            Optional<Integer> months)
            implements JusticeBody {}

    /** A sentence passed later than the conviction. */
    record Sentence(SentenceKind kind, Optional<Integer> months) implements JusticeBody {}

    /**
     * Taken into custody, or detained in hospital, otherwise than by a sentence that begins with
     * it. It lasts until a release; a leave of a night or more is one, and its end is told again.
     */
    record Detained(Place place, Grounds grounds) implements JusticeBody {
        /** Where. */
        public enum Place {
            PRISON,
            HOSPITAL
        }

        /** On what grounds. */
        public enum Grounds {
            REMAND,
            /** A licence was revoked. */
            RECALL,
            /** A sentence began, or one that was suspended was put into force. */
            SENTENCE,
            /** Under mental health law, without an order of a criminal court. */
            SECTION,
            BACK_FROM_LEAVE
        }
    }

    /** Released from custody or hospital. */
    record Release(boolean onLicence, Optional<LocalDate> licenceEnds) implements JusticeBody {}

    /** Supervision, licence, order or register period started, moved or ended. */
    record Supervision(
            SupervisionType type,
            SupervisionStage stage,
            Optional<LocalDate> ends,
            Optional<Offence> offence)
            implements JusticeBody {
        /** What kind. */
        public enum SupervisionType {
            LICENCE,
            COMMUNITY_ORDER,
            PROBATION,
            VIOLENT_OFFENDER_ORDER,
            /** A court's order that puts somebody under the duties of a register. */
            REPORTING_ORDER,
            REGISTER,
            OTHER_ORDER
        }

        /** What happened. */
        public enum SupervisionStage {
            STARTED,
            TRANSFERRED,
            ENDED
        }
    }

    /** A dated condition of an order, licence or agreed arrangement, or a report on it. */
    record OrderCondition(String condition, ConditionState state, Optional<LocalDate> due)
            implements JusticeBody {}

    /** Where a condition stands. */
    enum ConditionState {
        SET,
        MET,
        NOT_MET,
        LIFTED
    }

    /**
     * A notification by, or an entry about, a registered person. A home that was notified is the
     * address of the person in the same message.
     *
     * @param pack the register's key
     * @param expected the day on which a change is expected that was told before it happened
     * @param noHome whether the person told that there is no sole or main residence
     * @param risk the level of risk, where it was assessed
     */
    record RegisterNotification(
            String pack,
            NotificationType type,
            Optional<LocalDate> periodEnds,
            Optional<LocalDate> expected,
            boolean noHome,
            Optional<RegisterRisk> risk)
            implements JusticeBody {
        /** What was notified, or entered. */
        public enum NotificationType {
            ENTERED,
            INITIAL,
            CHANGE_OF_ADDRESS,
            CHANGE_OF_NAME,
            STAY_ELSEWHERE,
            RELEASE,
            PERIODIC,
            FOREIGN_TRAVEL,
            CHILD_IN_HOUSEHOLD,
            WHEREABOUTS_UNKNOWN,
            FOUND,
            RISK_ASSESSED,
            ENDED
        }

        /** The level of risk in the police's own plan; it sets how often they visit. */
        public enum RegisterRisk {
            VERY_HIGH,
            HIGH,
            MEDIUM,
            LOW
        }

        /** A notification of the past, or an entry. */
        public RegisterNotification(
                String pack, NotificationType type, Optional<LocalDate> periodEnds) {
            this(pack, type, periodEnds, Optional.empty(), false, Optional.empty());
        }
    }

    /**
     * What a registered person must tell was explained to them, or handed over in writing.
     *
     * @param pack the register's key
     * @param by who explained it or handed it over, by name and post
     * @param receipt the number of what was handed over, where it has one
     */
    record RequirementsExplained(String pack, ExplainedAt where, Text by, Optional<String> receipt)
            implements JusticeBody {
        /** Where, or how. */
        public enum ExplainedAt {
            COURT,
            POLICE_STATION,
            PRISON,
            HOSPITAL,
            HOME_VISIT,
            /** A receipt or letter that was handed over, and says what is to be told. */
            IN_WRITING
        }
    }

    /**
     * Whether a registered person broke the law by not telling something, as a named person
     * decided.
     *
     * @param notice what was owed, as a rule and a duty name it: pack, notice and first day
     * @param by who decided, by name and post
     */
    record BreachDecided(String notice, Verdict decision, Text reason, Text by)
            implements JusticeBody {
        /** What was decided. */
        public enum Verdict {
            BREACH,
            NOT_A_BREACH,
            /** It was looked at, and is open still. */
            NOT_DECIDED
        }
    }

    /** A marker that a person may pose a risk to children: a trigger to assess, never a finding. */
    record RiskMarker(
            @TrueWhenLeftOut boolean set,
            Optional<String> setBy,
            Optional<Text> reason,
            Optional<LocalDate> review)
            implements JusticeBody {}

    /** A court decided about a child of the subject: removed, returned. */
    record ChildRemoved(boolean returned) implements JusticeBody {}

    /**
     * A child died or was seriously harmed in the subject's care, as found by a court or inquest.
     */
    record ChildHarmedInCare(Found found, boolean died) implements JusticeBody {
        /** What was found, by whom it stands in the source. */
        public enum Found {
            INFLICTED,
            NEGLECT,
            UNEXPLAINED,
            NATURAL,
            ACCIDENTAL
        }
    }

    /** Contact or residence with a person of concern, assessed and agreed. */
    record ArrangementAgreed(
            boolean convictionKnown,
            Optional<LocalDate> review,
            Optional<LocalDate> until,
            Optional<Text> conditions,
            ArrangementStage stage)
            implements JusticeBody {
        /** Whether it stands. */
        public enum ArrangementStage {
            AGREED,
            ENDED
        }
    }
}
