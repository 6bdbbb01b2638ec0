package sightline.web;

import sightline.core.facts.CareBody.Assessment;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.CareBody.Meeting;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.EvidenceReceived;
import sightline.core.facts.SharedBody.InformationAnswer;
import sightline.core.facts.SharedBody.InformationAnswer.AnswerOutcome;
import sightline.core.household.Entry;
import sightline.core.household.Selves;
import sightline.core.kernel.AgencyId;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of those who were invited to a conference have given a report, as the records show. */
record ConferenceReports(Selves subject) {
    private static final Set<MeetingType> CONFERENCES =
            EnumSet.of(MeetingType.INITIAL_CONFERENCE, MeetingType.REVIEW_CONFERENCE);
    private static final Set<MeetingStage> INVITING =
            EnumSet.of(MeetingStage.PLANNED, MeetingStage.MOVED);

    /** Whether the agency gave one after that invitation and before that place in the ledger. */
    boolean came(AgencyId agency, Fact invitation, long before) {
        return subject.facts().stream()
                .filter(f -> f.source().equals(agency))
                .filter(f -> f.position() > invitation.position() && f.position() < before)
                .anyMatch(ConferenceReports::isReport);
    }

    /** Whose report was missing when a conference was recorded; nobody's without an invitation. */
    List<AgencyId> missing(long conference) {
        Optional<Entry<Meeting>> invitation =
                subject.about(Meeting.class).stream()
                        .filter(e -> e.fact().position() < conference)
                        .filter(e -> CONFERENCES.contains(e.body().type()))
                        .filter(e -> INVITING.contains(e.body().stage()))
                        .filter(e -> !held(e.fact().position(), conference))
                        .max(java.util.Comparator.comparingLong(e -> e.fact().position()));
        return invitation
                .map(e ->
                        e.fact().references().addressees().stream()
                                .filter(a -> !came(a, e.fact(), conference))
                                .toList())
                .orElse(List.of());
    }

    /** Whether another conference was held between. */
    private boolean held(long after, long before) {
        return subject.counting("conference").stream()
                .anyMatch(f -> f.position() > after && f.position() < before);
    }

    private static boolean isReport(Fact fact) {
        return switch (fact.body()) {
            case InformationAnswer a ->
                    a.outcome() == AnswerOutcome.ANSWERED
                            || a.outcome() == AnswerOutcome.NOTHING_HELD;
            case EvidenceReceived e -> e.type() == EvidenceReceived.EvidenceType.DOCUMENT;
            case Assessment a -> a.stage() == AssessmentStage.SIGNED_OFF;
            default -> false;
        };
    }
}
