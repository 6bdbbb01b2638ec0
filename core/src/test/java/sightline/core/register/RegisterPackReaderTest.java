package sightline.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import sightline.core.register.RegisterPack.Status;

import java.util.List;

/** Packs are data; one that cannot be relied on is refused, with what to write instead. */
final class RegisterPackReaderTest {
    private static final String SOA = Lives.pack("soa-2003").yaml();

    @Test
    void everyShippedPackReadsAndSaysWhereEachOfItsValuesComesFrom() {
        List<RegisterPack> packs = RegisterPackReader.shipped();
        assertThat(packs).extracting(RegisterPack::key).doesNotHaveDuplicates().hasSize(8);
        assertThat(packs)
                .allSatisfy(pack ->
                        assertThat(PackSheet.of(pack))
                                .isNotEmpty()
                                .allSatisfy(row -> {
                                    assertThat(row.law().source()).isNotBlank();
                                    assertThat(row.law().mark()).isIn("P", "S", "C", "GK", "INF");
                                }));
    }

    @Test
    void whatWasOnlyAnnouncedSaysSo() {
        RegisterPack announced = Lives.pack("ccr-2026");
        assertThat(announced.status()).isEqualTo(Status.PROVISIONAL);
        assertThat(PackSheet.of(announced))
                .filteredOn(row -> !row.section().equals("Who"))
                .allMatch(row -> row.law().unconfirmed());
    }

    @Test
    void aPackWithAHoleIsRefused() {
        refused(
                SOA.replace("  - {length: 60 months, source: s82, mark: S}\n", ""),
                "Pack soa-2003: it has a hole: a sentence under 'schedule-3' may fit none of its"
                        + " periods\nadd a last period without conditions");
    }

    @Test
    void whatItDoesNotKnowIsNamed() {
        refused(
                SOA.replace("offences: [sexual]", "offences: [wizardry]"),
                "'wizardry' is no offence-group");
        refused(SOA.replace("of: [name, home", "of: [shoe, home"), "'shoe' is no notice");
        refused(SOA.replace("status: in-force", "status: rumoured"), "'rumoured' is no status");
        refused(
                SOA.replace("counting: beginning-with", "counting: slowly"),
                "'slowly' is no way of counting");
        refused(
                SOA.replace("length: 24 months", "length: a while"),
                "The limit 'a while' cannot be read");
        refused(
                SOA.replace("same-release: {within: 28 days", "same-release: {within: 4 weeks"),
                "'same-release' is within days, as in '28 days'");
        refused(SOA.replace("mark: P}", "mark: }"), "no YAML", "'mark' is missing");
        refused(
                SOA.replace("register: soa-2003", "register: SOA 2003"),
                "'register' must be lower-case");
        refused("register: [", "no YAML");
        refused("", "'register' is missing");
    }

    @Test
    void aPeriodForATriggerThatIsNoneOfItsIsRefused() {
        refused(
                Lives.pack("nsw")
                        .yaml()
                        .replace("of: [class-1], length: 180", "of: [class-9], length: 180"),
                "a period is for 'class-9', which is no trigger of it");
    }

    private static void refused(String yaml, String... anyOf) {
        assertThatThrownBy(() -> RegisterPackReader.read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal ->
                        assertThat(List.of(anyOf))
                                .anySatisfy(
                                        part -> assertThat(refusal.getMessage()).contains(part)));
    }
}
