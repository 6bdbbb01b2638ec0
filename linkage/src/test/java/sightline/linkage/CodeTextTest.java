package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a cell is the identifier. */
final class CodeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    imo_no | IMO 9074729 | 9074729
                    imo_no | IMO9074729 | 9074729
                    imo_no | 9074729 | 9074729
                    url | https://doi.org/10.1000/182 | 101000182
                    url | doi:10.1000/182 | 101000182
                    DOI | 10.1000/182 | 101000182
                    orcid | https://orcid.org/0000-0002-1825-0097 | 0000000218250097
                    cro | 123456/01A | 12345601a
                    imo | imola | imola
                    plate | AB12 CDE | ab12cde
                    link | https://example.org/about | httpsexampleorgabout
                    """)
    void whatOnlySaysWhatTheCodeIsIsNoPartOfIt(String header, String cell, String code) {
        assertThat(CodeText.of(cell, header)).isEqualTo(code);
    }
}
