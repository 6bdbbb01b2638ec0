package sightline.web;

import sightline.core.kernel.PersonId;
import sightline.register.RegisterReading;
import sightline.web.BreachFilePages.Shown;
import sightline.web.view.page.BreachFilePage;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A breach file as a page: what was owed; of one thing owed, all that bears on it. */
final class BreachFileParts {
    private static final int PAGE = RegisterReading.PAGE;

    private final Visit visit;
    private final Shown shown;
    private final Optional<String> of;

    /**
     * Of one matter or of all.
     *
     * @param of the key of one
     */
    BreachFileParts(Visit visit, Shown shown, Optional<String> of) {
        this.visit = visit;
        this.shown = shown;
        this.of = of;
    }

    /** The page of that number, from 1; the last where there are fewer. */
    BreachFilePage page(int number) {
        return page(number, BreachForms.fresh(visit), "");
    }

    /**
     * The same with what was written.
     *
     * @param note what is said once it is kept
     */
    BreachFilePage page(int number, BreachForms forms, String note) {
        List<BreachMatter> matters =
                shown.file().matters().stream()
                        .sorted(
                                Comparator.comparing((BreachMatter m) -> !undecided(m))
                                        .thenComparing(m -> !m.failed())
                                        .thenComparing(
                                                m -> m.owed().start(), Comparator.reverseOrder()))
                        .toList();
        int all = of.isPresent() ? shown.file().chronology().size() : matters.size();
        int last = Math.clamp(number, 1, Math.max(1, (all + PAGE - 1) / PAGE));
        int from = (last - 1) * PAGE;
        int to = Math.min(all, last * PAGE);
        String address = shown.parts().address() + "/breach-file";
        String query = of.map(key -> "?of=" + key).orElse("");
        return new BreachFilePage(
                visit.frame("Breach file: " + shown.parts().name(), "Register"),
                shown.parts().identity("", RegisterParts.BREACH_FILE),
                Link.to(
                        of.isPresent() ? "This file as PDF" : "The file of all of them as PDF",
                        address + "/file.pdf" + query),
                of.isPresent() ? Link.to("Everything that was owed", address) : null,
                shown.words().about(),
                of.isPresent()
                        ? List.of()
                        : matters.subList(from, to).stream().map(this::row).toList(),
                of.isPresent() ? matter(matters.getFirst(), from, to) : null,
                pages(address + query, last, to - from, all),
                shown.words().leftOut(),
                BreachWords.HOW,
                forms.errors(),
                note,
                of.map(key -> forms.forms(shown.parts(), key)).orElse(List.of()));
    }

    private boolean undecided(BreachMatter matter) {
        return matter.failed() && BreachDecision.open(shown.file().decisionsOf(matter));
    }

    private Pages pages(String address, int number, int size, int all) {
        return PageNumber.pages(
                address,
                number,
                size,
                all,
                of.isPresent() ? "the oldest first" : "those to be decided first, then the newest");
    }

    private BreachFilePage.Row row(BreachMatter matter) {
        PersonId person = shown.parts().child().family().subject().id();
        return new BreachFilePage.Row(
                Link.to(
                        BreachWords.title(matter),
                        shown.parts().address() + "/breach-file?of=" + matter.key(person)),
                BreachWords.lastDay(matter),
                BreachWords.state(matter),
                shown.words().decided(matter),
                matter.standing().pack().title());
    }

    private BreachFilePage.Matter matter(BreachMatter matter, int from, int to) {
        return new BreachFilePage.Matter(
                BreachWords.title(matter),
                BreachWords.state(matter),
                shown.words().decided(matter),
                shown.words().lines(matter),
                shown.words().unknown(matter),
                shown.file().chronology().subList(from, to).stream()
                        .map(shown.words()::exhibit)
                        .map(e ->
                                new BreachFilePage.Exhibit(
                                        e.number(),
                                        e.when(),
                                        e.who(),
                                        e.what(),
                                        e.standing(),
                                        e.source()))
                        .toList());
    }
}
