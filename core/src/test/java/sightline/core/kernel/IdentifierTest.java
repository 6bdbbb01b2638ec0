package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Year;
import java.util.List;
import java.util.stream.Stream;

final class IdentifierTest {
    private static final AgencyId WESTMARSH = new AgencyId("westmarsh-council");

    static List<IdentifierVectors.Row> vectors() {
        return IdentifierVectors.all();
    }

    static Stream<IdentifierVectors.Row> validVectors() {
        return vectors().stream().filter(IdentifierVectors.Row::valid);
    }

    @Test
    void readsEveryRowOfTheVectors() {
        assertThat(vectors()).hasSize(57);
        assertThat(validVectors()).hasSize(33);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithTheVector(IdentifierVectors.Row row) {
        var parsed = Identifier.parse(row.type(), row.written());

        assertThat(parsed.toOptional().isPresent()).isEqualTo(row.valid());
    }

    @ParameterizedTest
    @MethodSource("validVectors")
    void writesTheNormalFormOfTheVector(IdentifierVectors.Row row) {
        var identifier = Identifier.parse(row.type(), row.written()).orThrow();

        var shown =
                row.type() == IdentifierType.NHS
                        ? new NhsNumber(identifier.value()).spaced()
                        : identifier.value();

        // A NINO without its suffix is kept without the blank that stands for it in the vectors.
        var expected = row.normal().isEmpty() ? row.written() : row.normal().stripTrailing();
        assertThat(shown).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("validVectors")
    void readsItsNormalFormAsItself(IdentifierVectors.Row row) {
        var once = Identifier.parse(row.type(), row.written()).orThrow();

        assertThat(Identifier.parse(row.type(), once.value()).orThrow()).isEqualTo(once);
        assertThat(new Identifier(once.type(), once.value())).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void neverRepeatsTheValueWhenPrintedOrRefused(IdentifierVectors.Row row) {
        var parsed = Identifier.parse(row.type(), row.written());

        assertThat(parsed.toString()).doesNotContain(row.written());
        if (parsed instanceof Parsed.Invalid<Identifier>) {
            assertThatThrownBy(parsed::orThrow)
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain(row.written())
                    .contains("\n");
        }
    }

    @ParameterizedTest
    @EnumSource(IdentifierType.class)
    void refusesNothingAndNonsenseAndTheVeryLong(IdentifierType type) {
        assertThat(Identifier.parse(type, "").toOptional()).isEmpty();
        assertThat(Identifier.parse(type, "   ").toOptional()).isEmpty();
        assertThat(Identifier.parse(type, "9".repeat(100_000)).toOptional()).isEmpty();
        if (type != IdentifierType.OTHER) {
            assertThat(Identifier.parse(type, "\u0000';--").toOptional()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(IdentifierType.class)
    void findsATypeByItsSlug(IdentifierType type) {
        assertThat(IdentifierType.of(type.slug())).contains(type);
        assertThat(type.title()).isNotBlank();
    }

    @Test
    void knowsNoTypeOfAnotherName() {
        assertThat(IdentifierType.of("ssn")).isEmpty();
    }

    @Test
    void refusesToBeMadeOfAFormThatIsNotNormal() {
        assertThatThrownBy(() -> new Identifier(IdentifierType.PNC, "81/34U"))
                .hasMessageContaining("normal form");
        assertThatThrownBy(() -> new NhsNumber("943 476 5919")).hasMessageContaining("normal form");
        assertThatThrownBy(() -> new NhsNumber("9434765871")).hasMessageContaining("check digit");
    }

    @Test
    void readsTwoSpellingsAsOneIdentifier() {
        var spaced = Identifier.parse(IdentifierType.NHS, "943 476 5919").orThrow();
        var hyphened = Identifier.parse(IdentifierType.NHS, "943-476-5919").orThrow();

        assertThat(spaced).isEqualTo(hyphened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1111111111", "0000000000", "7777777777"})
    void refusesAnNhsNumberOfOneDigitAlthoughItsCheckMayBeRight(String placeholder) {
        assertThat(NhsNumber.parse(placeholder)).isInstanceOf(Parsed.Invalid.class);
    }

    @Test
    void warnsOfNhsNumbersKeptForTestsAndOfRangesNeverIssued() {
        assertThat(warnings(NhsNumber.parse("9993395633")))
                .singleElement()
                .asString()
                .contains("kept for tests");
        assertThat(warnings(NhsNumber.parse("9434765919")))
                .singleElement()
                .asString()
                .contains("range");
        assertThat(warnings(NhsNumber.parse("4505577104"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026,26,2026", "2026,27,1927", "2026,99,1999", "2026,00,2000", "2030,27,2027"})
    void takesTheCenturyOfAShortPncIdFromTheYearOfWriting(int written, String digits, int year) {
        var letter = CheckLetters.POLICE.of(Long.parseLong(digits + "0000034"));

        var parsed = PncId.parse(digits + "/34" + letter, Year.of(written)).orThrow();

        assertThat(parsed.value()).isEqualTo(year + "/0000034" + letter);
    }

    @ParameterizedTest
    @CsvSource({"00,2000", "49,2049", "50,1950", "99,1999"})
    void takesTheCenturyOfAShortPncIdWithoutAYearFromTheMiddleOfTheCentury(
            String digits, int year) {
        var letter = CheckLetters.POLICE.of(Long.parseLong(digits + "0000034"));

        var parsed = PncId.parse(digits + "/34" + letter).orThrow();

        assertThat(parsed.value()).isEqualTo(year + "/0000034" + letter);
    }

    @Test
    void readsALongPncIdWhoseSerialIsNotPadded() {
        assertThat(PncId.parse("1981/34u").orThrow().value()).isEqualTo("1981/0000034U");
    }

    @Test
    void warnsOfASchoolAuthorityThatIsNotListed() {
        assertThat(warnings(Upn.parse("A950000178301"))).hasSize(1);
        assertThat(warnings(Upn.parse("B801200005001"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 201, 420, 660, 681, 701, 708, 838, 839, 841, 940, 941})
    void knowsTheAuthoritiesThatOlderListsLack(int code) {
        assertThat(SchoolAuthorityCodes.known(code)).isTrue();
    }

    @Test
    void tellsATemporaryPupilNumber() {
        assertThat(Upn.parse("A80120000501A").orThrow().temporary()).isTrue();
        assertThat(Upn.parse("B801200005001").orThrow().temporary()).isFalse();
        assertThat(Upn.parse("B801200005001").orThrow().authorityCode()).isEqualTo("801");
    }

    @Test
    void matchesANationalInsuranceNumberByItsBody() {
        var full = Identifier.parse(IdentifierType.NINO, "AB 12 34 56 C").orThrow();
        var without = Identifier.parse(IdentifierType.NINO, "AB123456").orThrow();

        assertThat(full.matchKey()).isEqualTo(without.matchKey()).isEqualTo("AB123456");
        assertThat(full).isNotEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource({"74023685,74023685", "000100120883950,100120883950", "100 014 033,100014033"})
    void readsUprns(String raw, String normal) {
        assertThat(Uprn.parse(raw).orThrow().value()).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5x", "1234567890123"})
    void refusesWhatIsNoUprn(String raw) {
        assertThat(Uprn.parse(raw)).isInstanceOf(Parsed.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({"rxf,RXF", "RXF05,RXF05", "l81008,L81008", "FLM49,FLM49"})
    void readsOdsCodes(String raw, String normal) {
        assertThat(OdsCode.parse(raw).orThrow().value()).isEqualTo(normal);
    }

    @Test
    void readsPrisonNumbersOfTheRealPattern() {
        assertThat(PrisonNumber.parse("a1234bc").orThrow().value()).isEqualTo("A1234BC");
    }

    @Test
    void keepsAChildIdTogetherWithItsAuthority() {
        var plain = Identifier.parse(IdentifierType.LA_CHILD_ID, "40017");
        var sent = Identifier.parse(IdentifierType.LA_CHILD_ID, "40017", WESTMARSH, Year.of(2025));
        var full = Identifier.parse(IdentifierType.LA_CHILD_ID, "westmarsh-council:40017");

        assertThat(plain).isInstanceOf(Parsed.Invalid.class);
        assertThat(sent.orThrow()).isEqualTo(full.orThrow());
        assertThat(Identifier.parse(IdentifierType.LA_CHILD_ID, "Not An Agency:40017"))
                .isInstanceOf(Parsed.Invalid.class);
    }

    @Test
    void warnsOfALongChildId() {
        assertThat(warnings(LocalAuthorityChildId.parse(WESTMARSH, "12345678901"))).hasSize(1);
        assertThat(warnings(LocalAuthorityChildId.parse(WESTMARSH, "1234567890"))).isEmpty();
    }

    @Test
    void readsAPncIdByTheYearOfTheMessage() {
        var parsed = Identifier.parse(IdentifierType.PNC, "81/34U", WESTMARSH, Year.of(2025));

        assertThat(parsed.orThrow().value()).isEqualTo("1981/0000034U");
    }

    private static List<String> warnings(Parsed<?> parsed) {
        return parsed instanceof Parsed.Valid<?> valid ? valid.warnings() : List.of("invalid");
    }
}
