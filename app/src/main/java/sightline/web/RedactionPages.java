package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import sightline.core.reviews.Review;
import sightline.library.AfterRelease;
import sightline.library.Documents;
import sightline.library.Publications;
import sightline.library.Redacting;
import sightline.library.Redacting.Beside;
import sightline.library.Redacting.Taken;
import sightline.reviews.Reviews;
import sightline.web.RedactionParts.Asked;
import sightline.web.RedactionParts.Refused;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deposited report, and how it is redacted beside it. */
@PageController
final class RedactionPages {
    private static final String AT = PublicationPages.AT + "/compare";
    private static final int WORDS_MAX = 100_000;

    private final Reviews reviews;
    private final Publications publications;
    private final Redacting redacting;
    private final AfterRelease afterRelease;

    RedactionPages(
            Reviews reviews,
            Publications publications,
            Redacting redacting,
            AfterRelease afterRelease) {
        this.reviews = reviews;
        this.publications = publications;
        this.redacting = redacting;
        this.afterRelease = afterRelease;
    }

    /** Takes a report in. */
    @PostMapping(PublicationPages.AT + "/report")
    Object take(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        Optional<Review> review = PublicationPages.read(reviews, visit, id);
        if (review.isEmpty() || publications.find(visit.reader(), id).isEmpty()) {
            return Answers.nobody(visit, response);
        }
        return switch (redacting.take(visit.reader(), id, bytes(file), visit.now())) {
            case Taken.In _ -> "redirect:" + PublicationPages.address(id) + "/compare";
            case Taken.Waits _ -> "redirect:" + PublicationPages.address(id);
            case Taken.Not(String why) -> {
                var forms = new PublicationForms(visit, Map.of());
                forms.refuse("file", why);
                yield PublicationPages.parts(publications, afterRelease, visit, id, review.get())
                        .page(forms, "report", List.of());
            }
        };
    }

    /** At most one byte more than a report may have: more is refused as too large. */
    private static byte[] bytes(Optional<MultipartFile> file) throws IOException {
        if (file.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = file.get().getInputStream()) {
            return in.readNBytes(Documents.UPLOAD_BYTES_MAX + 1);
        }
    }

    @GetMapping(AT)
    Object show(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String some,
            @RequestParam(defaultValue = "") String from) {
        return shown(visit, response, id, Asked.of(some, from), List.of());
    }

    private Object shown(
            Visit visit,
            HttpServletResponse response,
            String id,
            Asked asked,
            List<Refused> refused) {
        Optional<Review> review = PublicationPages.read(reviews, visit, id);
        Optional<Beside> beside = review.flatMap(_ -> redacting.beside(visit.reader(), id));
        return beside.isEmpty()
                ? Answers.nobody(visit, response)
                : new RedactionParts(visit, id, review.orElseThrow(), beside.get())
                        .page(asked, refused);
    }

    @PostMapping(AT)
    Object change(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam Map<String, String> typed) {
        var asked = Asked.of(typed.getOrDefault("some", ""), typed.getOrDefault("from", ""));
        Optional<Beside> beside =
                PublicationPages.read(reviews, visit, id)
                        .flatMap(_ -> redacting.beside(visit.reader(), id));
        String number = typed.getOrDefault("line", "");
        int line = number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
        if (beside.isEmpty() || line >= beside.get().lines().size()) {
            return Answers.nobody(visit, response);
        }
        String words = typed.getOrDefault("words", "");
        String digest = typed.getOrDefault("digest", "");
        String wrong =
                words.length() > WORDS_MAX
                        ? "Write at most " + WORDS_MAX + " characters"
                        : done(visit, id, beside.get(), line, words, digest)
                                ? ""
                                : "Somebody changed the text before you. Read it, then send yours again";
        return wrong.isEmpty()
                ? "redirect:"
                        + PublicationPages.address(id)
                        + "/compare"
                        + asked.query()
                        + asked.from()
                : shown(visit, response, id, asked, List.of(new Refused(line, words, wrong)));
    }

    private boolean done(
            Visit visit, String id, Beside beside, int line, String words, String digest) {
        if (!beside.digest().equals(digest)) {
            return false;
        }
        var row = beside.lines().get(line).row();
        return row.after().isEmpty()
                ? redacting.insert(visit.reader(), id, row.place(), words, digest, visit.now())
                : redacting.change(visit.reader(), id, row.place(), words, digest, visit.now());
    }
}
