package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.Collections;

/**
 * A man who is convicted under the name that his friends call him, or that a clerk heard, and is
 * named at a birth as his passport has it: somebody is asked at least, and never nobody. Each pair
 * shares a birthday and nothing else, no number and no address.
 */
final class SpokenFormsTest {
    private static final String BORN = "1988-03-09";

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Sean O'Brien,        Shaun OBrien
                    Katarzyna Nowak-Smith, Kasia Nowak
                    Alexander Petrov,    Sasha Petroff
                    Oluwaseun Adebayo,   Seun Adebayo
                    Oluwadamilola Bello, Damilola Bello
                    Siobhan Kelly,       Chivonne Kelly
                    Zbigniew Kowal,      Zibi Kowal
                    Tadhg Murphy,        Tim Murphy
                    Giovanni Russo,      Gianni Russo
                    Volodymyr Bondar,    Vova Bondar
                    Stephen Marsh,       Steven Marsh
                    """)
    void whoIsCalledOtherwiseIsAskedAboutAtLeast(String one, String other) {
        assertMet(details("1", one, BORN), details("2", other, BORN));
    }

    @ParameterizedTest
    @CsvSource({"1989-03-09", "1987-03-09", "1988-09-03", "1998-03-09"})
    void soIsWhoseBirthdayIsWrittenWrongly(String born) {
        assertMet(details("1", "Callum Stead", BORN), details("2", "Callum Stead", born));
    }

    private static void assertMet(RecordDetails one, RecordDetails other) {
        assertThat(Collections.disjoint(BlockingKeys.of(one), BlockingKeys.of(other)))
                .as("never compared")
                .isFalse();
        assertThat(PersonComparison.compare(one, other).certainty())
                .isNotEqualTo(Certainty.NOT_KNOWN);
    }

    private static RecordDetails details(String id, String name, String born) {
        return RecordDetails.about(new SourceRecord(new AgencyId("stonebeck-police"), id))
                .named(name.split(" ", -1))
                .born(new PartialDate.Day(LocalDate.parse(born)))
                .sex(Sex.MALE)
                .build();
    }
}
