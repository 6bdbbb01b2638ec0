package sightline.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

final class IdsTest {
    private static final AgencyId POLICE = new AgencyId("westmarsh-police");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Police", "a b", "-a", "a-", "a--b", "é", "a/b", "a:b", "a\n"})
    void refusesAnAgencyIdThatIsNoSlug(String value) {
        assertThatThrownBy(() -> new AgencyId(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a slug");
    }

    @Test
    void anAgencyThatNoDirectoryNamesIsNamedByTheWordsOfItsId() {
        assertThat(new AgencyId("health-department").inWords()).isEqualTo("Health department");
        assertThat(new AgencyId("a").inWords()).isEqualTo("A");
    }

    @Test
    void allowsSlugsOfSixtyFourCharactersAndNoMore() {
        assertThat(new AreaId("a".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new AreaId("a".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", " x", "x ", "a\tb", "a\u0000b"})
    void refusesAMessageIdThatCouldNotBeTypedBack(String value) {
        assertThatThrownBy(() -> new MessageId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allowsForeignIdsOfOneHundredAndTwentyEightCharactersAndNoMore() {
        assertThat(new MessageId("x".repeat(128)).value()).hasSize(128);
        assertThatThrownBy(() -> new MessageId("x".repeat(129)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40017", "C/2019:7", "a#1", "case 12 b", ":x"})
    void readsASourceRecordBackFromItsText(String localId) {
        var record = new SourceRecord(POLICE, localId);

        assertThat(SourceRecord.parse(record.text())).isEqualTo(record);
        assertThat(record).hasToString("westmarsh-police:" + localId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m-1", "a/b/c", "2024#7", "a#b/c:d"})
    void readsAFactIdBackFromItsText(String messageId) {
        var fact = new FactId(new MessageRef(POLICE, new MessageId(messageId)), 12);

        assertThat(FactId.parse(fact.text())).isEqualTo(fact);
        assertThat(fact.text()).isEqualTo("westmarsh-police/" + messageId + "#12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "police/m",
                "police/m#",
                "police/m#x",
                "police/m#-1",
                "police/m#99999",
                "m#0"
            })
    void refusesATextThatIsNoFactId(String text) {
        assertThatThrownBy(() -> FactId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ordersFactsOfAMessageByNumberNotByText() {
        var message = new MessageRef(POLICE, new MessageId("m"));
        var facts = Stream.of(10, 2, 0).map(n -> new FactId(message, n)).sorted().toList();

        assertThat(facts).extracting(FactId::ordinal).isEqualTo(List.of(0, 2, 10));
    }

    @Test
    void printsNeitherTextNorSecretsNorDatesOfBirth() {
        assertThat(new Text("Mina told her teacher")).hasToString("Text[21 chars]");
        assertThat(Sensitive.of("12 Invented Row")).hasToString("Sensitive[redacted]");
        assertThat(PartialDate.parse("2019-04-02").toString()).doesNotContain("2019");
    }

    @Test
    void refusesATextLongerThanAMessage() {
        var tooLong = "x".repeat(Text.MAX_LENGTH + 1);

        assertThatThrownBy(() -> new Text(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(Nation.class)
    void findsANationByItsSlug(Nation nation) {
        assertThat(Nation.of(nation.slug())).contains(nation);
        assertThat(nation.title()).isNotBlank();
    }
}
