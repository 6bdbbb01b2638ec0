package sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.kernel.SourceRecord;
import sightline.facts.AddressKey;

import java.util.List;
import java.util.Set;

final class RecollectionTest {
    private static final int MOST = 8;
    private final Recollection recollection = new Recollection(MOST);

    @Test
    void whatWasAskedForLongestAgoIsForgottenFirst() {
        for (int i = 0; i < MOST + 4; i++) {
            recollection.mentioning(record(i), List.of(fact(i)));
        }
        recollection.mentioning(record(0));

        recollection.shrink();

        assertThat(recollection.mentioning(record(0))).contains(List.of(fact(0)));
        assertThat(recollection.mentioning(record(1))).isEmpty();
        assertThat(recollection.mentioning(record(2))).isEmpty();
        assertThat(recollection.mentioning(record(3))).isEmpty();
        assertThat(recollection.mentioning(record(4))).contains(List.of(fact(4)));
        assertThat(recollection.mentioning(record(MOST + 3))).isPresent();
    }

    @Test
    void nothingIsForgottenWhereThereIsRoom() {
        for (int i = 0; i < MOST; i++) {
            recollection.mentioning(record(i), List.of(fact(i)));
        }

        recollection.shrink();

        assertThat(recollection.mentioning(record(0))).isPresent();
        assertThat(recollection.full()).isFalse();
    }

    @Test
    void whoeverWasForgottenIsAskedForAgainThoughMoreIsRecordedMeanwhile() {
        for (int i = 0; i < MOST + 1; i++) {
            recollection.mentioning(record(i), List.of(fact(i)));
        }
        recollection.shrink();

        recollection.appended(List.of(fact(0), fact(MOST)), Set.of());

        assertThat(recollection.mentioning(record(0))).as("half a list is none").isEmpty();
        assertThat(recollection.mentioning(record(MOST))).contains(List.of(fact(MOST), fact(MOST)));
    }

    @Test
    void whoIsAtAnAddressIsForgottenLikewise() {
        for (int i = 0; i < MOST + 4; i++) {
            recollection.occupying(
                    AddressKey.of(Told.address(i + " Elm Row")), 5, List.of(fact(i)));
        }

        recollection.shrink();

        assertThat(recollection.occupying(AddressKey.of(Told.address("0 Elm Row")), 5)).isEmpty();
        assertThat(recollection.occupying(AddressKey.of(Told.address("9 Elm Row")), 5)).isPresent();
    }

    private static SourceRecord record(int number) {
        return SourceRecord.parse("school:" + number);
    }

    private static Fact fact(int number) {
        return Told.by("school", "m" + number)
                .about("school:" + number)
                .at(number + " Elm Row")
                .lives();
    }
}
