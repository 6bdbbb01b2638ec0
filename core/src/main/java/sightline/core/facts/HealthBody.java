package sightline.core.facts;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What health organisations record, and injuries, whoever sees them. */
public sealed interface HealthBody extends Body {

    /**
     * Where on the body: the closed vocabulary of body maps. Left and right are the child's own,
     * see {@link Side}. Some are wider than others, for whoever wrote down no more; see {@link
     * #within}.
     */
    enum Site {
        SCALP,
        HEAD,
        FOREHEAD,
        TEMPLE,
        EYE_AREA,
        EYELID,
        WHITE_OF_EYE,
        EAR,
        NOSE,
        CHEEK,
        FACE,
        JAW_ANGLE,
        CHIN,
        LIP,
        MOUTH,
        FRENULUM,
        NECK,
        SHOULDER,
        CHEST,
        ABDOMEN,
        BACK,
        BUTTOCK,
        GENITALS,
        TORSO,
        UPPER_ARM,
        ELBOW,
        FOREARM,
        WRIST,
        HAND,
        HIP,
        THIGH,
        KNEE,
        SHIN,
        CALF,
        ANKLE,
        FOOT,
        ARM,
        LEG,
        RIB,
        SKULL,
        BACK_OF_HEAD,
        EYEBROW,
        BRIDGE_OF_NOSE,
        BEHIND_EAR,
        TONGUE,
        GUMS,
        NAPE,
        COLLARBONE,
        ARMPIT,
        BREASTBONE,
        SHOULDER_BLADE,
        UPPER_BACK,
        LOWER_BACK,
        FLANK,
        GROIN,
        ANUS,
        PALM,
        BACK_OF_HAND,
        FINGER,
        INNER_THIGH,
        BACK_OF_THIGH,
        BACK_OF_KNEE,
        HEEL,
        SOLE,
        TOE,
        NOT_RECORDED;

        /** The wider place of which it is a part; empty for those that are part of none. */
        public Optional<Site> wider() {
            return switch (this) {
                case SCALP, BACK_OF_HEAD, TEMPLE, SKULL -> Optional.of(HEAD);
                case FOREHEAD, EYE_AREA, EAR, NOSE, CHEEK, JAW_ANGLE, CHIN, LIP, MOUTH ->
                        Optional.of(FACE);
                case EYEBROW, EYELID, WHITE_OF_EYE -> Optional.of(EYE_AREA);
                case BEHIND_EAR -> Optional.of(EAR);
                case BRIDGE_OF_NOSE -> Optional.of(NOSE);
                case FRENULUM, TONGUE, GUMS -> Optional.of(MOUTH);
                case NAPE -> Optional.of(NECK);
                case CHEST, ABDOMEN, BACK, BUTTOCK, GENITALS, FLANK, RIB -> Optional.of(TORSO);
                case COLLARBONE, BREASTBONE, ARMPIT -> Optional.of(CHEST);
                case GROIN, ANUS -> Optional.of(GENITALS);
                case UPPER_BACK, LOWER_BACK -> Optional.of(BACK);
                case SHOULDER_BLADE -> Optional.of(UPPER_BACK);
                case SHOULDER, UPPER_ARM, ELBOW, FOREARM, WRIST, HAND -> Optional.of(ARM);
                case PALM, BACK_OF_HAND, FINGER -> Optional.of(HAND);
                case HIP, THIGH, KNEE, SHIN, CALF, ANKLE, FOOT -> Optional.of(LEG);
                case INNER_THIGH, BACK_OF_THIGH -> Optional.of(THIGH);
                case BACK_OF_KNEE -> Optional.of(KNEE);
                case HEEL, SOLE, TOE -> Optional.of(FOOT);
                case HEAD, FACE, NECK, TORSO, ARM, LEG, NOT_RECORDED -> Optional.empty();
            };
        }

        /** Whether it is that place or a part of it. */
        public boolean within(Site place) {
            return this == place || wider().filter(w -> w.within(place)).isPresent();
        }
    }

    /** Side of the body, the child's own. */
    enum Side {
        LEFT,
        RIGHT,
        MIDLINE,
        BOTH,
        NOT_RECORDED
    }

    /** What was seen. */
    enum MarkKind {
        BRUISE,
        SWELLING,
        GRAZE,
        SCRATCH,
        CUT,
        BURN,
        SCALD,
        BITE,
        FRACTURE,
        BLEEDING,
        TORN_FRENULUM,
        HEAD_INJURY,
        INTERNAL_INJURY,
        WOUND,
        GRIP_MARK,
        PATTERNED_MARK,
        IMPLEMENT_MARK,
        STRANGULATION_MARK,
        BIRTHMARK,
        MARK,
        OTHER
    }

    /** One mark as seen. Colour is kept as words and never read: it does not age a bruise. */
    record Mark(
            Site site,
            Side side,
            MarkKind kind,
            int count,
            Optional<Integer> sizeMillimetres,
            Optional<Text> description) {}

    /** How an injury was said to have come about, coded so that tellings can be compared. */
    enum Mechanism {
        FALL,
        FALL_DOWN_STAIRS,
        FALL_FROM_FURNITURE,
        KNOCKED_BY_CHILD,
        KNOCKED_BY_ANIMAL,
        KNOCKED_AGAINST_OBJECT,
        ROLLED_ONTO_OBJECT,
        TRAPPED,
        HIT,
        SHAKEN,
        HOT_LIQUID,
        HOT_OBJECT,
        BITTEN,
        ROUGH_PLAY,
        MEDICAL,
        BIRTH,
        SELF,
        ROAD,
        OTHER,
        NOT_KNOWN
    }

