package sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What must be so of an installation that was disturbed while it worked. */
final class Agreement {
    private static final Logger LOG = LoggerFactory.getLogger(Agreement.class);

    private Agreement() {}

    /**
     * Every acknowledged message is there once, and everything that follows is as in a calm run of
     * the same messages.
     */
    static void assertAllThereOnce(
            Installation disturbed, List<Traffic.Sent> acknowledged, Path folder, World world) {
        assertThat(lost(disturbed, acknowledged)).as("acknowledged and lost").isEmpty();
        assertThat(Contents.gaps(disturbed)).as("positions missing in the ledger").isZero();
        assertThat(Contents.raisedTwice(disturbed))
                .as("alerts said to be raised while they stood")
                .isEmpty();
        Contents found = Contents.of(disturbed);
        try (Installation calm = disturbed.twin(folder, world.directory(), world.goLive())) {
            Calm.take(calm, acknowledged);
            Contents expected = Contents.of(calm);

            assertThat(found.messages()).isEqualTo(expected.messages());
            assertThat(found.facts()).isEqualTo(expected.facts());
            assertThat(found.alerts()).isEqualTo(expected.alerts());
            assertThat(found.duties()).isEqualTo(expected.duties());
            assertThat(expected.alerts()).as("or nothing was tried").isNotEmpty();
            LOG.warn(
                    "equal to a calm run: {} messages, {} facts, {} alerts, {} duties",
                    expected.messages().size(),
                    expected.facts().size(),
                    expected.alerts().size(),
                    expected.duties().size());
        }
    }

    /** Acknowledged messages that nobody keeps. */
    static List<String> lost(Installation installation, List<Traffic.Sent> acknowledged) {
        try (Installation.Owner owner = installation.owner()) {
            Set<String> kept =
                    Set.copyOf(
                            owner.sql()
                                    .sql(
                                            "SELECT DISTINCT sender || ' ' || message_id FROM feeds.receipt")
                                    .query((row, _) -> row.getString(1))
                                    .list());
            return acknowledged.stream()
                    .map(message -> message.sender() + " " + message.id())
                    .filter(name -> !kept.contains(name))
                    .toList();
        }
    }
}
