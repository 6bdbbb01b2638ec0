package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Northton.CARE;
import static sightline.pipeline.Northton.HOSPITAL;
import static sightline.pipeline.Northton.POLICE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;

/** Whom an invitation to a meeting opens a child's record to, and for how long. */
final class InvitationsTest {
    private final Northton northton = new Northton();

    @AfterEach
    void close() {
        northton.close();
    }

    @Test
    void whomSocialCareInvitesMayReadUntilAFortnightAfterTheMeeting() {
        invites(CARE, POLICE, "2026-03-20");

        assertThat(reasonsOf(POLICE, "ends_at = '2026-04-03T00:00:00Z'")).isEqualTo(1);
    }

    @Test
    void anInvitationOfAnybodyElseOpensNothing() {
        invites(HOSPITAL, POLICE, "2026-03-20");

        assertThat(reasonsOf(POLICE, "true")).isZero();
        assertThat(northton.count("facts.fact WHERE kind = 'meeting'")).isEqualTo(1);
    }

    @Test
    void aMeetingOfAnotherCenturyOpensTheRecordForWeeksAndNotForEver() {
        invites(CARE, POLICE, "2126-03-20");

        assertThat(reasonsOf(POLICE, "ends_at < starts_at + interval '105 days'")).isEqualTo(1);
    }

    private void invites(AgencyId sender, AgencyId invited, String day) {
        northton.send(
                sender,
                """
                "kind":"meeting","when":"2026-03-02","to":["%s"],"people":[{"role":"subject","localId":"c1",
                "names":[{"given":"Robin","family":"Vale"}],"dateOfBirth":"2025-11-01"}],
                "body":{"type":"strategy","stage":"planned","on":"%s"}
                """
                        .formatted(invited.value(), day));
        northton.run();
    }

    private long reasonsOf(AgencyId agency, String until) {
        return northton.count(
                """
                access.relationship
                 WHERE kind = 'conference' AND grantee = '%s' AND %s
                """
                        .formatted(agency.value(), until));
    }
}
