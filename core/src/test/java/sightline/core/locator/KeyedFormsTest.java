package sightline.core.locator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonBody.PersonName;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Sensitive;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

final class KeyedFormsTest {
    private static final PairKey PAIR = PairKey.of(secret(1));

    @Test
    void howANameIsWrittenMakesNoDifferenceAndAnotherDayOfBirthDoes() {
        assertThat(forms("Zoë-Anne", "O'Brien", "1984-11-17"))
                .isEqualTo(forms("ZOE ANNE", "OBrien", "1984-11-17"))
                .isNotEqualTo(forms("Zoë-Anne", "O'Brien", "1984-11-18"))
                .hasSize(1);
    }

    @Test
    void aYearOfBirthAloneOrHalfANameIsNoForm() {
        assertThat(forms("Zoe", "Brien", "1984")).isEmpty();
        assertThat(forms("", "Brien", "1984-11-17")).isEmpty();
    }

    @Test
    void numbersComeFirstAndNoMoreThanTheMostAreCompared() {
        List<PersonName> aliases =
                IntStream.range(0, 30)
                        .mapToObj(i ->
                                new PersonName(
                                        List.of("Kit" + (char) ('a' + i % 26)),
                                        "Rowsell" + (char) ('a' + i / 26),
                                        PersonName.Use.ALIAS))
                        .toList();
        List<Sensitive<String>> forms =
                PersonForms.of(List.of(person(aliases, "1984-11-17", "9990001405")));

        assertThat(forms).hasSize(PersonForms.MOST);
        assertThat(forms.getFirst().value()).isEqualTo("nhs 9990001405");
    }

    @Test
    void aHashMeansSomethingToOnePairInOneWeekAlone() {
        Sensitive<String> form = Sensitive.of("nhs 9990001405");
        String hash = PAIR.hash(form, 2_934);

        assertThat(hash).hasSize(PairKey.HASH_LETTERS).matches("[0-9a-f]+");
        assertThat(PairKey.of(secret(1)).hash(form, 2_934)).isEqualTo(hash);
        assertThat(PairKey.of(secret(2)).hash(form, 2_934)).isNotEqualTo(hash);
        assertThat(PAIR.hash(form, 2_935)).isNotEqualTo(hash);
        assertThat(PAIR.toString()).isEqualTo("PairKey[hidden]");
    }

    @Test
    void aWeekBeginsOnAThursdayAtMidnightInGreenwich() {
        assertThat(PairKey.epoch(Instant.EPOCH.minusSeconds(1))).isEqualTo(-1);
        assertThat(PairKey.epoch(Instant.parse("1970-01-07T23:59:59Z"))).isZero();
        assertThat(PairKey.epoch(Instant.parse("1970-01-08T00:00:00Z"))).isEqualTo(1);
    }

    @Test
    void aSecretThatIsTooShortIsNone() {
        assertThatThrownBy(() -> PairKey.of(new byte[8]))
                .hasMessageContaining("8 bytes, not 32")
                .hasMessageContaining("peer secret");
    }

    private static List<String> forms(String given, String family, String born) {
        var name = new PersonName(List.of(given), family, PersonName.Use.CURRENT);
        return PersonForms.of(List.of(person(List.of(name), born, ""))).stream()
                .map(Sensitive::value)
                .toList();
    }

    private static PersonBody.Person person(List<PersonName> names, String born, String nhs) {
        return new PersonBody.Person(
                names,
                Optional.of(PartialDate.parse(born)),
                Optional.empty(),
                nhs.isEmpty() ? List.of() : List.of(new Identifier(IdentifierType.NHS, nhs)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static byte[] secret(int filled) {
        byte[] secret = new byte[PairKey.BYTES];
        Arrays.fill(secret, (byte) filled);
        return secret;
    }
}
