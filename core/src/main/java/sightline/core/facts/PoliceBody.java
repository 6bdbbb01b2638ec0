package sightline.core.facts;

import sightline.core.facts.SharedBody.DisclosureAsked;
import sightline.core.facts.SharedBody.DisclosureAsked.Applicant;
import sightline.core.facts.SharedBody.DisclosureTo;
import sightline.core.facts.SharedBody.Route;
import sightline.core.kernel.Text;

import java.util.Optional;

/** What the police record of calls, intelligence, visits and investigations. */
public sealed interface PoliceBody extends Body {

    /** How the log was classed when it was written; never changed afterwards. */
    enum LogClass {
        DOMESTIC,
        VIOLENCE,
        ASSAULT,
        THREAT,
        DAMAGE,
        HARASSMENT,
        DISPUTE,
        NOISE,
        NUISANCE,
        DRUNKENNESS,
        ABANDONED_CALL,
        WELFARE_CHECK,
        CONCERN_FOR_CHILD,
        THEFT,
        TRAFFIC,
        OTHER
    }

    /**
     * An incident attended or logged.
     *
     * @param domestic whether the log carries the domestic flag
     * @param injury whether a party was recorded as injured
     * @param narrative the log's own words
     */
    record PoliceIncident(
            LogClass logClass,
            boolean domestic,
            boolean injury,
            boolean childPresent,
            Optional<Text> narrative)
            implements PoliceBody {}

    /**
     * A person decided whether an incident was domestic; {@code regarding} names it.
     *
     * @param by who decided, as their agency knows them
     */
    record IncidentDecided(boolean domestic, Optional<Text> reason, Optional<Text> by)
            implements PoliceBody {
        /** One that does not say who decided. */
        public IncidentDecided(boolean domestic, Optional<Text> reason) {
            this(domestic, reason, Optional.empty());
        }
    }

    /**
     * A person looked at an incident and cannot tell yet whether it was domestic; {@code regarding}
     * names it. No clock stops for it.
     */
    record IncidentUndecided(Text reason, Optional<Text> by) implements PoliceBody {}

    /** A plan for, or a supervisor's review of, an investigation. */
    record InvestigationPlan(PlanStep step, Optional<Text> plan) implements PoliceBody {
        /** Which. */
        public enum PlanStep {
            PLAN,
            REVIEW,
            CLOSED
        }
    }

    /**
     * A visit by police: to a registered person, or to see children.
     *
     * @param found what was seen and heard, apart from what anybody makes of it
     * @param home of a registered person: whether the home is as it was notified
     * @param childPresent a child was there, whoever's
     */
    record PoliceVisit(
            VisitOutcome outcome,
            boolean announced,
            Optional<Text> found,
            Optional<HomeFound> home,
            boolean childPresent)
            implements PoliceBody {
        /** A visit of which no more is said. */
        public PoliceVisit(VisitOutcome outcome, boolean announced, Optional<Text> found) {
            this(outcome, announced, found, Optional.empty(), false);
        }

        /** What the notified home turned out to be. */
        public enum HomeFound {
            /** Nothing says otherwise; not in is no more than that. */
            AS_NOTIFIED,
            /** Somebody there says that the person has left. */
            MOVED,
            /** Somebody else lives there now. */
            NEW_OCCUPANT
        }
    }

    /** What came of a visit, whoever made it. */
    enum VisitOutcome {
        SEEN,
        SEEN_ALONE,
        SEEN_NOT_EXAMINABLE,
        SEEN_AT_A_DISTANCE,
        NO_ACCESS,
        REFUSED,
        NOT_AT_HOME,
        CANCELLED
    }

    /** Intelligence with its grading, kept apart from evidence. */
    record Intelligence(String grading, Optional<Text> report) implements PoliceBody {}

    /** The school's safeguarding lead was told of an incident; {@code regarding} names it. */
    record SchoolTold(Optional<Text> how) implements PoliceBody {}

    /** Heard at a multi-agency risk assessment conference. */
    record MaracHeard(Optional<Text> outcome) implements PoliceBody {}

    /**
     * An application for disclosure under one of the schemes about whoever the message is about
     * first, on a register or not. It is a question like {@link SharedBody.DisclosureAsked}, and
     * the same is owed on it.
     *
     * @param asked what was asked, and what makes it a question
     * @param route nothing said means that somebody applied
     * @param applicant as what whoever applied did so
     * @param asker who applied, and how to reach them without harm
     * @param askerMayBeKnown whether somebody looked at it and found that no harm comes of the
     *     subject's learning who applied; not said means that it may harm
     */
    record DisclosureApplication(
            Scheme scheme,
            Optional<Text> asked,
            Optional<Route> route,
            Optional<Applicant> applicant,
            Optional<Text> asker,
            boolean askerMayBeKnown)
            implements PoliceBody {
        /** One of which no more is said. */
        public DisclosureApplication(Scheme scheme, Optional<Text> asked) {
            this(scheme, asked, Optional.empty());
        }

        /** One of which it is not said who applied. */
        public DisclosureApplication(Scheme scheme, Optional<Text> asked, Optional<Route> route) {
            this(scheme, asked, route, Optional.empty(), Optional.empty(), false);
        }

        /** The question that it is. */
        public DisclosureAsked question() {
            return new DisclosureAsked(
                    scheme.to(),
                    Optional.empty(),
                    asked.orElse(new Text("Nothing more is written in the application")),
                    route.or(() -> Optional.of(Route.RIGHT_TO_ASK)),
                    applicant,
                    asker,
                    askerMayBeKnown);
        }

        /** Which scheme. */
        public enum Scheme {
            DOMESTIC_VIOLENCE,
            CHILD_SEX_OFFENDER;

            /** To whom something may be told under it. */
            public DisclosureTo to() {
                return this == DOMESTIC_VIOLENCE ? DisclosureTo.PARTNER : DisclosureTo.PARENT;
            }
        }
    }

    /** Missing, found, or spoken to by somebody independent after return. */
    record Missing(MissingStage stage) implements PoliceBody {
        /** Which. */
        public enum MissingStage {
            MISSING,
            FOUND,
            RETURN_INTERVIEW
        }
    }

    /** An entry at the border of a person, with whom. */
    record BorderEntry(@TrueWhenLeftOut boolean entering, Optional<String> country)
            implements PoliceBody {}
}