    /** An account of how an injury came about: the words, the coded mechanism, and whose it is. */
    record Account(
            Optional<Text> words, Optional<Mechanism> mechanism, Optional<PersonRole> givenBy) {}

    /**
     * An injury presented or seen. Observation and account are kept apart.
     *
     * @param occurred when it is said to have happened, for late presentation
     * @param mobile whether the observer recorded the child as crawling, cruising or walking
     * @param referred whether the observer says that they referred the child
     * @param seenBy the observer's role
     */
    record InjuryObserved(
            List<Mark> marks,
            List<Account> accounts,
            When occurred,
            Optional<Boolean> mobile,
            boolean referred,
            Optional<String> seenBy)
            implements HealthBody {
        public InjuryObserved {
            marks = List.copyOf(marks);
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * The safeguarding lead read an entry that describes marks in words, and says whether they are
     * marks that seldom come by accident; {@code regarding} names the entry.
     *
     * @param telling a mark on the neck, a grip mark, a patterned or an implement mark
     * @param reason what the lead goes by
     */
    record MarksJudged(boolean telling, Optional<Text> reason) implements HealthBody {}

    /**
     * A medical opinion on whether an account fits an injury; {@code regarding} names the injury.
     */
    record MedicalOpinion(Fit fit, Optional<Text> opinion) implements HealthBody {
        /** Whether the account fits. */
        public enum Fit {
            FITS,
            DOES_NOT_FIT,
            CANNOT_SAY,
            AWAITED,
            INFLICTED,
            ACCIDENTAL,
            NATURAL
        }
    }

    /** A pregnancy booked: the subject is the mother; other people named are participants. */
    record PregnancyBooked(Optional<LocalDate> expected, int children) implements HealthBody {}

    /** A birth: the subject is the child. {@code marks} are those recorded at birth. */
    record Birth(List<Mark> marks, boolean injuryAtBirth) implements HealthBody {
        public Birth {
            marks = List.copyOf(marks);
        }
    }

    /** Registered with this practice (the sender); the practice before, where known. */
    record GpRegistration(Optional<AgencyId> previous, boolean temporary) implements HealthBody {}

    /**
     * A GP record on its way from one practice to another.
     *
     * @param arrived what of it has come, where that is said
     * @param missing what has not
     */
    record GpRecordTransfer(
            TransferStage stage,
            Optional<AgencyId> from,
            Optional<AgencyId> to,
            Optional<TransferWay> way,
            List<RecordPart> arrived,
            List<RecordPart> missing)
            implements HealthBody {
        public GpRecordTransfer {
            arrived = List.copyOf(arrived);
            missing = List.copyOf(missing);
        }

        /** One of which no more is said. */
        public GpRecordTransfer(
                TransferStage stage, Optional<AgencyId> from, Optional<AgencyId> to) {
            this(stage, from, to, Optional.empty(), List.of(), List.of());
        }

        /** How it travels: between the nations of the United Kingdom on paper alone. */
        public enum TransferWay {
            GP2GP,
            PAPER
        }

        /** A part of the record that may come by itself. */
        public enum RecordPart {
            SAFEGUARDING,
            SUMMARY,
            CONSULTATIONS,
            LETTERS,
            RESULTS,
            PAPER
        }

        /** Where the record is. */
        public enum TransferStage {
            REQUESTED,
            SENT,
            RECEIVED,
            INCOMPLETE
        }
    }

    /** A contact with or attendance at a health service. */
    record HealthContact(
            Setting setting, boolean unscheduled, Optional<Text> reason, Optional<String> outcome)
            implements HealthBody {
        /** Where. */
        public enum Setting {
            GP,
            EMERGENCY_DEPARTMENT,
            WALK_IN,
            AMBULANCE,
            MATERNITY,
            CAMHS,
            HEALTH_VISITOR,
            SCHOOL_NURSE,
            PAEDIATRICS,
            CLINIC,
            WARD,
            PHARMACY,
            OTHER
        }
    }

    /** A stage of development, recorded. */
    record DevelopmentalStage(Milestone stage, @TrueWhenLeftOut boolean reached)
            implements HealthBody {
        /** Stages that make a child independently mobile are CRAWLING, CRUISING and WALKING. */
        public enum Milestone {
            ROLLING,
            SITTING,
            CRAWLING,
            CRUISING,
            WALKING,
            SPEAKING
        }
    }

    /** An appointment kept, not brought or cancelled. */
    record Appointment(Kept outcome, String service) implements HealthBody {
        /** What became of it. */
        public enum Kept {
            KEPT,
            NOT_BROUGHT,
            CANCELLED_BY_FAMILY,
            CANCELLED_BY_SERVICE
        }
    }

    /** Background in an adult's own health or history; never alerts by itself. */
    record Background(Topic topic, boolean current, Optional<Text> note) implements HealthBody {
        /** What about. */
        public enum Topic {
            DEPRESSION,
            SELF_HARM,
            SUBSTANCE,
            ALCOHOL,
            LEARNING_NEED,
            CARE_IN_CHILDHOOD,
            MENTAL_ILLNESS,
            DOMESTIC_ABUSE_DISCLOSED,
            RELATIONSHIP_DIFFICULTY,
            OTHER
        }
    }

    /**
     * Check letters, language, distance and disability were looked at after missed appointments.
     */
    record AccessNeedsChecked(Optional<Text> found) implements HealthBody {}

    /** Medical facts that could explain marks: a bleeding condition, a procedure, a test result. */
    record MedicalCondition(Condition condition, @TrueWhenLeftOut boolean present)
            implements HealthBody {
        /** What is known. */
        public enum Condition {
            BLEEDING_DISORDER,
            BONE_DISORDER,
            PROCEDURE,
            NOT_INDEPENDENTLY_MOBILE_DISABILITY,
            OTHER
        }
    }
}
