package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

/** Lets an agency send messages. */
@Command(
        name = "sender",
        description =
                "Let an agency send, from its go-live date on; then make keys with: user keys.",
        mixinStandardHelpOptions = true)
final class UserSenderCommand extends DeskCommand {
    @Parameters(paramLabel = "AGENCY")
    private String agency = "";

    @Option(names = "--go-live", required = true, paramLabel = "DATE")
    private LocalDate goLive = LocalDate.EPOCH;

    @Option(
            names = "--promise",
            defaultValue = "PT24H",
            description = "How often it says that it is complete; default ${DEFAULT-VALUE}.")
    private Duration promise = Duration.ofDays(1);

    UserSenderCommand() {
        super(Set.of(AccessRole.PLATFORM_OPERATOR), Purpose.ADMINISTRATION);
    }

    @Override
    Outcome work(Installation.Open open, ReaderContext by) {
        Sender sender = Sender.of(new AgencyId(agency), goLive, promise);
        Desk.record(open, by, Event.ACCOUNT, "sender " + sender.agency());
        new Senders(open.transactions()).register(sender);
        return Outcome.OK;
    }
}
