package sightline.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.core.classification.Sign.Group;
import sightline.core.kernel.Text;

import java.util.List;

final class LogReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Caller says her ex-partner is outside | COUPLE",
                "She has separated from him | COUPLE",
                "The baby's father came to the door | COUPLE",
                "He had let himself in for a coat | COUPLE",
                "A row with her adult son | RELATIVE",
                "He pushed her against the wall | CONDUCT",
                "Sixty missed calls since noon, then 12 texts | CONDUCT",
                "He took her phone | CONDUCT",
                "Neighbour heard shouting | ROW",
                "She would not talk while he was in the room | GUARDED",
                "Red mark on her cheek | GUARDED",
                "A toddler was awake upstairs | CHILD",
                "A dispute with the next door tenant | OUTSIDER",
                "It was the television | OTHERWISE",
            })
    void findsWhatASignStandsFor(String log, Group group) {
        assertThat(groups(log)).contains(group);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No threats were made | CONDUCT",
                "She was not pushed by anybody | CONDUCT",
                "They are not partners | COUPLE",
                "His business partner rang | COUPLE",
                "Domestic waste left in the lane | ROW",
                "A couple of bins were over | COUPLE",
                "A row of garages | ROW",
                "She hit the kerb | CONDUCT",
                "He is an ex-colleague | COUPLE",
                "A fight between her sons, 12 and 9 | RELATIVE",
                "Her son, aged 9, was kicking off | RELATIVE",
            })
    void passesByWhatTheWordsDoNotMean(String log, Group group) {
        assertThat(groups(log)).doesNotContain(group);
    }

    @Test
    void aButEndsWhatIsDenied() {
        assertThat(groups("Not injured but he pushed her")).contains(Group.CONDUCT);
    }

    @Test
    void whatIsDeniedSpeaksAgainst() {
        assertThat(LogReading.of(new Text("No threats were made.")).against())
                .extracting(f -> f.quote().value())
                .contains("No threats");
    }

    @Test
    void saysWhereTheWordsStand() {
        String log = "Neighbour heard shouting. She was tearful.";

        for (FoundWords found : LogReading.of(new Text(log)).suggesting()) {
            assertThat(log.substring(found.from(), found.to())).isEqualTo(found.quote().value());
        }
    }

    @Test
    void anEmptyLogSaysNothing() {
        assertThat(LogReading.of(new Text("")).found()).isEmpty();
    }

    @Test
    void aLongLogTakesNoLongerThanItsLength() {
        String log = "She said no no no not never ".repeat(3_000);

        assertThat(LogReading.of(new Text(log)).log().value()).hasSize(log.length());
    }

    private static List<Group> groups(String log) {
        return LogReading.of(new Text(log)).found().stream()
                .filter(f -> !f.negated())
                .map(f -> f.sign().group())
                .toList();
    }
}
