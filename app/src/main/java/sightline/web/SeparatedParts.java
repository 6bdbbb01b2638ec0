package sightline.web;

import sightline.alerts.SeparatedRecords.Told;
import sightline.identity.Separated;
import sightline.web.view.part.Link;
import sightline.web.view.part.SeparatedLine;

import java.util.List;

/** What was separated from somebody, in words: what, since when, who decided. */
final class SeparatedParts {
    private static final String LEFT_OPEN =
            "not held to be the same person’s any more: nobody has decided whose it is";

    private final Visit visit;

    SeparatedParts(Visit visit) {
        this.visit = visit;
    }

    List<SeparatedLine> lines(List<Told> told) {
        return told.stream().map(this::line).toList();
    }

    private SeparatedLine line(Told told) {
        Separated one = told.separated();
        return new SeparatedLine(
                "A record of " + visit.agency(one.record().agency()),
                "%s. Since %s it is %s."
                        .formatted(
                                before(one),
                                Wording.moment(one.at(), visit.today()),
                                one.by().isEmpty() ? LEFT_OPEN : decided(one.by())),
                told.whose()
                        .map(id -> Link.to("Open that person’s record", "/children/" + id.value()))
                        .orElse(null));
    }

    private String before(Separated one) {
        String from = visit.agency(one.from().agency());
        return one.joined()
                .map(at ->
                        "was joined with the record of %s, %s"
                                .formatted(from, Wording.atMoment(at, visit.today())))
                .orElseGet(() ->
                        "was held to be the same person’s as the record of %s, without a decision about the two"
                                .formatted(from));
    }

    private String decided(List<String> by) {
        return "another person’s: %s decided it".formatted(JoinedWords.people(visit, by));
    }
}
