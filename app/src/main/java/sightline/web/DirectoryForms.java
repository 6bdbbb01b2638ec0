package sightline.web;

import sightline.core.directory.Agency;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryChange;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;
import sightline.upkeep.DirectoryKeeping;
import sightline.web.view.page.DirectoryPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The five forms of the directory, empty or as they were typed.
 *
 * @param open which of them was typed; empty for none
 * @param fields what stands in it, and what is wrong with it
 * @param change what it asks for; empty while something is wrong with it
 */
record DirectoryForms(String open, TypedForms fields, Optional<DirectoryChange> change) {
    private static final String HOLIDAY = "holiday";
    private static final String POSTCODES = "postcodes";
    private static final String SUCCESSION = "succession";
    private static final String SERVE = "serve";
    private static final String MERGE = "merge";
    private static final String AREA = "area";
    private static final String DAY = "day";
    private static final String NEXT = "next";
    private static final String LAST = "last";
    private static final String LIKE = "Like 27 3 2027";

    static boolean knows(String change) {
        return List.of(HOLIDAY, POSTCODES, SUCCESSION, SERVE, MERGE).contains(change);
    }

    static DirectoryForms fresh() {
        return new DirectoryForms("", TypedForms.empty(), Optional.empty());
    }

    /** The same, with why the directory would not take it. */
    DirectoryForms refused(IllegalArgumentException refusal) {
        String why =
                Objects.requireNonNullElse(
                        refusal.getMessage(), "It cannot be kept. Check what you typed.");
        List<FormError> errors = List.of(new FormError(why.replace('\n', ' '), open + "-" + AREA));
        return new DirectoryForms(open, new TypedForms(fields.typed(), errors), Optional.empty());
    }

    static DirectoryForms typed(String form, Map<String, String> typed) {
        var reading = new Reading(form, typed, new ArrayList<>());
        try {
            Optional<DirectoryChange> change = Optional.of(reading.change());
            return new DirectoryForms(
                    form,
                    TypedForms.of(form, typed, reading.errors),
                    reading.errors.isEmpty() ? change : Optional.empty());
        } catch (IllegalArgumentException wrong) {
            var refused =
                    new DirectoryForms(
                            form, TypedForms.of(form, typed, reading.errors), Optional.empty());
            return reading.errors.isEmpty() ? refused.refused(wrong) : refused;
        }
    }

    /** What was typed into one form. */
    private record Reading(String form, Map<String, String> typed, List<FormError> errors) {
        DirectoryChange change() {
            return switch (form) {
                case HOLIDAY ->
                        new DirectoryChange.Holiday(
                                area(AREA), day(DAY), Optional.of(value("name")));
                case POSTCODES ->
                        new DirectoryChange.Postcodes(
                                area(AREA), Arrays.asList(value(POSTCODES).split("[,;\n]", -1)));
                case SUCCESSION ->
                        new DirectoryChange.Succession(agency(AREA), agency(NEXT), day(DAY));
                case SERVE ->
                        new DirectoryChange.Serve(
                                agency(NEXT),
                                area(AREA),
                                new Period(Optional.of(day(DAY)), last()));
                default -> new DirectoryChange.Merge(area(AREA), area(NEXT), day(DAY));
            };
        }

        private String value(String name) {
            return typed.getOrDefault(name, "").strip();
        }

        private AreaId area(String field) {
            return new AreaId(chosen(field));
        }

        private AgencyId agency(String field) {
            return new AgencyId(chosen(field));
        }

        private String chosen(String field) {
            if (value(field).isEmpty()) {
                errors.add(new FormError("Choose one of the list", form + "-" + field));
            }
            return value(field).isEmpty() ? "none" : value(field);
        }

        private LocalDate day(String field) {
            Optional<LocalDate> day = TypedDate.read(value(field));
            if (day.isEmpty()) {
                errors.add(new FormError("Enter the day, like 27 3 2027", form + "-" + field));
            }
            return day.orElse(LocalDate.EPOCH);
        }

        private Optional<LocalDate> last() {
            return value(LAST).isEmpty() ? Optional.empty() : Optional.of(day(LAST));
        }
    }

