package sightline.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.AgencyType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

final class KindsTest {
    @Test
    void everyBodyHasARowInTheTable() {
        List<Class<?>> bodies =
                Arrays.stream(Body.class.getPermittedSubclasses())
                        .flatMap(group -> Arrays.stream(group.getPermittedSubclasses()))
                        .<Class<?>>map(c -> c)
                        .toList();

        assertThat(Kinds.all()).extracting(Kinds.Kind::body).hasSameSizeAs(bodies);
        assertThat(bodies).allSatisfy(b -> assertThat(Kinds.all()).anyMatch(k -> k.body() == b));
    }

    @Test
    void namesAKindInKebabCase() {
        assertThat(Kinds.slug(HealthBody.InjuryObserved.class)).isEqualTo("injury-observed");
    }

    @Test
    void onlyThePoliceMayAssertAPoliceIncident() {
        Kinds.Kind incident = Kinds.of(PoliceBody.PoliceIncident.class);

        assertThat(incident.mayBeAssertedBy(AgencyType.POLICE)).isTrue();
        assertThat(incident.mayBeAssertedBy(AgencyType.SCHOOL)).isFalse();
    }

    @Test
    void codesAreTheEnumsTruthsAndNumbersOfABody() {
        var visit =
                new CareBody.Visit(
                        PoliceBody.VisitOutcome.SEEN_ALONE,
                        CareBody.VisitReason.UNDER_PLAN,
                        true,
                        false,
                        java.util.Optional.empty());

        assertThat(Codes.of(visit))
                .isEqualTo(
                        Map.of(
                                "outcome", "seen-alone",
                                "reason", "under-plan",
                                "announced", "true",
                                "skin-seen", "false"));
    }

    @Test
    void codesOfRecordsWithinABodyAreNamedByTheirField() {
        var mark =
                new HealthBody.Mark(
                        HealthBody.Site.CHEEK,
                        HealthBody.Side.LEFT,
                        HealthBody.MarkKind.BRUISE,
                        1,
                        java.util.Optional.empty(),
                        java.util.Optional.empty());
        var injury =
                new HealthBody.InjuryObserved(
                        List.of(mark, mark),
                        List.of(),
                        new sightline.core.kernel.When.Unknown(),
                        java.util.Optional.of(false),
                        false,
                        java.util.Optional.empty());

        assertThat(Codes.of(injury))
                .containsEntry("marks.kind", "bruise,bruise")
                .containsEntry("mobile", "false");
    }
}
