package sightline.reviews;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.When;
import sightline.core.reviews.ChronologyRow;
import sightline.core.reviews.ChronologyRow.Told;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Rows of a chronology as they are kept. */
final class RowJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RowJson() {}

    /** As it is written; a date that is not known is empty. */
    record Kept(
            String agency,
            String source,
            String happened,
            String written,
            String what,
            String by,
            String known,
            List<KeptTold> told,
            String doubt) {}

    /** Whom it was told to, and when. */
    record KeptTold(String who, String on) {}

    static String write(ChronologyRow row) {
        return JSON.writeValueAsString(
                new Kept(
                        row.agency().value(),
                        row.source(),
                        row.happened().text(),
                        row.written(),
                        row.what(),
                        row.by(),
                        text(row.known()),
                        row.told().stream().map(t -> new KeptTold(t.who(), text(t.on()))).toList(),
                        row.doubt()));
    }

    static ChronologyRow read(int copy, int number, String body) {
        Kept kept = JSON.readValue(body, Kept.class);
        return new ChronologyRow(
                copy,
                number,
                new AgencyId(kept.agency()),
                kept.source(),
                When.parse(kept.happened()),
                kept.written(),
                kept.what(),
                kept.by(),
                day(kept.known()),
                kept.told().stream().map(t -> new Told(t.who(), day(t.on()))).toList(),
                kept.doubt());
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