    List<DirectoryPage.Change> forms(Visit visit, List<Area> areas, List<Agency> agencies) {
        List<Option> kept =
                areas.stream()
                        .filter(a ->
                                DirectoryKeeping.keeps(visit.reader(), visit.directory(), a.id()))
                        .map(a -> new Option(a.id().value(), a.name(), "", false))
                        .toList();
        List<Option> all =
                areas.stream().map(a -> new Option(a.id().value(), a.name(), "", false)).toList();
        List<Option> own =
                open(visit, agencies)
                        .filter(a -> keeps(visit, a))
                        .map(DirectoryForms::option)
                        .toList();
        List<Option> others = open(visit, agencies).map(DirectoryForms::option).toList();
        return List.of(
                new DirectoryPage.Change(
                        "change-holiday",
                        "A holiday of an area’s own",
                        "Working days of the area are counted without it. Leave the name empty to take it away.",
                        form(
                                HOLIDAY,
                                "Keep the holiday",
                                pick(HOLIDAY, AREA, "Area", kept),
                                line(HOLIDAY, DAY, "Day", LIKE),
                                line(HOLIDAY, "name", "Name", ""))),
                new DirectoryPage.Change(
                        "change-postcodes",
                        "The postcodes of an area",
                        "All that lie in it, in the place of those entered before. A longer one goes before a"
                                + " shorter one of another area.",
                        form(
                                POSTCODES,
                                "Keep the postcodes",
                                pick(POSTCODES, AREA, "Area", kept),
                                fields.lines(
                                        POSTCODES,
                                        POSTCODES,
                                        "Postcodes",
                                        "Like WM, WM4, WM4 2: apart by commas"))),
                new DirectoryPage.Change(
                        "change-succession",
                        "An agency closes",
                        "From the next day its alerts and duties are its successor’s, whose staff read its records.",
                        form(
                                SUCCESSION,
                                "Close it",
                                pick(SUCCESSION, AREA, "Which closes", own),
                                pick(SUCCESSION, NEXT, "Which has its work", others),
                                line(SUCCESSION, DAY, "Its last day", LIKE))),
                new DirectoryPage.Change(
                        "change-serve",
                        "An agency serves another area",
                        "On these days a check of a home in that area asks it, too, and it is told of children"
                                + " there as one at home there is. To end it, enter a day on which it does, with its last one.",
                        form(
                                SERVE,
                                "Keep the days",
                                pick(SERVE, AREA, "Which area", kept),
                                pick(SERVE, NEXT, "Which agency serves it", others),
                                line(SERVE, DAY, "Its first day", LIKE),
                                line(SERVE, LAST, "Its last day, if it is known", LIKE))),
                new DirectoryPage.Change(
                        "change-merge",
                        "An area becomes part of another",
                        "Each of its agencies of whose type the other has exactly one closes the day before, and is"
                                + " succeeded by that one. The rest stay open and serve the whole.",
                        form(
                                MERGE,
                                "Merge them",
                                pick(MERGE, AREA, "Which ends", kept),
                                pick(MERGE, NEXT, "Into which", all),
                                line(MERGE, DAY, "From which day on", LIKE))));
    }

    private static Stream<Agency> open(Visit visit, List<Agency> agencies) {
        return agencies.stream().filter(a -> a.successor().isEmpty() && !a.closedOn(visit.today()));
    }

    private static boolean keeps(Visit visit, Agency agency) {
        return DirectoryKeeping.keeps(visit.reader(), visit.directory(), agency.area());
    }

    private static Option option(Agency agency) {
        return new Option(agency.id().value(), agency.name(), "", false);
    }

    private static Form form(String id, String button, Field... fields) {
        return new Form(id, "/directory/" + id, List.of(fields), button, false, "");
    }

    private Field pick(String form, String name, String label, List<Option> options) {
        String chosen = fields.value(form, name);
        List<Option> all = new ArrayList<>();
        all.add(new Option("", "Choose", "", chosen.isEmpty()));
        options.forEach(
                o -> all.add(new Option(o.value(), o.label(), "", o.value().equals(chosen))));
        return fields.pick(form, name, label, all);
    }

    private Field line(String form, String name, String label, String hint) {
        return fields.line(form, name, label, hint, "w20");
    }

    List<FormError> errors() {
        return fields.errors();
    }
}
