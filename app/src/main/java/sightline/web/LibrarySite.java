package sightline.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import sightline.core.library.PublishedReview;
import sightline.library.Asked;
import sightline.library.FoundReview;
import sightline.library.Library;
import sightline.library.Reports;
import sightline.library.SaidBefore;
import sightline.web.view.Page;
import sightline.web.view.PageFrame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The library as files that any web server can show: every review, its report and its PDF, and the
 * lists. A search needs the server; the start page then lists the newest.
 */
public final class LibrarySite {
    private static final String ASSETS = "classpath*:/static/assets/";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Library library;
    private final Reports reports;
    private final LibraryViews views;

    /**
     * The site of a library.
     *
     * @param desk whom to ring, and the number
     */
    public LibrarySite(Library library, Reports reports, String desk, String telephone) {
        this.library = library;
        this.reports = reports;
        this.views = new LibraryViews(library, reports, new PageFrame.Desk(desk, telephone), false);
    }

    /** Writes it into a folder; tells how many reviews are done after each. */
    public int build(Path folder, IntConsumer done) throws IOException {
        Path home = folder.resolve("library");
        page(home, views.search(Asked.everything()));
        page(home.resolve("progress"), views.progress());
        page(home.resolve("data"), views.data());
        page(home.resolve("about"), views.about());
        List<FoundReview> all = library.all(Asked.everything());
        text(home.resolve("reviews.csv"), LibraryFiles.csv(all));
        text(
                home.resolve("organisations.csv"),
                LibraryFiles.organisationsCsv(library.organisations()));
        text(home.resolve("reviews.json"), LibraryFiles.json(all));
        SaidBefore said = library.saidBefore();
        int count = 0;
        for (FoundReview one : all) {
            review(home, one.review(), said);
            count++;
            done.accept(count);
        }
        assets(folder);
        return count;
    }

    private void review(Path home, PublishedReview review, SaidBefore said) throws IOException {
        Path own = home.resolve(review.reference().value());
        if (!(library.shelf(review.reference(), Optional.empty())
                instanceof Library.Shelf.Open shelf)) {
            return;
        }
        // Before its page, which says how large it is.
        byte[] report = reports.of(review);
        page(own, views.review(shelf, Optional.empty()));
        Files.write(own.resolve("report.pdf"), report);
        shelf.progress()
                .ifPresent(p -> pageUnchecked(own.resolve("on").resolve(p.on().toString()), shelf));
        page(own.resolve("report"), views.report(review, library.text(review.reference())));
        text(own.resolve("findings.csv"), LibraryFiles.findingsCsv(review));
        text(own.resolve("recommendations.csv"), LibraryFiles.recommendationsCsv(review));
        text(own.resolve("recommendations.json"), LibraryFiles.recommendationsJson(review));
        for (PublishedReview.Recommendation r : review.recommendations()) {
            page(
                    own.resolve("recommendations").resolve(Integer.toString(r.number())),
                    views.similar(review, r.number(), said.of(review.reference(), r.number())));
        }
    }

    private void pageUnchecked(Path folder, Library.Shelf.Open shelf) {
        try {
            page(folder, views.review(shelf, shelf.progress().map(p -> p.on())));
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    private void page(Path folder, Page page) throws IOException {
        StringOutput html = new StringOutput();
        templates.render(page.template(), page, html);
        text(folder.resolve("index.html"), html.toString());
    }

    private static void text(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void assets(Path folder) throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        for (Resource resource : resources.getResources(ASSETS + "**/*.*")) {
            String url = resource.getURL().toString();
            Path file =
                    folder.resolve(
                            url.substring(
                                    url.lastIndexOf("/static/assets/") + "/static/".length()));
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (InputStream in = resource.getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
