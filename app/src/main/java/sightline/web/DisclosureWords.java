package sightline.web;

import sightline.core.facts.SharedBody.Disclosure.Undertaking;
import sightline.core.facts.SharedBody.DisclosureAsked.Applicant;
import sightline.core.facts.SharedBody.DisclosureStage.Stage;
import sightline.core.facts.SharedBody.DisclosureTo;
import sightline.core.facts.SharedBody.Route;

/** The words in which pages speak of disclosures. */
final class DisclosureWords {
    private DisclosureWords() {}

    static String to(DisclosureTo to) {
        return switch (to) {
            case SOCIAL_CARE -> "Children’s social care";
            case SCHOOL -> "A school’s safeguarding lead";
            case PARTNER -> "A partner (domestic violence disclosure scheme)";
            case PARENT -> "A parent (child sex offender disclosure scheme)";
        };
    }

    /** Its clocks in short, with what is unconfirmed. */
    static String clock(DisclosureTo to) {
        return switch (to) {
            case SOCIAL_CARE -> "Decided in 24 hours: an area setting (unconfirmed).";
            case SCHOOL -> "Decided in 5 working days: an area setting (unconfirmed).";
            case PARTNER ->
                    "First checks in 24 hours; whoever applied is met in 10 working days; decided in"
                            + " 28 days.";
            case PARENT ->
                    "First checks in 24 hours; whoever applied is met in 10 days; decided in 28 days"
                            + " (unconfirmed: the scheme’s own days were not seen).";
        };
    }

    static String route(Route route) {
        return switch (route) {
            case RIGHT_TO_ASK -> "Somebody applied (right to ask)";
            case RIGHT_TO_KNOW -> "The police learnt of a risk (right to know)";
        };
    }

    static String applicant(Applicant applicant) {
        return switch (applicant) {
            case PARENT -> "A parent";
            case CARER -> "A carer or guardian";
            case PARTNER -> "A partner or former partner";
            case THIRD_PARTY -> "A third party: a relative, a neighbour, a friend";
            case PROFESSIONAL -> "A professional";
        };
    }

    static String stage(Stage stage) {
        return switch (stage) {
            case CHECKED -> "The first checks were made";
            case MET -> "Whoever applied was met, face to face";
            case ACTED -> "What had to be done at once was done";
        };
    }

    static String undertaking(Undertaking undertaking) {
        return switch (undertaking) {
            case SIGNED -> "Yes: signed";
            case REFUSED -> "No: refused";
            case NOT_ASKED -> "Not asked";
        };
    }
}
