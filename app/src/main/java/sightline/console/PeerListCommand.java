package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.locator.Peers;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/** The linked installations, and how each link stands; no secret. */
@Command(
        name = "list",
        description = "The linked installations, whether they answer, and whom to ring there.",
        mixinStandardHelpOptions = true)
final class PeerListCommand extends DeskCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    PeerListCommand() {
        super(Set.of(AccessRole.PLATFORM_OPERATOR), Purpose.ADMINISTRATION);
    }

    @Override
    Outcome work(Installation.Open open, ReaderContext by) {
        for (Peers.Link link : new Peers(open.transactions(), open.secrets()).links()) {
            ObjectNode node =
                    JSON.createObjectNode()
                            .put("name", link.name().value())
                            .put("url", link.url().toString())
                            .put("ring", link.ring());
            link.answeredAt().ifPresent(at -> node.put("answeredAt", at.toString()));
            link.completeUpTo().ifPresent(at -> node.put("completeUpTo", at.toString()));
            link.failingSince().ifPresent(at -> node.put("downSince", at.toString()));
            print(json, node, words(link));
        }
        return Outcome.OK;
    }

    private static String words(Peers.Link link) {
        String state =
                link.failingSince()
                        .map(at -> "down since " + at)
                        .or(() -> link.answeredAt().map(at -> "answered " + at))
                        .orElse("not asked yet");
        return "%s  %s  %s  ring %s".formatted(link.name(), link.url(), state, link.ring());
    }
}
