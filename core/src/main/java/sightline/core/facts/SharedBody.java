package sightline.core.facts;

import sightline.core.kernel.Text;

import java.time.LocalDate;
import java.util.Optional;

/** What passes between agencies, and what anybody may add. */
public sealed interface SharedBody extends Body {

    /**
     * A request for history or checks to the addressees.
     *
     * @param words what is asked, in the words of whoever asks
     * @param why what it is needed for, and the power or duty under which it is asked
     * @param question the question of an assessment that the answer fills, as set/question
     */
    record InformationRequest(
            boolean immediateRisk,
            Asked asked,
            Optional<Text> words,
            Optional<Text> why,
            Optional<String> question)
            implements SharedBody {
        /** One that fills no question. */
        public InformationRequest(
                boolean immediateRisk, Asked asked, Optional<Text> words, Optional<Text> why) {
            this(immediateRisk, asked, words, why, Optional.empty());
        }

        /** What about. */
        public enum Asked {
            HISTORY,
            POLICE_CHECKS,
            HEALTH_HISTORY,
            CARER_CHECKS,
            HOUSING,
            OTHER
        }
    }

    /** An answer to a request; {@code regarding} names it. */
    record InformationAnswer(AnswerOutcome outcome, Optional<Text> words) implements SharedBody {
        /** What came back. */
        public enum AnswerOutcome {
            ACKNOWLEDGED,
            NOTHING_HELD,
            ANSWERED,
            REFUSED
        }
    }

    /**
     * Whoever asked at a touchpoint, or the desk, rang: what was to be said has been said.
     *
     * @param check the check's number
     * @param words what came of it, for the desk's record; never sent to whoever asked
     */
    record CheckRung(String check, Optional<Text> words) implements SharedBody {}

    /**
     * A keeper of a register asks whether an address that a health service recorded may be told. To
     * whom it goes is worked out: whoever asks does not learn which service it is.
     *
     * @param by who asks, by name and post
     */
    record AddressAsked(Text why, Optional<Text> by) implements SharedBody {}

    /**
     * Whether something about the subject is to be told to somebody: a question that waits for a
     * decision.
     *
     * @param to to whom, as schemes tell them apart
     * @param who by name and post, or as whose parent or partner
     * @param why what makes it a question
     * @param route how it came under a scheme; nothing where it is no scheme's
     * @param applicant as what whoever applied did so
     * @param asker who applied, and how to reach them without harm
     * @param askerMayBeKnown whether somebody looked at it and found that no harm comes of the
     *     subject's learning who applied; not said means that it may harm
     */
    record DisclosureAsked(
            DisclosureTo to,
            Optional<Text> who,
            Text why,
            Optional<Route> route,
            Optional<Applicant> applicant,
            Optional<Text> asker,
            boolean askerMayBeKnown)
            implements SharedBody {
        /** One that nobody applied for. */
        public DisclosureAsked(DisclosureTo to, Optional<Text> who, Text why) {
            this(to, who, why, Optional.empty(), Optional.empty(), Optional.empty(), false);
        }

        /** As what somebody applies. */
        public enum Applicant {
            PARENT,
            CARER,
            PARTNER,
            /** A relative, a neighbour, a friend. */
            THIRD_PARTY,
            PROFESSIONAL
        }
    }

    /** How a question comes under a disclosure scheme. */
    enum Route {
        /** Somebody applied. */
        RIGHT_TO_ASK,
        /** The police themselves learnt of a risk. */
        RIGHT_TO_KNOW
    }

    /** To whom something about a person may be disclosed. */
    enum DisclosureTo {
        SOCIAL_CARE,
        SCHOOL,
        /** Under the domestic violence disclosure scheme. */
        PARTNER,
        /** Under the child sex offender disclosure scheme. */
        PARENT
    }

    /**
     * A stage of an application under a disclosure scheme was reached; {@code regarding} names the
     * question. Nothing is told at a stage.
     *
     * @param danger whether somebody is in danger now
     * @param words what was found or done
     * @param by who did it, by name and post
     */
    record DisclosureStage(Stage stage, boolean danger, Optional<Text> words, Optional<Text> by)
            implements SharedBody {
        /** Which. */
        public enum Stage {
            /** The first checks. */
            CHECKED,
            /** Whoever applied was met, face to face. */
            MET,
            /** What had to be done at once was done. */
            ACTED
        }
    }

