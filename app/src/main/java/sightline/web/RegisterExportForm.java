package sightline.web;

import org.springframework.util.MultiValueMap;

import sightline.core.directory.Area;
import sightline.core.kernel.AreaId;
import sightline.core.register.State;
import sightline.register.ExportAsked;
import sightline.register.ExportColumn;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The form that asks for an export, as it was sent. */
final class RegisterExportForm {
    static final String ID = "ask";
    private static final int MOST = 300;
    private static final String PURPOSE = "purpose";
    private static final String RECIPIENT = "recipient";
    private static final String AREA = "area";
    private static final String STATES = "states";
    private static final String COLUMNS = "columns";
    private static final Set<ExportColumn> USUAL =
            EnumSet.of(
                    ExportColumn.LOCAL_ID,
                    ExportColumn.NAME,
                    ExportColumn.BORN,
                    ExportColumn.REGISTER,
                    ExportColumn.STATE);

    private final Visit visit;
    private final MultiValueMap<String, String> typed;
    private final boolean sent;

    RegisterExportForm(Visit visit, MultiValueMap<String, String> typed, boolean sent) {
        this.visit = visit;
        this.typed = typed;
        this.sent = sent;
    }

    List<FormError> errors() {
        if (!sent) {
            return List.of();
        }
        List<FormError> errors = new ArrayList<>();
        need(errors, PURPOSE, "Say what it is for");
        need(errors, RECIPIENT, "Say who gets it");
        if (states().isEmpty()) {
            errors.add(
                    new FormError(
                            "Choose at least one way in which people stand", ID + "-" + STATES));
        }
        if (columns().isEmpty()) {
            errors.add(new FormError("Choose at least one column", ID + "-" + COLUMNS));
        }
        return errors;
    }

    private void need(List<FormError> errors, String field, String say) {
        String value = value(field);
        if (value.isEmpty()) {
            errors.add(new FormError(say, ID + "-" + field));
        } else if (value.length() > MOST) {
            errors.add(new FormError("Say it in at most 300 characters", ID + "-" + field));
        }
    }

    private String value(String field) {
        return Optional.ofNullable(typed.getFirst(field)).map(String::strip).orElse("");
    }

    private List<String> values(String field) {
        List<String> all = typed.get(field);
        return all == null ? List.of() : all;
    }

    private Set<State> states() {
        return Arrays.stream(State.values())
                .filter(s -> values(STATES).contains(slug(s)))
                .collect(Collectors.toSet());
    }

    private static String slug(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<ExportColumn> columns() {
        return ExportColumn.of(values(COLUMNS));
    }

    ExportAsked asked() {
        return new ExportAsked(
                value(PURPOSE),
                value(RECIPIENT),
                areas().keySet().stream().filter(value(AREA)::equals).map(AreaId::new).findFirst(),
                states(),
                columns());
    }

    /** The areas of the agencies as which the reader reads. */
    private Map<String, String> areas() {
        Map<String, String> areas = new TreeMap<>();
        visit.reader()
                .agencies()
                .forEach(agency ->
                        visit.directory()
                                .area(new sightline.core.kernel.AgencyId(agency))
                                .ifPresent(
                                        (Area area) -> areas.put(area.id().value(), area.name())));
        return areas;
    }

    Form form() {
        List<FormError> errors = errors();
        List<Option> areas = new ArrayList<>();
        areas.add(new Option("", "Every area that you may see", "", value(AREA).isEmpty()));
        areas().forEach((id, name) -> areas.add(new Option(id, name, "", value(AREA).equals(id))));
        return new Form(
                ID,
                "/register/export",
                List.of(
                        new Field.Line(
                                PURPOSE,
                                "What is it for?",
                                "",
                                value(PURPOSE),
                                error(errors, PURPOSE),
                                "text",
                                "off",
                                "w20"),
                        new Field.Line(
                                RECIPIENT,
                                "Who gets it?",
                                "A named person and where they work.",
                                value(RECIPIENT),
                                error(errors, RECIPIENT),
                                "text",
                                "off",
                                "w20"),
                        new Field.Pick(AREA, "Which area?", "", "", areas),
                        new Field.AnyOf(
                                STATES,
                                "Who?",
                                "By how they stand.",
                                error(errors, STATES),
                                stateOptions()),
                        new Field.AnyOf(
                                COLUMNS,
                                "Which columns?",
                                "No more than it needs.",
                                error(errors, COLUMNS),
                                columnOptions())),
                "Ask for it",
                true,
                "");
    }

    private static String error(List<FormError> errors, String field) {
        return EntryForm.error(errors, ID + "-" + field);
    }

    private List<Option> stateOptions() {
        return Arrays.stream(State.values())
                .filter(s -> s != State.NOT_COVERED)
                .map(s ->
                        new Option(slug(s), s.words(), "", sent ? states().contains(s) : s.under()))
                .toList();
    }

    private List<Option> columnOptions() {
        return Arrays.stream(ExportColumn.values())
                .map(c ->
                        new Option(
                                c.slug(),
                                c.title(),
                                "",
                                sent ? columns().contains(c) : USUAL.contains(c)))
                .toList();
    }

    @Override
    public String toString() {
        return "RegisterExportForm[redacted]";
    }
}
