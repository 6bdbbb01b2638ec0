package sightline.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import sightline.feeds.Answer;
import sightline.feeds.Entries;
import sightline.web.view.part.FormError;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The one place after an account for the account that replaces it. Of two who write over the same
 * one, the message of the first has taken the id that both would have, though nobody has read it
 * yet: the second is told, and overwrites nothing unseen.
 *
 * @param id of the message that takes it
 * @param before what has taken it already
 */
record AccountPlace(String id, Optional<Entries.Sent> before) {
    /**
     * That place, as it is now.
     *
     * @param typed the form, which says of whose record and after which account it was shown
     */
    static AccountPlace of(Entries entries, Visit visit, Map<String, String> typed) {
        String after =
                typed.getOrDefault(DraftAbout.FIELD, "")
                        + " "
                        + typed.getOrDefault(AccountForms.SEEN, "");
        String id = "page-" + UUID.nameUUIDFromBytes(after.getBytes(UTF_8));
        return new AccountPlace(id, entries.sent(visit.account().agency(), id));
    }

    /**
     * Sends the account; what is wrong where another stands in its place. What was read since, and
     * could not be used or was taken back, holds no place.
     */
    Optional<FormError> take(Entries entries, Visit visit, ObjectNode message) {
        String own = message.path("id").asString("");
        byte[] bytes = EntryForm.bytes(message.put("id", id));
        boolean others = before.filter(sent -> !sent.is(bytes)).isPresent();
        if (others && before.filter(Entries.Sent::waits).isPresent()) {
            return Optional.of(taken());
        }
        if (others) {
            message.put("id", own);
        }
        return EntryForm.submit(entries, visit, message) instanceof Answer.Conflicting
                ? Optional.of(taken())
                : Optional.empty();
    }

    private static FormError taken() {
        return new FormError(
                "This part was saved after you opened it, and is being read. Open the page again in a"
                        + " few seconds, and read what stands then. Yours is below and in your draft:"
                        + " put both together, and save again",
                AccountForms.ACCOUNT + "-" + AccountForms.LONG.keySet().iterator().next());
    }
}
