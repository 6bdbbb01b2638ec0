package sightline.web;

import sightline.identity.Joining;
import sightline.web.view.part.Held;
import sightline.web.view.part.HeldLine;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.List;

/** By what somebody's records are held to be one person's, in words. */
final class HeldParts {
    private static final int SHOWN = 20;

    private final Visit visit;

    HeldParts(Visit visit) {
        this.visit = visit;
    }

    Held held(List<Joining> joinings) {
        List<HeldLine> lines = new ArrayList<>();
        for (Joining joining : joinings.subList(0, Math.min(SHOWN, joinings.size()))) {
            lines.add(line(joining, lines.size() + 1));
        }
        int more = joinings.size() - lines.size();
        return new Held(
                lines,
                more == 0
                        ? ""
                        : Wording.count(more, "more pair")
                                + " not listed: each at least as sure as these.");
    }

    private HeldLine line(Joining joining, int number) {
        String what =
                "A record of %s and one of %s"
                        .formatted(
                                visit.agency(joining.joint().first().agency()),
                                visit.agency(joining.joint().second().agency()));
        return new HeldLine(
                what,
                why(joining),
                new Link(
                        "Not the same person?",
                        "/matches/" + joining.pair(),
                        "Pair %d: %s".formatted(number, what)));
    }

    private String why(Joining joining) {
        return joining.joint()
                .decided()
                .map(d ->
                        "Decided by %s, %s."
                                .formatted(
                                        joining.by().isEmpty()
                                                ? "a person"
                                                : JoinedWords.people(visit, joining.by()),
                                        Wording.atMoment(d.at(), visit.today())))
                .or(() -> joining.joint().explanation().map(JoinedWords::joined))
                .orElse("");
    }
}
