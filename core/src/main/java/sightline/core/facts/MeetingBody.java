package sightline.core.facts;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What people of several agencies settle when they meet, and what they write down of it. */
public sealed interface MeetingBody extends Body {

    /** How they met. */
    enum Manner {
        IN_PERSON,
        TELEPHONE,
        VIDEO,
        NOT_RECORDED
    }

    /** What came of inviting somebody. */
    enum Attendance {
        CAME,
        /** Did not come, and sent what they hold. */
        SENT_INFORMATION,
        /** Said that they would not come, and sent nothing. */
        SENT_APOLOGY,
        /** Neither came nor answered. */
        SILENT
    }

    /**
     * One agency that was invited, and what came of it.
     *
     * @param who came for it, by name and post
     */
    record Attended(AgencyId agency, Attendance how, Optional<Text> who) {}

    /**
     * How a meeting was held and who was there.
     *
     * @param manner nothing where its sender does not say
     * @param quorate whether enough came to decide; nothing where its sender does not say
     * @param against what spoke against the decision, and why it stands all the same
     * @param dissent who disagreed, and why
     */
    record Minutes(
            Optional<Manner> manner,
            List<Attended> attended,
            Optional<Boolean> quorate,
            Optional<Text> against,
            Optional<Text> dissent) {
        /** Of a meeting of which no more is said. */
        public static final Minutes NONE =
                new Minutes(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        public Minutes {
            attended = List.copyOf(attended);
        }
    }

    /**
     * Something that the addressee is to do, agreed in the meeting that {@code regarding} names.
     *
     * @param atOnce whether it is to be done within hours
     * @param due the last day on which it may be done; nothing where it is to be done at once
     * @param owner who at the addressee has it, by name and post
     * @param outcome what came of it, or why it is not needed any more
     */
    record AgreedAction(
            ActionStage stage,
            Text action,
            boolean atOnce,
            Optional<LocalDate> due,
            Optional<Text> owner,
            Optional<Text> outcome)
            implements MeetingBody {
        /** Where it stands. */
        public enum ActionStage {
            AGREED,
            DONE,
            /** Whoever agreed on it says that it is not needed. */
            WITHDRAWN
        }
    }

    /**
     * What a plan says. That there is one is the kind {@code plan}, which more people may read.
     *
     * @param different what will be different for the child
     * @param steps who does what
     * @param contingency what happens when it does not come about
     * @param visits how often the child is visited
     * @param review the day of the next review
     */
    record PlanWritten(
            CareBody.Plan.PlanType type,
            Text different,
            Optional<Text> steps,
            Optional<Text> contingency,
            Optional<Text> visits,
            Optional<LocalDate> review)
            implements MeetingBody {}
}
