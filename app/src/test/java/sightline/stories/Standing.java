package sightline.stories;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Derived;
import sightline.core.duties.Duty;
import sightline.core.kernel.London;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Recipient;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What stands of a family: its alerts and duties, apart from the ids of messages. */
final class Standing {
    private final Set<Line> lines = new HashSet<>();

    /**
     * One alert or duty.
     *
     * @param what the rule, or the clock
     * @param about the first of the person's records
     * @param to who is told, or who owes it
     * @param day when it was raised, or until when it is owed
     * @param state how it stands: an alert that is open, a duty that is done or late
     */
    record Line(String what, String about, Set<String> to, LocalDate day, String state) {
        boolean alert() {
            return what.startsWith("AL-");
        }

        /** The same about another record. */
        Line about(String record) {
            return new Line(what, record, to, day, state);
        }

        boolean open() {
            return !state.equals("Discharged");
        }

        @Override
        public String toString() {
            return "%s %s %s about %s to %s".formatted(day, what, state, about, to);
        }
    }

    void add(Collection<SourceRecord> records, Derived derived) {
        String about = records.stream().map(SourceRecord::text).sorted().findFirst().orElseThrow();
        for (Alert alert : derived.alerts()) {
            lines.add(
                    new Line(
                            alert.rule().value(),
                            about,
                            texts(alert.recipients()),
                            London.day(alert.raisedAt()),
                            alert.state().getClass().getSimpleName()));
        }
        for (Duty duty : derived.duties()) {
            lines.add(
                    new Line(
                            duty.clock().value(),
                            about,
                            texts(duty.owedBy()),
                            London.day(duty.due().minusSeconds(1)),
                            duty.state().getClass().getSimpleName()));
        }
    }

    private static Set<String> texts(Collection<Recipient> recipients) {
        return recipients.stream()
                .map(Recipient::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Line> lines() {
        return Set.copyOf(lines);
    }
}
