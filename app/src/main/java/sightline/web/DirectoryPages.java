package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.core.directory.Agency;
import sightline.core.directory.Area;
import sightline.core.kernel.Period;
import sightline.core.kernel.Words;
import sightline.upkeep.DirectoryKeeping;
import sightline.upkeep.DirectoryKeeping.Kept;
import sightline.web.view.Page;
import sightline.web.view.page.DirectoryPage;
import sightline.web.view.part.FormError;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Areas, their postcodes and holidays, and who has whose work: for those who keep them. */
@PageController
final class DirectoryPages {
    private final DirectoryKeeping keeping;

    DirectoryPages(DirectoryKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/directory")
    Page directory(Visit visit, HttpServletResponse response, @RequestParam Optional<String> kept) {
        return page(
                visit,
                response,
                kept.isPresent()
                        ? "The change is made. What follows from it is worked out again, for everybody."
                        : "",
                DirectoryForms.fresh());
    }

    @PostMapping("/directory/{change}")
    Object change(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String change,
            @RequestParam Map<String, String> typed) {
        if (!DirectoryForms.knows(change)
                || !DirectoryKeeping.keeps(visit.reader(), visit.directory())) {
            return Answers.nobody(visit, response);
        }
        DirectoryForms forms = DirectoryForms.typed(change, typed);
        if (forms.change().isEmpty()) {
            return page(visit, response, "", forms);
        }
        try {
            return keeping.change(visit.reader(), forms.change().get(), visit.now())
                    ? "redirect:/directory?kept"
                    : Answers.nobody(visit, response);
        } catch (IllegalArgumentException refused) {
            return page(visit, response, "", forms.refused(refused));
        }
    }

    private Page page(
            Visit visit, HttpServletResponse response, String kept, DirectoryForms forms) {
        Optional<Kept> found = keeping.look(visit.reader());
        if (found.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        List<Area> areas = found.get().areas();
        List<Agency> agencies = found.get().agencies();
        List<FormError> errors = forms.errors();
        Map<String, String> names =
                areas.stream().collect(Collectors.toMap(a -> a.id().value(), Area::name));
        return new DirectoryPage(
                visit.frame("Directory", "Directory"),
                "Each change is in the journal with your name. What was worked out before a change keeps"
                        + " the directory of its time.",
                kept,
                errors,
                areas.stream().map(a -> row(a, names)).toList(),
                agencies.stream().map(a -> row(visit, a, names)).toList(),
                forms.forms(visit, areas, agencies));
    }

    private static DirectoryPage.AreaRow row(Area area, Map<String, String> names) {
        return new DirectoryPage.AreaRow(
                area.name(),
                area.postcodes().isEmpty()
                        ? "None entered: addresses are placed by their town alone"
                        : String.join(", ", area.postcodes()),
                area.holidays().isEmpty()
                        ? "None"
                        : area.holidays().entrySet().stream()
                                .map(h -> Words.day(h.getKey()) + ", " + h.getValue())
                                .collect(Collectors.joining("; ")),
                area.merged()
                        .map(m ->
                                "Part of %s from %s"
                                        .formatted(
                                                names.getOrDefault(m.into().value(), ""),
                                                Words.day(m.from())))
                        .orElse("Open"));
    }

    private static String type(Agency agency) {
        return switch (agency.type()) {
            case GP -> "GP";
            case CHILDRENS_SOCIAL_CARE -> "Children’s social care";
            default -> Wording.capital(Wording.code(agency.type().slug()));
        };
    }

    private static DirectoryPage.AgencyRow row(
            Visit visit, Agency agency, Map<String, String> names) {
        LocalDate today = visit.today();
        String until =
                agency.open()
                        .until()
                        .map(last ->
                                (agency.closedOn(today)
                                                ? "Closed since the end of "
                                                : "Closes at the end of ")
                                        + Words.day(last))
                        .orElse("Open");
        String next =
                agency.successor()
                        .flatMap(id -> visit.directory().agency(id))
                        .map(a -> "; its work goes to " + a.name())
                        .orElse("");
        return new DirectoryPage.AgencyRow(
                agency.name(), type(agency), served(visit, agency, names), until + next);
    }

    /**
     * Its home, then each further area that it serves or is to serve, as a successor too, with the
     * days that are set.
     */
    private static String served(Visit visit, Agency agency, Map<String, String> names) {
        String further =
                visit.directory().agency(agency.id()).orElse(agency).serves().stream()
                        .filter(s -> !s.days().endedBefore(visit.today()))
                        .map(s -> names.getOrDefault(s.area().value(), "") + days(s))
                        .collect(Collectors.joining(", "));
        String home = names.getOrDefault(agency.area().value(), "");
        return further.isEmpty() ? home : home + "; also serves " + further;
    }

    private static String days(Agency.Service service) {
        return service.days().equals(Period.always()) ? "" : " " + service.days().inWords();
    }
}
