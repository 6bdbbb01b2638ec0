package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Event;
import sightline.core.kernel.AgencyId;
import sightline.feeds.KeyId;
import sightline.feeds.Senders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A sender's keys: two of each kind may be valid at once, so that they can be changed at ease. */
@Command(
        name = "keys",
        description = {
            "List a sender's keys; make new ones (--new FILE); end one (--end NUMBER).",
            "Two of each kind are valid at once: make new ones, use them, end the old ones."
        },
        mixinStandardHelpOptions = true)
final class UserKeysCommand extends DeskCommand {
    @Parameters(paramLabel = "AGENCY")
    private String agency = "";

    @ArgGroup private What what = new What();

    static final class What {
        @Option(
                names = "--new",
                paramLabel = "FILE",
                description =
                        "Make a bearer and a signing key; written to this new file, mode 0600.")
        private @Nullable Path file;

        @Option(names = "--end", paramLabel = "NUMBER", description = "End this key.")
        private @Nullable Long number;
    }

    UserKeysCommand() {
        super(UserCommand.ADMINISTRATORS, Purpose.ADMINISTRATION);
    }

    @Override
    Outcome work(Installation.Open open, ReaderContext by) throws IOException {
        AgencyId sender = new AgencyId(agency);
        if (!by.accessRoles().contains(AccessRole.PLATFORM_OPERATOR)
                && !by.agencyId().equals(sender)) {
            err().println("You keep the keys of your own agency.");
            return Outcome.NOT_ALLOWED;
        }
        Senders senders = new Senders(open.transactions());
        Optional<Path> file = Optional.ofNullable(what.file);
        Optional<Long> number = Optional.ofNullable(what.number);
        if (file.isPresent()) {
            Desk.record(open, by, Event.ACCOUNT, "new keys of " + sender);
            senders.issue(sender).write(file.get());
            return Outcome.OK;
        }
        if (number.isPresent()) {
            Desk.record(open, by, Event.ACCOUNT, "key " + number.get() + " of " + sender + " ends");
            return senders.end(sender, new KeyId(number.get())) ? Outcome.OK : Outcome.FAILED;
        }
        Desk.record(open, by, Event.VISIT, "keys of " + sender);
        senders.keys(sender)
                .forEach(k ->
                        out().printf(
                                        "%d %s since %s%n",
                                        k.id().value(), k.kind().slug(), k.added()));
        return Outcome.OK;
    }
}
