package sightline.library;

import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Finding;
import sightline.core.library.PublishedReview.Kind;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A published review for a test, which says only what the test is about. */
public final class APublishedReview {
    private final Reference reference;
    private String accession = "";
    private String pseudonym;
    private Optional<String> area = Optional.empty();
    private String harmed = "2024";
    private Kind kind = Kind.LOCAL_PRACTICE_REVIEW;
    private Optional<Instant> readableFrom = Optional.empty();
    private List<AgeBand> ages = List.of();
    private List<String> themes = List.of();
    private List<String> agencies = List.of();
    private List<String> keywords = List.of();
    private String model = "";
    private String summary = "A child died.";
    private String learning = "";
    private List<Recommendation> recommendations = List.of();
    private List<Section> sections = List.of();
    private List<Finding> findings = List.of();

    private APublishedReview(Reference reference, String pseudonym) {
        this.reference = reference;
        this.pseudonym = pseudonym;
    }

    /** One that says nothing but what it is called, and that a child died. */
    public static APublishedReview of(Reference reference, String pseudonym) {
        return new APublishedReview(reference, pseudonym);
    }

    /** One that says what another says. */
    public static APublishedReview like(PublishedReview other) {
        return of(other.reference(), other.pseudonym())
                .accession(other.accession())
                .area(other.area())
                .harmed(other.harmed())
                .kind(other.kind())
                .readableFrom(other.readableFrom())
                .ages(other.ages())
                .themes(other.themes())
                .agencies(other.agencies())
                .keywords(other.keywords())
                .model(other.model())
                .summary(other.summary())
                .learning(other.learning())
                .recommendations(other.recommendations())
                .sections(other.sections())
                .findings(other.findings());
    }

    public APublishedReview accession(String told) {
        accession = told;
        return this;
    }

    public APublishedReview area(Optional<String> told) {
        area = told;
        return this;
    }

    public APublishedReview harmed(String told) {
        harmed = told;
        return this;
    }

    public APublishedReview kind(Kind told) {
        kind = told;
        return this;
    }

    public APublishedReview readableFrom(Optional<Instant> told) {
        readableFrom = told;
        return this;
    }

    public APublishedReview ages(List<AgeBand> told) {
        ages = told;
        return this;
    }

    public APublishedReview themes(List<String> told) {
        themes = told;
        return this;
    }

    public APublishedReview agencies(List<String> told) {
        agencies = told;
        return this;
    }

    public APublishedReview keywords(List<String> told) {
        keywords = told;
        return this;
    }

    public APublishedReview model(String told) {
        model = told;
        return this;
    }

    public APublishedReview summary(String told) {
        summary = told;
        return this;
    }

    public APublishedReview learning(String told) {
        learning = told;
        return this;
    }

    public APublishedReview recommendations(List<Recommendation> told) {
        recommendations = told;
        return this;
    }

    public APublishedReview sections(List<Section> told) {
        sections = told;
        return this;
    }

    public APublishedReview findings(List<Finding> told) {
        findings = told;
        return this;
    }

    /** Its only section has this text, on its first page. */
    public APublishedReview text(String told) {
        return sections(List.of(new Section(1, "", List.of(told))));
    }

    /** The review. */
    public PublishedReview build() {
        return new PublishedReview(
                reference,
                accession,
                pseudonym,
                area,
                harmed,
                kind,
                readableFrom,
                ages,
                themes,
                agencies,
                keywords,
                model,
                summary,
                learning,
                recommendations,
                sections,
                findings);
    }
}
