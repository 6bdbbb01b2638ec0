package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Event;
import sightline.core.kernel.AgencyId;
import sightline.feeds.Sender;
import sightline.feeds.Senders;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;

/** Lets an agency send messages. */
@Command(
        name = "sender",
        description =
                "Let an agency send, from its go-live date on; then make keys with: user keys.",
        mixinStandardHelpOptions = true)
final class UserSenderCommand implements Callable<Integer> {
    @Parameters(paramLabel = "AGENCY")
    private String agency = "";

    @Option(names = "--go-live", required = true, paramLabel = "DATE")
    private LocalDate goLive = LocalDate.EPOCH;

    @Option(
            names = "--promise",
            defaultValue = "PT24H",
            description = "How often it says that it is complete; default ${DEFAULT-VALUE}.")
    private Duration promise = Duration.ofDays(1);

    @Mixin private Desk desk = new Desk();
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        return desk.open(
                spec, Set.of(AccessRole.PLATFORM_OPERATOR), Purpose.ADMINISTRATION, this::register);
    }

    private Outcome register(Installation.Open open, ReaderContext by) {
        Sender sender = Sender.of(new AgencyId(agency), goLive, promise);
        Desk.record(open, by, Event.ACCOUNT, "sender " + sender.agency());
        new Senders(open.transactions()).register(sender);
        return Outcome.OK;
    }
}
