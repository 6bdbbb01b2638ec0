package sightline.web;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.AssessmentAccount;
import sightline.core.household.Entry;
import sightline.core.kernel.Text;
import sightline.web.view.page.AssessmentPage.Cell;
import sightline.web.view.page.AssessmentPage.Line;
import sightline.web.view.page.AssessmentPage.Section;
import sightline.web.view.page.AssessmentPage.Versions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written of an assessment's account before, side by side: nothing is overwritten. */
final class AccountVersions {
    private static final int MOST = 4;
    private static final String SEEN = "The child";
    private static final String SHARED = "With the family";

    private AccountVersions() {}

    /**
     * Nothing where there are fewer.
     *
     * @param least how many there must be: one where the form shows other words
     */
    static Optional<Section> of(AssessmentParts parts, Visit visit, int least) {
        List<Entry<CareBody.Assessment>> all = new ArrayList<>();
        for (Entry<CareBody.Assessment> entry : parts.assessment().facts()) {
            boolean again =
                    !all.isEmpty() && entry.body().account().equals(all.getLast().body().account());
            if (entry.body().account().isPresent() && !again) {
                all.add(entry);
            }
        }
        if (all.size() < least) {
            return Optional.empty();
        }
        List<Entry<CareBody.Assessment>> shown =
                all.subList(Math.max(0, all.size() - MOST), all.size()).reversed();
        List<Map<String, String>> said =
                shown.stream().map(e -> said(e.body().account().orElseThrow())).toList();
        List<String> headings = new ArrayList<>(List.of("What"));
        shown.forEach(e -> headings.add(heading(visit, e)));
        List<Line> lines = new ArrayList<>();
        for (String field : fields()) {
            List<String> words = said.stream().map(s -> s.getOrDefault(field, "")).toList();
            if (words.stream().anyMatch(w -> !w.isEmpty())) {
                lines.add(line(field, words));
            }
        }
        return Optional.of(
                new Section(
                        "versions",
                        "Versions side by side",
                        all.size() > MOST
                                ? "The newest " + MOST + " of " + all.size() + ". All are kept."
                                : "The newest stands first. All are kept.",
                        List.of(),
                        List.of(),
                        new Versions(headings, lines)));
    }

    private static Line line(String field, List<String> words) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean changed = i + 1 < words.size() && !words.get(i).equals(words.get(i + 1));
            cells.add(new Cell(words.get(i).isEmpty() ? "Nothing" : words.get(i), changed));
        }
        return new Line(field, cells);
    }

    private static String heading(Visit visit, Entry<CareBody.Assessment> entry) {
        return writer(visit, entry)
                + ", "
                + Wording.moment(entry.fact().times().recorded(), visit.today());
    }

    static String writer(Visit visit, Entry<CareBody.Assessment> entry) {
        return entry.body().by().map(Text::value).orElse(visit.agency(entry.fact().source()));
    }

    private static List<String> fields() {
        List<String> fields = new ArrayList<>(List.of(SEEN));
        fields.addAll(AccountForms.LONG.values());
        fields.add(SHARED);
        return fields;
    }

    private static Map<String, String> said(AssessmentAccount account) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(
                SEEN,
                account.childSeenAlone()
                        ? "Seen alone"
                        : account.childSeen() ? "Seen, not alone" : "Not seen");
        Map<String, String> texts = AccountForms.texts(account);
        AccountForms.LONG.forEach((name, label) -> {
            String words = texts.get(name);
            if (words != null) {
                said.put(label, words);
            }
        });
        said.put(SHARED, account.sharedWithFamily() ? "Shared" : "Not shared");
        return said;
    }
}
