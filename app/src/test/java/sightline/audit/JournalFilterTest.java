package sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import sightline.database.JobName;
import sightline.database.TestDatabase;

import java.io.IOException;
import java.util.List;

final class JournalFilterTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final Journal journal = new Journal(DATABASE.secrets());
    private final JournalFilter filter =
            new JournalFilter(r -> r.getRequestURI().startsWith("/assets/"));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void keepsTheBodyBackUntilTheEntryIsCommitted() throws ServletException, IOException {
        filter.doFilter(
                request("/child"),
                response,
                (_, kept) -> {
                    kept.getWriter().write("Mia");
                    kept.flushBuffer();
                    assertThat(response.getContentAsString()).isEmpty();
                    write();
                    assertThat(response.getContentAsString()).isEmpty();
                });

        assertThat(response.getContentAsString()).isEqualTo("Mia");
        assertThat(response.getContentLength()).isEqualTo(3);
    }

    @Test
    void aPageThatNobodyRecordedDoesNotLeave() throws ServletException, IOException {
        filter.doFilter(request("/child"), response, (_, kept) -> kept.getWriter().write("Mia"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).isEmpty();
        assertThat(response.getHeader(JournalFilter.NOT_RECORDED)).isEqualTo("true");
    }

    @Test
    void nothingLeavesWhenTheHandlerFailsAfterWriting() {
        FilterChain failing =
                (_, kept) -> {
                    kept.getWriter().write("Mia");
                    throw new ServletException("the journal could not be written");
                };

        assertThatThrownBy(() -> filter.doFilter(request("/child"), response, failing))
                .isInstanceOf(ServletException.class);
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void anErrorTakesTheBodyWithIt() throws ServletException, IOException {
        filter.doFilter(
                request("/child"),
                response,
                (_, kept) -> {
                    kept.getOutputStream()
                            .write(
                                    "Mia"
                                            .repeat(10_000)
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    ((jakarta.servlet.http.HttpServletResponse) kept).sendError(404);
                });

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void styleSheetsNeedNoEntry() throws ServletException, IOException {
        filter.doFilter(
                request("/assets/a.css"), response, (_, out) -> out.getWriter().write("p{}"));

        assertThat(response.getContentAsString()).isEqualTo("p{}");
    }

    private void write() {
        DATABASE.transactions()
                .asJob(
                        JobName.WATCH,
                        sql -> List.of(journal.write(sql, Entry.of(Event.VISIT, "/child"))));
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }
}
