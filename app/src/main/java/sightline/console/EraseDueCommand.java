package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Event;
import sightline.facts.RetentionPack;
import sightline.pipeline.Retention;

import tools.jackson.databind.json.JsonMapper;

import java.util.Set;

/** Lists whose retention period has ended, by ids alone. */
@Command(
        name = "due",
        description = {
            "List whose retention period has ended: person, period and day. Nothing is erased by it:",
            "order it with erase order --due PERSON. Who is under a hold is not listed."
        },
        mixinStandardHelpOptions = true)
final class EraseDueCommand extends DeskCommand {
    private static final int MOST = 5_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    static Retention retention(Installation.Open open) {
        return new Retention(open.transactions(), open.secrets(), RetentionPack.shipped());
    }

    EraseDueCommand() {
        super(Set.of(AccessRole.PRIVACY_OFFICER), Purpose.OVERSIGHT);
    }

    @Override
    Outcome work(Installation.Open open, ReaderContext by) {
        Desk.record(open, by, Event.VISIT, "records that are due to end");
        retention(open).due(open.clock().instant(), MOST).forEach(this::print);
        return Outcome.OK;
    }

    private void print(Retention.Due due) {
        var out = out();
        if (json) {
            out.println(
                    JSON.createObjectNode()
                            .put("person", due.person().value())
                            .put("records", due.records())
                            .put("rule", due.rule())
                            .put("until", due.kept().until().toString())
                            .put("mark", due.kept().period().mark()));
        } else {
            out.printf(
                    "%s  %d records  %s until %s [%s]%n",
                    due.person().value(),
                    due.records(),
                    due.rule(),
                    due.kept().until(),
                    due.kept().period().mark());
        }
    }
}
