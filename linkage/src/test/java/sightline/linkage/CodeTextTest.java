package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

/** What of a cell is the identifier. */
final class CodeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    IMO 9074729 | 9074729
                    IMO9074729 | 9074729
                    9074729 | 9074729
                    NHS No. 943 476 5919 | 9434765919
                    https://doi.org/10.1000/182 | 101000182
                    HTTP://DX.DOI.ORG/10.1000/182 | 101000182
                    doi:10.1000/182 | 101000182
                    10.1000/182 | 101000182
                    https://orcid.org/0000-0002-1825-0097 | 0000000218250097
                    https://isni.org/isni/0000000121032683 | 0000000121032683
                    123456/01A | 12345601a
                    imola | imola
                    NHS 17 | nhs17
                    AB12 CDE | ab12cde
                    https://example.org/about | httpsexampleorgabout
                    https://doi.org/about | httpsdoiorgabout
                    """)
    void whatOnlySaysWhatTheCodeIsIsNoPartOfIt(String cell, String code) {
        assertThat(CodeText.of(cell)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "uhb:1234567, hgs:1234567",
        "https://hospital-a.example/patient/17, https://hospital-b.example/patient/17",
        "CR.LEEDS/2024/17, CR.YORK/2024/17",
        "https://doi.org.a.example/1234567, https://doi.org.b.example/1234567",
        "https://a.example/doi.org/1234567, https://b.example/doi.org/1234567",
        "a: b: 1234567, b: b: 1234567",
        "pat 1234567, case 1234567",
    })
    void whoGaveANumberOutIsAPartOfIt(String one, String other) {
        assertThat(CodeText.of(one)).isNotEqualTo(CodeText.of(other));
    }

    @Test
    void theSameCellIsTheSameIdentifierUnderAnyHeader() {
        for (String cell : List.of("PAT 1234567", "IMO 9074729", "uhb:1234567")) {
            assertThat(
                            Stream.of("pat_no", "imo", "uhb", "case_no")
                                    .map(header -> Column.of(header, List.of(cell)))
                                    .map(c -> Records.rule(FieldKind.IDENTIFIER, c).apply(cell)))
                    .as(cell)
                    .containsOnly(CodeText.of(cell));
        }
    }

    @Test
    void aLongTextIsLeftAsItIs() {
        assertThat(CodeText.of("a:".repeat(10_000) + "1234567"))
                .isEqualTo("a".repeat(10_000) + "1234567");
        assertThat(CodeText.of("a.".repeat(10_000) + "uk/1234567"))
                .isEqualTo("a".repeat(10_000) + "uk1234567");
        assertThat(CodeText.of("doi:10.1000/" + "1".repeat(20_000))).startsWith("doi101000");
    }
}
