package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

final class SchemeTest {

    @ParameterizedTest
    @CsvSource({
        "NHS, 9434765919, true",
        "NHS, 9434765870, true",
        "NHS, 6716689966, true",
        "NHS, 9434765918, false",
        "NHS, 0000000000, false",
        "NHS, 943476591, false",
        "CHI, 0101336489, true",
        "CHI, 9434765919, false",
        "UPN, b801200005001, true",
        "UPN, c801200005001, false",
        "IBAN, gb82west12345698765432, true",
        "IBAN, gb83west12345698765432, false",
        "IBAN, de89370400440532013000, true",
        "LUHN, 4111111111111111, true",
        "LUHN, 4111111111111112, false",
        "LUHN, 046454286, true",
        "NINO, qq123456c, false",
        "NINO, ab123456c, true",
        "NINO, bg123456c, false",
        "SSN, 123456789, true",
        "SSN, 000456789, false",
        "SSN, 666456789, false",
    })
    void knowsWhatIsRight(Scheme scheme, String value, boolean right) {
        assertThat(scheme.isValid(value)).isEqualTo(right);
    }

    @Test
    void aColumnOfRightNumbersIsAnIdentifierWhateverItIsCalled() {
        Field field = recognised("col7", ComparatorsTest.nhsNumbers(60));

        assertThat(field.kind()).isEqualTo(FieldKind.IDENTIFIER);
        assertThat(field.reason()).isEqualTo("NHS numbers in it");
    }

    @Test
    void tenDigitsWithoutACheckDigitAreNoNhsNumbers() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            numbers.add("07%08d".formatted(700_000 + i * 7919L));
        }

        assertThat(recognised("col7", numbers).kind()).isEqualTo(FieldKind.PHONE);
    }

    @Test
    void aNameIsStrengthenedByWhatStandsInTheColumn() {
        assertThat(recognised("nhs_number", ComparatorsTest.nhsNumbers(60)).reason())
                .isEqualTo("its name, and NHS numbers in it");
    }

    private static Field recognised(String name, List<String> values) {
        List<String> twice = new ArrayList<>(values);
        twice.addAll(values);
        Table table = Table.of("t", List.of(Column.of(name, twice)));
        return Linkage.propose(List.of(table)).fields().getFirst();
    }
}