    /**
     * Information disclosed or withheld, on what basis and why.
     *
     * @param step decided, or said; nothing where its sender tells the two not apart
     * @param said what was said, in the words that were used
     * @param by who decided or said it, by name and post
     * @param less why less would not do, where it was decided to tell
     * @param route how the question came under a scheme, repeated from it
     * @param told how it was said
     */
    record Disclosure(
            @TrueWhenLeftOut boolean made,
            String basis,
            Optional<Text> reason,
            Optional<DisclosureStep> step,
            Optional<Text> said,
            Optional<Text> by,
            Optional<Text> less,
            Optional<Route> route,
            Optional<Told> told)
            implements SharedBody {
        /** One of which no more is said. */
        public Disclosure(boolean made, String basis, Optional<Text> reason) {
            this(
                    made,
                    basis,
                    reason,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Which step of a disclosure it is. */
        public enum DisclosureStep {
            DECIDED,
            SAID
        }

        /**
         * How something was said.
         *
         * @param whom to whom, by whom and how
         * @param undertaking whether whoever was told undertook to keep it to themselves
         * @param subject whether the person that it is about learns that it was said, and why
         */
        public record Told(
                Text whom, Optional<Undertaking> undertaking, Optional<SubjectTold> subject) {}

        /** An undertaking of confidentiality. */
        public enum Undertaking {
            SIGNED,
            REFUSED,
            NOT_ASKED
        }

        /** Whether the subject learns that something was said of them: never who asked. */
        public record SubjectTold(boolean learns, Text why) {}
    }

    /**
     * A hand-over of a person or case to the addressee.
     *
     * @param reason why it is offered, refused or taken back
     * @param by who decided, by name and post
     * @param told of an acceptance that its area cannot enter itself, and told by telephone or in
     *     writing
     */
    record HandOver(
            HandOverStage stage,
            Handed what,
            Optional<Text> reason,
            Optional<Text> by,
            Optional<ToldAcceptance> told)
            implements SharedBody {
        /** Without a reason, as senders may. */
        public HandOver(HandOverStage stage, Handed what) {
            this(stage, what, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /**
         * That somebody accepted, as whoever offered was told.
         *
         * @param who accepted, by name and post
         * @param on the day on which they did
         * @param reference of the call or letter, by which they find it again
         */
        public record ToldAcceptance(Text who, LocalDate on, Text reference) {}

        /** Where it stands. */
        public enum HandOverStage {
            OFFERED,
            ACCEPTED,
            REFUSED,
            /** Taken back by whoever offered it, before it was answered. */
            WITHDRAWN,
            /**
             * Whoever offered it was told that it is accepted, by an area that cannot enter it
             * here. It counts once a second person confirms it.
             */
            ACCEPTANCE_TOLD,
            /** A second person of whoever offered it confirms what was told; names that entry. */
            ACCEPTANCE_CONFIRMED
        }

        /** What is handed over. */
        public enum Handed {
            REGISTERED_PERSON,
            CASE,
            SUPERVISION
        }
    }

    /** The addressees were told that the subject has moved. */
    record MoveTold() implements SharedBody {}

    /** Evidence, a document or photograph received. */
    record EvidenceReceived(EvidenceType type, Optional<Text> about) implements SharedBody {
        /** What. */
        public enum EvidenceType {
            PHOTOGRAPH,
            RECORDING,
            STATEMENT,
            MEDICAL,
            DOCUMENT
        }
    }

    /**
     * A professional disagrees, or records dissent; or what they disagreed about is resolved.
     *
     * @param riskOfHarm whether a child may come to harm while it stands
     */
    record ProfessionalChallenge(Optional<Text> words, boolean resolved, boolean riskOfHarm)
            implements SharedBody {}

    /** A report by a member of the public, named or not. */
    record PublicReport(boolean anonymous, CareBody.Harm harm, Optional<Text> words)
            implements SharedBody {}

    /** The subject disputes an entry ({@code regarding}); their words, and the answer if any. */
    record FactDisputed(Text words, Optional<Text> answer) implements SharedBody {}

    /** The sender retracts the messages in {@code regarding}. */
    record Retraction(Optional<Text> reason) implements SharedBody {}

    /** A remark of concern or an ordinary note on a record; raises nothing by itself. */
    record Note(Text words) implements SharedBody {}

    /**
     * A named person answers an alert; {@code alert} is its reference.
     *
     * @param by who, by name and post, where their agency's own system says it
     */
    record AlertAnswered(String alert, AlertAnswer answer, Text reason, Optional<Text> by)
            implements SharedBody {
        /** The six ways in which an alert ends. */
        public enum AlertAnswer {
            RIGHT_ACTED_ON,
            RIGHT_ALREADY_KNOWN,
            WRONG_PERSON,
            WRONG_FACT,
            EXPLAINED,
            NO_LONGER_APPLIES
        }
    }

    /**
     * A person acknowledged an alert, naming the findings that they saw.
     *
     * @param by who, by name and post, where their agency's own system says it
     */
    record AlertAcknowledged(String alert, Optional<Text> next, Optional<Text> by)
            implements SharedBody {}

    /**
     * A named person records why a duty no longer applies, or that it is done outside any kind.
     *
     * @param duty its key
     * @param reason why it no longer applies, or how it was done
     * @param outcome what came of what was done
     * @param decidedBy who says so, by name and post
     */
    record DutyEnded(
            String duty,
            boolean done,
            Text reason,
            Optional<Text> outcome,
            Optional<Text> decidedBy)
            implements SharedBody {}

    /**
     * Something about a duty that ends it not: whoever waits for it asked again, or a date was set.
     *
     * @param planned the day until which a named person puts it off, where its clock allows that
     * @param words what was said to whom, or why it is put off
     * @param by who says so, by name and post
     */
    record DutyNote(String duty, Optional<LocalDate> planned, Text words, Optional<Text> by)
            implements SharedBody {}
}
