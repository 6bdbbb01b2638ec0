package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.Representative;
import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.casework.StrategyPack;
import sightline.core.directory.Agency;
import sightline.core.household.Individual;
import sightline.core.household.LeftOut;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.household.Openness;
import sightline.web.view.Page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lies before a strategy discussion, for its reader and as it is open to each agency that is
 * invited; invitations, and the record of the discussion. What is entered goes as messages of the
 * practitioner's agency.
 */
@PageController
final class StrategyPages {
    private static final String INVITE = "invite";
    private static final String RECORD = "record";

    private final ChildReading children;
    private final Openness openness;
    private final Entries entries;
    private final Drafts drafts;

    StrategyPages(ChildReading children, Openness openness, Entries entries, Drafts drafts) {
        this.children = children;
        this.openness = openness;
        this.entries = entries;
        this.drafts = drafts;
    }

    /** What the pack shows; all of it, where another agency's part of it is to be found. */
    private Look<Child> look(Visit visit, PersonId id, boolean whole) {
        return children.child(
                visit.reader(),
                id,
                "/children/strategy-pack",
                whole ? LeftOut.NOTHING : StrategyPack.LEFT_OUT);
    }

    @GetMapping("/children/{id}/strategy-pack")
    Page pack(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam("for") Optional<String> agency,
            @RequestParam Optional<String> kept) {
        return Answers.page(
                visit,
                response,
                look(visit, id, agency.isPresent()),
                id,
                child -> {
                    DraftPages.Found draft =
                            DraftPages.Kind.STRATEGY.resumed(
                                    drafts, visit, DraftAbout.of(visit, child, Map.of()));
                    StrategyParts parts = parts(visit, child);
                    Optional<AgencyId> whom =
                            agency.flatMap(a ->
                                    parts.open().keySet().stream()
                                            .filter(known -> known.value().equals(a))
                                            .findFirst());
                    String note = kept.map(StrategyForms::kept).orElse(draft.note());
                    StrategyForms forms = StrategyForms.fresh(visit, child, parts, draft.typed());
                    return parts.page(forms, note, whom);
                });
    }

    @PostMapping("/children/{id}/strategy-pack/{act}")
    Object keep(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        Look<Child> look = look(visit, id, false);
        if (!(act.equals(INVITE) || act.equals(RECORD))) {
            return Answers.nobody(visit, response);
        }
        SentAbout about = SentAbout.of(visit, look, typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            return act.equals(RECORD)
                    ? DraftPages.Kind.STRATEGY.refused(drafts, visit, response, typed, about)
                    : about.refused(visit, response, typed, StrategyForms.ON);
        }
        StrategyParts parts = parts(visit, child);
        StrategyForms forms =
                act.equals(INVITE)
                        ? StrategyForms.inviting(visit, child, parts, typed)
                        : StrategyForms.recording(visit, child, parts, typed);
        if (!forms.errors().isEmpty()) {
            return parts.page(forms, "", Optional.empty());
        }
        List<byte[]> messages = forms.messages().stream().map(EntryForm::bytes).toList();
        entries.submitAll(visit.account().agency(), visit.account().id(), messages);
        if (act.equals(RECORD)) {
            DraftPages.Kind.STRATEGY.forget(
                    drafts, visit, DraftAbout.of(visit, child, typed), typed);
        }
        return "redirect:/children/" + about(child) + "/strategy-pack?kept=" + act;
    }

    private static String about(Child child) {
        return child.family().subject().id().value();
    }

    /** With what would be open to each agency that is, or was, invited. */
    private StrategyParts parts(Visit visit, Child child) {
        StrategyPack pack = StrategyPack.of(new DecisionParts(visit, child).situation());
        List<PersonId> around = around(child, pack);
        Map<AgencyId, Set<Long>> open = new LinkedHashMap<>();
        pack.asked().stream()
                .filter(a -> !a.equals(visit.account().agency()))
                .flatMap(a -> visit.directory().agency(a).stream())
                .forEach(a -> open.put(a.id(), open(visit, a, around)));
        return new StrategyParts(visit, child, pack, open);
    }

    /** The child and everybody of whom the pack tells. */
    static List<PersonId> around(Child child, StrategyPack pack) {
        return Stream.concat(
                        child.family().around().selves().stream().map(Individual::id),
                        Stream.concat(pack.household().stream(), pack.background().stream())
                                .map(l -> l.about().id()))
                .distinct()
                .toList();
    }

    private Set<Long> open(Visit visit, Agency agency, List<PersonId> around) {
        return openness.to(Representative.of(visit.reader(), agency.id(), agency.type()), around);
    }
}
