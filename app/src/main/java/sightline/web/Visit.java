package sightline.web;

import sightline.access.Account;
import sightline.access.ReaderContext;
import sightline.core.directory.Directory;
import sightline.core.directory.StaffId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.web.view.PageFrame;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One request of somebody signed in.
 *
 * @param context whose reading it is; empty until a purpose is chosen
 * @param directory who works where, now
 * @param now the moment of the request
 */
record Visit(
        Account account,
        Optional<ReaderContext> context,
        Directory directory,
        Instant now,
        Framing framing) {

    private static final String REPLAYED = "replay";

    /** The reader; a page that needs one is not reached without a purpose. */
    ReaderContext reader() {
        return context.orElseThrow(() -> new IllegalStateException("no purpose was chosen"));
    }

    PageFrame frame(String title, String current) {
        return framing.of(title, current);
    }

    LocalDate today() {
        return London.day(now);
    }

    /** Whether an agency is the reader's own, or a closed one whose work that has. */
    boolean ours(AgencyId id) {
        return directory.current(id, today()).equals(account.agency());
    }

    /**
     * An agency's name, with who has its work now where it is closed; its id where the directory
     * does not know it.
     */
    String agency(AgencyId id) {
        return id.value().equals("sightline") ? "Sightline" : directory.title(id, today());
    }

    /**
     * An organisation's name, as {@link #agency}; where the directory does not know it, as it need
     * not know a national body, its id as words.
     */
    String organisation(AgencyId id) {
        return directory.agency(id).isPresent() ? agency(id) : id.inWords();
    }

    /** Whoever an account belongs to, by name where they have a post today; else the account. */
    String person(String account) {
        if (account.equals(REPLAYED)) {
            return "taken as done at once in this made-up history";
        }
        return directory.postsOf(new StaffId(account), today()).stream()
                .flatMap(post -> directory.whoOwns(post.id(), today()).person().stream())
                .filter(holder -> holder.person().value().equals(account))
                .map(holder -> holder.name().value())
                .findFirst()
                .orElse(account);
    }
}
