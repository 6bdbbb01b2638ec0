package sightline.population;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

final class NumbersTest {

    private final Numbers numbers = new Numbers(11);

    @Test
    void everyNhsNumberIsOfTheTestRangeWithItsCheckDigitAndUsedOnce() {
        Set<String> seen = new HashSet<>();
        for (int person = 0; person < 909_091; person += 7) {
            String number = numbers.nhs(person).orElseThrow();
            assertThat(number).hasSize(10).startsWith("999");
            assertThat(checksOut(number)).isTrue();
            assertThat(seen.add(number)).isTrue();
        }
    }

    @Test
    void thoseAfterTheLastNumberOfTheTestRangeHaveNone() {
        assertThat(numbers.nhs(909_090)).isPresent();
        assertThat(numbers.nhs(909_091)).isEmpty();
    }

    @Test
    void pncIdsHaveTheRightLetterAndASerialThatMarksThemMadeUp() {
        String id = numbers.pnc(someone(4));

        assertThat(id).matches("\\d{4}/99\\d{5}[ZABCDEFGHJKLMNPQRTUVWXY]");
        long checked = Long.parseLong(id.substring(2, 4) + id.substring(5, 12));
        assertThat(id.charAt(12)).isEqualTo("ZABCDEFGHJKLMNPQRTUVWXY".charAt((int) (checked % 23)));
    }

    @Test
    void pupilNumbersHaveTheRightLetterAndAPseudoAuthority() {
        String upn = numbers.upn(someone(123_456), 1);

        assertThat(upn).matches("[A-HJ-NP-RT-Z]002\\d{9}");
        int sum = 0;
        for (int i = 1; i < 13; i++) {
            sum += (upn.charAt(i) - '0') * (i + 1);
        }
        assertThat(upn.charAt(0)).isEqualTo("ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23));
    }

    @Test
    void telephonesAndMailAreOfRangesThatReachNobody() {
        assertThat(numbers.mobile(someone(9))).matches("07700 900\\d{3}");
        assertThat(numbers.email(someone(9))).endsWith("@example.org");
    }

    static boolean checksOut(String number) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (number.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == number.charAt(9) - '0';
    }

    private static Someone someone(int id) {
        Home home = new Home(0, Home.Sort.FAMILY, Home.Tenure.OWNED, 0, 0);
        String[] names = {"Ada", "", "Brook", "Brook"};
        return new Someone(id, 15_000, Sex.FEMALE, NamingSystem.BRITISH, names, home);
    }
}
