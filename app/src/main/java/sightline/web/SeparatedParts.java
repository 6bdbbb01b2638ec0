package sightline.web;

import sightline.alerts.SeparatedRecords.Told;
import sightline.identity.Separated;
import sightline.web.view.part.Link;
import sightline.web.view.part.SeparatedLine;

import java.util.List;
import java.util.stream.Collectors;

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
                "was joined with the record of %s, %s. Since %s it is %s."
                        .formatted(
                                visit.agency(one.from().agency()),
                                Wording.atMoment(one.joined(), visit.today()),
                                Wording.moment(one.at(), visit.today()),
                                one.by().isEmpty() ? LEFT_OPEN : decided(one.by())),
                told.whose()
                        .map(id -> Link.to("Open that person’s record", "/children/" + id.value()))
                        .orElse(null));
    }

    private String decided(List<String> by) {
        return "another person’s: %s decided it"
                .formatted(by.stream().map(this::who).collect(Collectors.joining(" and ")));
    }

    private String who(String account) {
        return account.equals(visit.account().id().value()) ? "you" : visit.person(account);
    }
}
