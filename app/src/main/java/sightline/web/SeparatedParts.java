package sightline.web;

import sightline.alerts.SeparatedRecords.Told;
import sightline.identity.Separated;
import sightline.web.view.part.Link;
import sightline.web.view.part.SeparatedLine;

import java.util.List;
import java.util.stream.Collectors;

/** What was separated from somebody, in words: what, since when, who decided. */
final class SeparatedParts {
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
                "was joined with the record of %s, %s. Since %s it is another person’s: %s decided it."
                        .formatted(
                                visit.agency(one.from().agency()),
                                Wording.atMoment(one.joined(), visit.today()),
                                Wording.moment(one.at(), visit.today()),
                                one.by().stream()
                                        .map(this::who)
                                        .collect(Collectors.joining(" and "))),
                told.whose()
                        .map(id -> Link.to("Open that person’s record", "/children/" + id.value()))
                        .orElse(null));
    }

    private String who(String account) {
        return account.equals(visit.account().id().value()) ? "you" : visit.person(account);
    }
}
