package sightline.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a column of an export says. */
public enum ExportColumn {
    LOCAL_ID("Your own number of the person"),
    NAME("Name"),
    BORN("Date of birth"),
    PNC("PNC number"),
    CRO("CRO number"),
    ADDRESS("Newest recorded home; one that a health service recorded is not shown"),
    REGISTER("Register"),
    STATE("How it stands"),
    FROM("On it from"),
    UNTIL("On it until"),
    OWED("What is to be told next"),
    DUE("By when"),
    VISIT_DUE("Next visit by"),
    RISK("Level of risk"),
    KEEPER("Who answers");

    private final String title;

    ExportColumn(String title) {
        this.title = title;
    }

    /** Its words on the page. */
    public String title() {
        return title;
    }

    /** Its heading in the file, and its value in forms. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of these slugs, in the order of the file; unknown ones are passed over. */
    public static List<ExportColumn> of(List<String> slugs) {
        return Arrays.stream(values()).filter(c -> slugs.contains(c.slug())).toList();
    }
}
