package sightline.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A column of the file of an existing register, in the order of the template. */
public enum ImportColumn {
    LOCAL_ID(
            "local_id",
            true,
            "R-1001",
            "Your own number of the person. The same on each row of one person.",
            "id",
            "nominal_id",
            "reference"),
    GIVEN_NAMES(
            "given_names",
            true,
            "Robin Lee",
            "Given names.",
            "forenames",
            "first_name",
            "given_name"),
    FAMILY_NAME("family_name", true, "Testcase", "Family name.", "surname", "last_name"),
    OTHER_NAMES(
            "other_names",
            false,
            "Rob Testcase",
            "Other names, with ; between two. The last word of each is the family name.",
            "aliases",
            "alias"),
    BORN(
            "date_of_birth",
            true,
            "1984-03-27",
            "A day, like 1984-03-27 or 27/03/1984.",
            "dob",
            "born"),
    SEX("sex", false, "male", "male, female or not-known.", "gender"),
    PNC("pnc", false, "", "PNC number with its check letter.", "pnc_id", "pncid", "pnc_number"),
    CRO("cro", false, "", "CRO number with its check letter.", "cro_number"),
    ADDRESS(
            "address",
            false,
            "12 Example Street, Westmarsh",
            "Home address as last notified, in one line.",
            "home_address",
            "address_line"),
    POSTCODE("postcode", false, "WM1 9LB", "Its postcode.", "post_code"),
    UPRN("uprn", false, "", "Its unique property reference number."),
    OFFENCE_CODE(
            "offence_code",
            false,
            "",
            "Your code of the offence: kept, and not used to classify.",
            "cjs_code"),
    OFFENCE_CLASS(
            "home_office_class",
            false,
            "5A",
            "Home Office class, like 5A or 11A. This or the group is needed.",
            "ho_class"),
    OFFENCE_GROUP(
            "offence_group",
            false,
            "",
            "What it is in law: murder, manslaughter, infanticide, causing-death-or-harm-to-child, child-cruelty, abandonment, abduction, kidnap, wounding-with-intent, wounding, actual-bodily-harm, common-assault, strangulation, threats-to-kill, sexual, fgm, terrorism or another group of messages. This or the class is needed."),
    OFFENCE(
            "offence_wording",
            true,
            "Wounding with intent",
            "The offence as it was recorded.",
            "offence",
            "offence_title"),
    CONVICTED(
            "conviction_date",
            true,
            "2019-05-14",
            "Day of the conviction or caution.",
            "convicted",
            "date_of_conviction"),
    CAUTION("caution", false, "no", "yes where it was a caution."),
    VICTIM_AGE(
            "victim_age",
            false,
            "3",
            "Age of the youngest victim on the day, in whole years. Empty: it is asked for.",
            "age_of_victim"),
    VICTIM_TIE(
            "victim_relationship",
            false,
            "partners-child",
            "own-child, partners-child, child-in-care-of, other-child, partner, ex-partner, family-member, stranger, other or not-known.",
            "relationship"),
    SENTENCE(
            "sentence",
            false,
            "custody",
            "custody, suspended, community, hospital-order, hospital-with-restriction, fine, conditional-discharge, absolute-discharge, life or other.",
            "sentence_kind"),
    MONTHS(
            "sentence_months",
            false,
            "36",
            "Its length in whole months. Needed for custody, suspended and conditional-discharge.",
            "length_months",
            "sentence_length"),
    RELEASED(
            "release_date",
            false,
            "2021-11-12",
            "Day of the release, where there was one.",
            "released"),
    REGISTER("register", true, "soa-2003", "The register by its key.", "pack"),
    STARTED(
            "registration_start",
            true,
            "2019-05-14",
            "From which day the person is on it.",
            "start_of_registration"),
    ENDS(
            "registration_end",
            false,
            "",
            "Until which day, where that is set.",
            "end_of_registration"),
    NOTIFIED(
            "last_notification",
            false,
            "2026-01-12",
            "Day of the last full notification. The address counts as notified on that day.",
            "last_notified"),
    RISK("risk_level", false, "medium", "very-high, high, medium or low.", "risk"),
    AREA(
            "keeper_area",
            true,
            "westmarsh",
            "The area that keeps the entry: its name or its id. Another area’s rows are set aside.",
            "area",
            "keeper");

    private static final Map<String, ImportColumn> BY_NAME = new HashMap<>();

    static {
        for (ImportColumn column : values()) {
            BY_NAME.put(squeezed(column.heading), column);
            column.alias.forEach(a -> BY_NAME.put(squeezed(a), column));
        }
    }

    private final String heading;
    private final boolean needed;
    private final String example;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> alias;

    ImportColumn(String heading, boolean needed, String example, String meaning, String... alias) {
        this.heading = heading;
        this.needed = needed;
        this.example = example;
        this.meaning = meaning;
        this.alias = List.of(alias);
    }

    /** Its heading in the template. */
    public String heading() {
        return heading;
    }

    /** Whether a row without it is set aside, and a file without the column not read. */
    public boolean needed() {
        return needed;
    }

    /** What stands in it. */
    public String meaning() {
        return meaning;
    }

    /** An example of somebody invented; empty where none is given. */
    public String example() {
        return example;
    }

    /** The column that a heading names, whatever its case, blanks and underscores. */
    static Optional<ImportColumn> of(String heading) {
        return Optional.ofNullable(BY_NAME.get(squeezed(heading)));
    }

    /** The template: the headings, and one row of somebody invented. */
    public static String template() {
        return CsvCells.row(Arrays.stream(values()).map(ImportColumn::heading).toList())
                + CsvCells.row(Arrays.stream(values()).map(ImportColumn::example).toList());
    }

    private static String squeezed(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
