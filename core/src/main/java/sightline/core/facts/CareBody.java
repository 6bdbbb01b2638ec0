package sightline.core.facts;

import sightline.core.facts.MeetingBody.Minutes;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What children's social care, and those who work with it, record of a case. */
public sealed interface CareBody extends Body {

    /** What a referral or report alleges; several may be true. */
    enum Harm {
        INJURY,
        ASSAULT,
        NEGLECT,
        SEXUAL,
        EMOTIONAL,
        DOMESTIC_ABUSE,
        UNBORN_CHILD,
        NOT_STATED,
        NONE
    }

    /**
     * A referral to children's social care ({@code service} SOCIAL_CARE) or to another service.
     *
     * @param harms what is alleged
     * @param basis what the family knows of it; nothing where its sender does not say
     */
    record Referral(
            Service service,
            List<Harm> harms,
            Optional<Text> words,
            Channel channel,
            Optional<Basis> basis)
            implements CareBody {
        /** One that says nothing of what the family knows. */
        public Referral(Service service, List<Harm> harms, Optional<Text> words, Channel channel) {
            this(service, harms, words, channel, Optional.empty());
        }

        /** What the family knows of it, and whether they agree. */
        public enum Basis {
            FAMILY_AGREES,
            FAMILY_TOLD,
            /** Not told: it would put somebody at risk. */
            NOT_SAFE_TO_TELL
        }

        /** Which service. */
        public enum Service {
            SOCIAL_CARE,
            EARLY_HELP,
            HEALTH,
            OTHER
        }

        /** How it came. */
        public enum Channel {
            WRITTEN,
            TELEPHONE,
            IN_PERSON,
            NOT_RECORDED
        }

        public Referral {
            harms = List.copyOf(harms);
        }
    }

    /** A referral was agreed in an entry but is still to be made. */
    record ReferralAgreed(Optional<Text> words) implements CareBody {}

