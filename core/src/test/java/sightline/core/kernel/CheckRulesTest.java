package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What check digits are for: one character misread is found. */
final class CheckRulesTest {
    private static final Set<IdentifierType> CHECKED =
            Set.of(IdentifierType.NHS, IdentifierType.PNC, IdentifierType.CRO, IdentifierType.UPN);

    static List<IdentifierVectors.Row> checked() {
        return IdentifierVectors.all().stream()
                .filter(IdentifierVectors.Row::valid)
                .filter(row -> CHECKED.contains(row.type()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("checked")
    void findsEveryDigitThatIsMisread(IdentifierVectors.Row row) {
        var identifier = Identifier.parse(row.type(), row.written()).orThrow();

        for (var misread : misread(identifier.value())) {
            assertThat(Identifier.parse(row.type(), misread).toOptional())
                    .as("%s read as %s", identifier.value(), misread)
                    .isEmpty();
        }
    }

    /** Each digit changed to each other, save the century of a PNC id, which no check covers. */
    private static List<String> misread(String value) {
        var all = new ArrayList<String>();
        for (var i = value.matches("[0-9]{4}/.*") ? 2 : 0; i < value.length(); i++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                if (Character.isDigit(value.charAt(i)) && value.charAt(i) != digit) {
                    all.add(value.substring(0, i) + digit + value.substring(i + 1));
                }
            }
        }
        return all;
    }
}
