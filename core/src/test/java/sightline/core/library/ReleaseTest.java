package sightline.core.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Sensitive;
import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.PublicationPolicy.LaterOrder;
import sightline.core.library.Release.Answer;
import sightline.core.library.Release.Missing;
import sightline.core.library.ReleaseEntry.Counted;
import sightline.core.library.ReleaseEntry.Embargoed;
import sightline.core.library.ReleaseEntry.FamilyTold;
import sightline.core.library.ReleaseEntry.HarmAssessed;
import sightline.core.library.ReleaseEntry.ProcessBegan;
import sightline.core.library.ReleaseEntry.ProcessEnded;
import sightline.core.library.ReleaseEntry.Redacted;
import sightline.core.library.ReleaseEntry.Released;
import sightline.core.library.ReleaseEntry.RiskAccepted;
import sightline.core.library.ReleaseEntry.Scanned;
import sightline.core.library.ReleaseEntry.Withdrawn;
import sightline.core.library.ReleaseEntry.Withheld;
import sightline.core.reviews.By;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ReleaseTest {
    private static final Instant NOW = Instant.parse("2026-09-15T09:00:00Z");
    private static final LocalDate BEGUN = LocalDate.of(2025, 1, 10);

    private static List<ReleaseEntry> whole() {
        return new ArrayList<>(
                List.of(
                        new Redacted("author", NOW, "d1", 6),
                        new Scanned("author", NOW, "d1", 0, List.of(), ""),
                        new Counted("author", NOW, "under 1, 2024", 240, List.of(), ""),
                        new HarmAssessed("lead", NOW, "a sister", "the mother", "two neighbours"),
                        new FamilyTold("lead", NOW, "a visit")));
    }

    private static ReleaseFile file(List<ReleaseEntry> entries) {
        return new ReleaseFile(BEGUN, Optional.empty(), "d1", entries, Optional.of(List.of()));
    }

    @Test
    void twoDifferentPeopleReleaseIt() {
        List<ReleaseEntry> entries = whole();
        Answer first = Release.by("anna", Extent.FULL, file(entries), NOW);
        assertThat(first).isInstanceOf(Answer.First.class);
        entries.add(((Answer.First) first).entry());
        assertThat(Release.by("anna", Extent.FULL, file(entries), NOW))
                .isEqualTo(new Answer.Refused(List.of(Missing.SECOND_PERSON)));
        assertThat(Release.by("bela", Extent.FULL, file(entries), NOW))
                .isInstanceOf(Answer.Out.class);
    }

    @Test
    void eachThingThatIsMissingIsRefusedByItsName() {
        assertThat(Release.missing(file(List.of()), Extent.FULL, NOW))
                .containsExactly(
                        Missing.REDACTION,
                        Missing.SCAN,
                        Missing.COUNT,
                        Missing.HARM,
                        Missing.FAMILY);
        refuses(new Scanned("a", NOW, "d1", 1, List.of(), ""), Missing.SCAN_HITS);
        refuses(new Scanned("a", NOW, "d0", 0, List.of(), ""), Missing.SCAN);
        refuses(new Redacted("a", NOW, "d0", 1), Missing.TEXT_CHANGED);
        refuses(new Counted("a", NOW, "under 1", 9, List.of(), ""), Missing.TOO_FEW);
        refuses(new HarmAssessed("a", NOW, "x", "", "z"), Missing.HARM);
        refuses(new ProcessBegan("a", NOW, "trial"), Missing.PROCESS);
        refuses(new Withheld("a", NOW, "trial", LocalDate.of(2026, 9, 16)), Missing.WITHHELD);
        refuses(new Withdrawn("a", NOW, "a name"), Missing.WITHDRAWN);
        assertThat(Missing.values())
                .allSatisfy(m -> assertThat(m.remedy()).isNotBlank().endsWith("."));
    }

    private static void refuses(ReleaseEntry added, Missing because) {
        List<ReleaseEntry> entries = whole();
        entries.add(added);
        assertThat(Release.missing(file(entries), Extent.FULL, NOW)).containsExactly(because);
    }

    @Test
    void whatRunsBesideTheReviewHoldsIt() {
        var inquest =
                new ReviewEntry.ProcessBegan(
                        new By("lead", new AgencyId("board"), Set.of(), Set.of()),
                        NOW,
                        "inquest",
                        ReviewEntry.Holds.PUBLICATION,
                        "the coroner asks");
        var held =
                new ReleaseFile(
                        BEGUN,
                        Optional.empty(),
                        "d1",
                        whole(),
                        Optional.of(List.of(new Review.Hold(1, inquest, NOW))));
        assertThat(held.processes()).containsExactly("inquest");
        assertThat(held.entered()).isEmpty();
        assertThat(Release.missing(held, Extent.FULL, NOW)).containsExactly(Missing.PROCESS);
    }

    @Test
    void whoeverCannotKnowWhatHoldsItIsNotToldThatNothingDoes() {
        var unknown = new ReleaseFile(BEGUN, Optional.empty(), "d1", whole(), Optional.empty());
        assertThat(Release.missing(unknown, Extent.FULL, NOW)).containsExactly(Missing.NOT_NAMED);
    }

    @Test
    void whatHeldItEnds() {
        List<ReleaseEntry> entries = whole();
        entries.add(new ProcessBegan("a", NOW, "trial"));
        entries.add(new ProcessEnded("a", NOW, "trial"));
        entries.add(new Counted("a", NOW, "under 1", 9, List.of(), ""));
        entries.add(new RiskAccepted("chair", NOW, 8, "no"));
        assertThat(Release.missing(file(entries), Extent.FULL, NOW)).contains(Missing.TOO_FEW);
        entries.add(new RiskAccepted("chair", NOW, 9, "the learning is needed now"));
        entries.add(new Withheld("a", NOW, "trial", LocalDate.of(2026, 9, 15)));
        assertThat(Release.missing(file(entries), Extent.FULL, NOW)).isEmpty();
    }

    @Test
    void theEmbargoHoldsToTheMinute() {
        List<ReleaseEntry> entries = whole();
        Instant until = Instant.parse("2026-09-18T09:00:00Z");
        entries.add(new Embargoed("lead", NOW, until));
        entries.add(new Released("anna", NOW, "d1", Extent.FULL));
        assertThat(((Answer.Out) Release.by("bela", Extent.FULL, file(entries), NOW)).from())
                .isEqualTo(until);
        assertThat(((Answer.Out) Release.by("bela", Extent.FULL, file(entries), until)).from())
                .isEqualTo(until);
    }

    /** Haringey: begun in 2007, a summary; in full when a later government ordered it. */
    @Test
    void anOlderReviewIsASummaryUntilALaterOrder() {
        LocalDate begun = LocalDate.of(2007, 8, 10);
        var order = new LaterOrder(LocalDate.of(2010, 10, 26), "the Education Secretary", "trust");
        var old = new ReleaseFile(begun, Optional.empty(), "d1", whole(), Optional.of(List.of()));
        assertThat(Release.missing(old, Extent.FULL, NOW)).containsExactly(Missing.EXTENT);
        assertThat(Release.missing(old, Extent.SUMMARY, NOW)).isEmpty();
        var ordered =
                new ReleaseFile(begun, Optional.of(order), "d1", whole(), Optional.of(List.of()));
        assertThat(Release.missing(ordered, Extent.FULL, NOW)).isEmpty();
        LocalDate dayBefore = LocalDate.of(2010, 10, 25);
        assertThat(PublicationPolicy.most(begun, Optional.of(order), dayBefore))
                .isEqualTo(Extent.SUMMARY);
        assertThat(PublicationPolicy.most(LocalDate.of(2010, 6, 10), Optional.empty(), dayBefore))
                .isEqualTo(Extent.FULL);
        assertThat(PublicationPolicy.most(LocalDate.of(2010, 6, 9), Optional.empty(), dayBefore))
                .isEqualTo(Extent.SUMMARY);
    }

    /** One person's first release of more takes nothing from what two released. */
    @Test
    void whatTwoReleasedLastIsOut() {
        List<ReleaseEntry> entries = whole();
        entries.add(new Released("anna", NOW, "d1", Extent.SUMMARY));
        assertThat(file(entries).out()).isEmpty();
        entries.add(new Released("bela", NOW, "d1", Extent.SUMMARY));
        entries.add(new Released("anna", NOW, "d1", Extent.FULL));
        assertThat(file(entries).out()).contains(Extent.SUMMARY);
        entries.add(new Released("bela", NOW, "d0", Extent.FULL));
        assertThat(file(entries).out()).contains(Extent.SUMMARY);
        entries.add(new Released("bela", NOW, "d1", Extent.FULL));
        assertThat(file(entries).out()).contains(Extent.FULL);
    }

    @Test
    void whoeverReleasedAnotherTextDoesNotCount() {
        List<ReleaseEntry> entries = whole();
        entries.add(new Released("anna", NOW, "d0", Extent.FULL));
        entries.add(new Released("carl", NOW, "d1", Extent.SUMMARY));
        assertThat(Release.by("bela", Extent.FULL, file(entries), NOW))
                .isInstanceOf(Answer.First.class);
        entries.add(new Released("anna", NOW, "d1", Extent.FULL));
        entries.add(new Withheld("lead", NOW, "trial", LocalDate.of(2026, 9, 1)));
        assertThat(Release.by("bela", Extent.FULL, file(entries), NOW))
                .isInstanceOf(Answer.First.class);
    }

    @Test
    void pseudonymsAreNoInitialsAndTwinsFollowEachOther() {
        var people =
                List.of(
                        new Pseudonyms.Somebody(
                                Pseudonyms.Kind.CHILD,
                                List.of(Sensitive.of("Gwen Tamsin Harrow"), Sensitive.of("Gwen"))),
                        new Pseudonyms.Somebody(
                                Pseudonyms.Kind.TWIN, List.of(Sensitive.of("Ada Harrow"))),
                        new Pseudonyms.Somebody(
                                Pseudonyms.Kind.TWIN, List.of(Sensitive.of("Bea Harrow"))));
        for (long seed = 0; seed < 50; seed++) {
            Pseudonyms key = Pseudonyms.of(people, seed);
            assertThat(key.given()).doesNotHaveDuplicates();
            assertThat(key.given().get(0)).startsWith("Child ").doesNotMatch("Child [GTH]");
            assertThat(key.given().get(1)).startsWith("Twin ").doesNotMatch("Twin [AH]");
            assertThat(key.applied("Gwen\nTamsin  HARROW’s sister and gwen; Gwendolen"))
                    .isEqualTo(
                            key.given().get(0)
                                    + "’s sister and "
                                    + key.given().get(0)
                                    + "; Gwendolen");
            assertThat(key.toString() + key.sealed()).doesNotContain("Gwen");
        }
        assertThat(Pseudonyms.of(people, 7).given()).isEqualTo(Pseudonyms.of(people, 7).given());
    }

    @Test
    void belowTenItIsToldMoreWidelyAndThenWithoutArea() {
        Reidentification.Population population =
                (place, from, to, _) -> (long) (to - from + 1) * (place.isPresent() ? 3 : 9_000);
        var told = new Reidentification.Told(List.of("Westmarsh"), 2, 2, 2024, 2024, List.of());
        var ways = Reidentification.widen(told, population);
        assertThat(ways.getFirst().k()).isEqualTo(3);
        assertThat(ways.getFirst().enough()).isFalse();
        assertThat(ways.getLast().enough()).isTrue();
        assertThat(ways.getLast().told().places()).containsExactly("Westmarsh");
        var twins =
                new Reidentification.Told(
                        List.of("Westmarsh", "the only special school"),
                        2,
                        2,
                        2024,
                        2024,
                        List.of(new Reidentification.Trait("a twin", 0.03)));
        var nowhere = Reidentification.widen(twins, population).getLast();
        assertThat(nowhere.told().places()).isEmpty();
        assertThat(nowhere.enough()).isTrue();
        assertThat(nowhere.told().words()).contains("area not given");
        Reidentification.Population nobody = (_, _, _, _) -> 1;
        assertThat(Reidentification.widen(twins, nobody).getLast().enough()).isFalse();
    }

    @Test
    void exactlyTenAreEnough() {
        var told = new Reidentification.Told(List.of("Westmarsh"), 0, 0, 2024, 2024, List.of());
        assertThat(Reidentification.count(told, (_, _, _, _) -> 10).enough()).isTrue();
        assertThat(Reidentification.count(told, (_, _, _, _) -> 9).enough()).isFalse();
        assertThat(told.words()).isEqualTo("under 1, 2024");
    }
}
