package sightline.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.audit.Event;
import sightline.feeds.ReceiptKey;
import sightline.feeds.ReceiptSigning;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys by which this installation signs its receipts: a platform operator's. */
@Command(
        name = "receipt",
        description = "Keep the keys by which receipts are signed.",
        mixinStandardHelpOptions = true,
        subcommands = ReceiptCommand.Keys.class)
final class ReceiptCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** Lists, makes and retires them. */
    @Command(
            name = "keys",
            description = {
                "List the keys that sign receipts; publish the next one (--make); retire one (--retire NUMBER).",
                "Two are valid at once: the older signs until it is retired, so that whoever verifies has the",
                "next one before its first receipt. Receipts of a retired key verify for ever."
            },
            mixinStandardHelpOptions = true)
    static final class Keys extends DeskCommand {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        @ArgGroup private What what = new What();

        static final class What {
            @Option(names = "--make", description = "Publish the next key.")
            private boolean make;

            @Option(names = "--retire", paramLabel = "NUMBER", description = "Retire this key.")
            private @Nullable Integer number;
        }

        @Option(names = "--json", description = "One JSON object a line.")
        private boolean json;

        Keys() {
            super(Set.of(AccessRole.PLATFORM_OPERATOR), Purpose.ADMINISTRATION);
        }

        @Override
        Outcome work(Installation.Open open, ReaderContext by) {
            ReceiptSigning signing = ReceiptSigning.of(open.transactions(), open.secrets());
            Optional<Integer> number = Optional.ofNullable(what.number);
            if (what.make) {
                Desk.record(open, by, Event.POLICY_CHANGE, "new key of receipts");
                print(List.of(signing.make()));
            } else if (number.isPresent()) {
                Desk.record(
                        open, by, Event.POLICY_CHANGE, "key " + number.get() + " of receipts ends");
                print(List.of(signing.retire(number.get())));
            } else {
                Desk.record(open, by, Event.VISIT, "keys of receipts");
                print(signing.keys());
            }
            return Outcome.OK;
        }

        private void print(List<ReceiptKey> keys) {
            keys.forEach(key -> out().println(json ? json(key) : words(key)));
        }

        private static String json(ReceiptKey key) {
            var node =
                    JSON.createObjectNode()
                            .put("key", key.generation())
                            .put("publicKey", key.publicKey())
                            .put("since", key.since().toString());
            key.retired().ifPresent(at -> node.put("retired", at.toString()));
            return node.toString();
        }

        private static String words(ReceiptKey key) {
            return "%d since %s%s"
                    .formatted(
                            key.generation(),
                            key.since(),
                            key.retired().map(at -> ", retired " + at).orElse(""));
        }
    }
}