    /**
     * A referral acknowledged or decided; {@code regarding} names it.
     *
     * @param reason why the decision stands, in the decider's words
     */
    record ReferralDecision(
            Decision outcome,
            boolean childSeen,
            boolean referrerSpokenTo,
            List<CloseReason> reasons,
            Optional<Text> reason)
            implements CareBody {
        /** One of which no more is said. */
        public ReferralDecision(
                Decision outcome,
                boolean childSeen,
                boolean referrerSpokenTo,
                List<CloseReason> reasons) {
            this(outcome, childSeen, referrerSpokenTo, reasons, Optional.empty());
        }

        /** What was decided. */
        public enum Decision {
            ACKNOWLEDGED,
            ASSESSMENT,
            STRATEGY_DISCUSSION,
            ENQUIRY,
            EARLY_HELP,
            NO_FURTHER_ACTION
        }

        public ReferralDecision {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why something was closed. */
    enum CloseReason {
        MALICIOUS,
        NO_CONCERN,
        THRESHOLD_NOT_MET,
        MOVED,
        OTHER_SERVICE,
        UNABLE_TO_CONTACT,
        OTHER
    }

    /**
     * A contact or visit to a child, made, failed or cancelled.
     *
     * @param bedroomSeen whether the room in which the child sleeps was seen; nothing where its
     *     sender does not say
     */
    record Visit(
            VisitOutcome outcome,
            VisitReason reason,
            boolean announced,
            boolean skinSeen,
            Optional<Text> found,
            Optional<Boolean> bedroomSeen)
            implements CareBody {
        /** One that says nothing of the bedroom. */
        public Visit(
                VisitOutcome outcome,
                VisitReason reason,
                boolean announced,
                boolean skinSeen,
                Optional<Text> found) {
            this(outcome, reason, announced, skinSeen, found, Optional.empty());
        }
    }

    /** Why the visit was made or owed. */
    enum VisitReason {
        PLANNED,
        UNDER_PLAN,
        ENQUIRY,
        REFERRAL,
        RETURN_HOME,
        NEW_HOME,
        CONCERN,
        OTHER,
        NOT_RECORDED
    }

    /** A visit planned, promised or announced for a day; it is owed from then. */
    record VisitPlanned(LocalDate on, VisitReason reason) implements CareBody {}

    /** The mother of an unborn child was spoken with alone. */
    record MotherSpokenToAlone() implements CareBody {}

    /** A strategy discussion held. */
    record StrategyDiscussion(
            StrategyOutcome outcome, Optional<Text> decided, Optional<Minutes> minutes)
            implements CareBody {
        /** One of which no more is said. */
        public StrategyDiscussion(StrategyOutcome outcome, Optional<Text> decided) {
            this(outcome, decided, Optional.empty());
        }

        /** What was decided. */
        public enum StrategyOutcome {
            ENQUIRY,
            JOINT_ENQUIRY,
            NO_ENQUIRY
        }
    }

    /** The manager's decision whether to hold a strategy discussion, and why. */
    record StrategyDecidedOn(boolean hold, Optional<Text> reason) implements CareBody {}

    /** An enquiry under section 47 started or ended. */
    record Enquiry(@TrueWhenLeftOut boolean started, boolean joint, Optional<String> outcome)
            implements CareBody {}

    /** A child protection conference held. */
    record Conference(
            ConferenceType type,
            ConferenceOutcome outcome,
            List<Harm> categories,
            Optional<Text> decided,
            Optional<Minutes> minutes)
            implements CareBody {
        /** One of which no more is said. */
        public Conference(ConferenceType type, ConferenceOutcome outcome, List<Harm> categories) {
            this(type, outcome, categories, Optional.empty(), Optional.empty());
        }

        /** Which. */
        public enum ConferenceType {
            INITIAL,
            REVIEW,
            PRE_BIRTH
        }

        /** What was decided. */
        public enum ConferenceOutcome {
            PLAN,
            PLAN_CONTINUES,
            PLAN_ENDS,
            NO_PLAN
        }

        public Conference {
            categories = List.copyOf(categories);
        }
    }

    /** A plan started or ended. */
    record Plan(PlanType type, @TrueWhenLeftOut boolean started) implements CareBody {
        /** Which. */
        public enum PlanType {
            PROTECTION,
            IN_NEED,
            LOOKED_AFTER
        }
    }

    /** A core group met. */
    record CoreGroup(Optional<Text> decided, Optional<Minutes> minutes) implements CareBody {
        /** One of which no more is said. */
        public CoreGroup() {
            this(Optional.empty(), Optional.empty());
        }
    }

    /** A meeting planned, moved, held or cancelled. */
    record Meeting(
            MeetingType type,
            MeetingStage stage,
            Optional<LocalDate> on,
            Optional<Boolean> thresholdMet,
            Optional<Text> decided)
            implements CareBody {}

    /** What kind of meeting. */
    enum MeetingType {
        LEGAL_PLANNING,
        PROFESSIONALS,
        STRATEGY,
        INITIAL_CONFERENCE,
        REVIEW_CONFERENCE,
        CORE_GROUP,
        DISCHARGE,
        OTHER
    }

    /** What happened to it. */
    enum MeetingStage {
        DECIDED_ON,
        PLANNED,
        MOVED,
        HELD,
        CANCELLED
    }

    /** An application to, order of or report to a court about the child. */
    record CourtStep(CourtStage step, Optional<String> order) implements CareBody {
        /** Which. */
        public enum CourtStage {
            PRE_PROCEEDINGS,
            /** An application was issued. */
            APPLICATION,
            ORDER,
            /** Police keep the child safe without a court. */
            POLICE_PROTECTION,
            EMERGENCY_ORDER,
            REPORT,
            ENDED
        }
    }

    /**
     * The child is placed with, or left in the care of, the second participant; or that ends.
     *
     * @param reason why it is so decided, in the decider's words
     */
    record CarerArranged(Arrangement arrangement, boolean agreedBySocialCare, Optional<Text> reason)
            implements CareBody {
        /** One of which no more is said. */
        public CarerArranged(Arrangement arrangement, boolean agreedBySocialCare) {
            this(arrangement, agreedBySocialCare, Optional.empty());
        }

        /** Whether it is the end of one. */
        public boolean ended() {
            return arrangement == Arrangement.ENDED;
        }

        /** What kind. */
        public enum Arrangement {
            TEMPORARY,
            FOSTER,
            FAMILY_OR_FRIEND,
            SUPERVISOR,
            NEW_PARTNER,
            ENDED
        }
    }

    /**
     * The child goes, or went, back to live with the second participant.
     *
     * @param reason why it is so decided, in the decider's words
     */
    record ReturnedHome(Optional<Text> conditions, Optional<Text> reason) implements CareBody {
        /** One of which no more is said. */
        public ReturnedHome(Optional<Text> conditions) {
            this(conditions, Optional.empty());
        }
    }

    /** A case allocated to a worker in post. */
    record CaseAllocated(String post, Optional<Text> worker) implements CareBody {}

    /**
     * A case closed: who was seen and spoken to.
     *
     * @param reason why the decision stands, in the decider's words
     */
    record CaseClosed(
            boolean childSeenAlone,
            boolean skinSeen,
            boolean referrerSpokenTo,
            List<CloseReason> reasons,
            Optional<Text> reason)
            implements CareBody {
        /** One of which no more is said. */
        public CaseClosed(
                boolean childSeenAlone,
                boolean skinSeen,
                boolean referrerSpokenTo,
                List<CloseReason> reasons) {
            this(childSeenAlone, skinSeen, referrerSpokenTo, reasons, Optional.empty());
        }

        public CaseClosed {
            reasons = List.copyOf(reasons);
        }
    }

    /** How one question was answered. */
    enum AnswerState {
        KNOWN,
        DECLINED,
        NOT_KNOWN,
        NOT_YET_ASKED,
        NOT_SAFE_TO_ASK,
        DOES_NOT_APPLY
    }

    /** What a question touches, where a rule must know. */
    enum QuestionTopic {
        ABUSE,
        PARTNER,
        SELF_HARM,
        CONVICTIONS,
        OTHER_CHILDREN,
        MENTAL_HEALTH,
        SUBSTANCE,
        CHILDHOOD,
        HOUSEHOLD,
        OTHER
    }

    /**
     * One question's answer, who gave it and in front of whom.
     *
     * @param answeredBy who gave it, where that is not the person whom it was asked
     * @param askedNext who finds out, where it is not known
     * @param review when it is looked at again, where it was not safe to ask or does not apply
     * @param asking how it was asked, where its sender says so
     */
    record Answer(
            String question,
            QuestionTopic topic,
            AnswerState state,
            Optional<Text> answer,
            Optional<PersonRole> answeredBy,
            Optional<PersonRole> inPresenceOf,
            Optional<String> askedNext,
            Optional<LocalDate> review,
            Optional<Asking> asking) {
        /** One of whose asking no more is said. */
        public Answer(
                String question,
                QuestionTopic topic,
                AnswerState state,
                Optional<Text> answer,
                Optional<PersonRole> answeredBy,
                Optional<PersonRole> inPresenceOf,
                Optional<String> askedNext,
                Optional<LocalDate> review) {
            this(
                    question,
                    topic,
                    state,
                    answer,
                    answeredBy,
                    inPresenceOf,
                    askedNext,
                    review,
                    Optional.empty());
        }
    }

    /**
     * How a question was asked.
     *
     * @param person of whom, by any source's record; none where it is of the child
     * @param by who asked, by name and post
     * @param alone whether nobody else was there
     * @param through through whom the answer came, where not directly
     * @param interpreter who interpreted, where somebody did
     * @param source where the answer is recorded, where it is from a record
     * @param version of the set of questions
     * @param decidedBy the manager who decided that it is not safe to ask, or does not apply
     * @param instead the messages of those answers that the writer saw and replaces
     */
    record Asking(
            Optional<SourceRecord> person,
            Optional<Text> by,
            Optional<LocalDate> on,
            Optional<Boolean> alone,
            Optional<PersonRole> through,
            Optional<Text> interpreter,
            Optional<Text> source,
            Optional<String> version,
            Optional<Text> decidedBy,
            List<MessageRef> instead) {
        /** Nothing is said of it. */
        public static final Asking NOTHING_SAID =
                new Asking(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());

        public Asking {
            instead = List.copyOf(instead);
        }
    }

    /**
     * An assessment or a booking's background questions, saved or signed off.
     *
     * @param account what was seen, heard and thought, where this says so
     * @param by who saved or signed, by name and post
     */
    record Assessment(
            String questionSet,
            List<Answer> answers,
            AssessmentStage stage,
            Optional<AssessmentAccount> account,
            Optional<Text> by)
            implements CareBody {
        /** One of answers alone. */
        public Assessment(String questionSet, List<Answer> answers, AssessmentStage stage) {
            this(questionSet, answers, stage, Optional.empty(), Optional.empty());
        }

        /** How far it is. */
        public enum AssessmentStage {
            STARTED,
            SAVED,
            /** A manager looked at it, 10, 20 or 45 working days on. */
            CHECKED,
            SIGNED_OFF
        }

        public Assessment {
            answers = List.copyOf(answers);
        }
    }

    /**
     * What an assessment tells besides its answers; what was seen, how it was explained and what is
     * made of it stand apart.
     *
     * @param sharing with whom it was shared, or why it was not
     */
    record AssessmentAccount(
            boolean childSeen,
            boolean childSeenAlone,
            Optional<Text> childsWords,
            Optional<Text> observed,
            Optional<Text> explained,
            Optional<Text> analysis,
            Optional<Text> strengths,
            Optional<Text> familyViews,
            boolean sharedWithFamily,
            Optional<Text> sharing) {}

    /** A serious incident notified to the national panel. */
    record SeriousIncidentNotified() implements CareBody {}

    /**
     * A rapid review completed.
     *
     * @param practiceReview whether it decided that a practice review follows
     */
    record RapidReviewDone(boolean practiceReview) implements CareBody {}

    /**
     * The subject died or was seriously harmed; {@code suspected}: somebody says inflicted or
     * neglect.
     */
    record SeriousIncident(boolean died, boolean suspected) implements CareBody {}

    /** Notice of private fostering. */
    record PrivateFostering(boolean ended) implements CareBody {}

    /** A sibling or other child was put on the agenda of, or seen after, an incident. */
    record SiblingConsidered() implements CareBody {}
}
