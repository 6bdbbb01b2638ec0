package sightline.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

import sightline.core.kernel.AgencyId;
import sightline.database.DatabaseException;
import sightline.feeds.Answer;
import sightline.feeds.Intake;
import sightline.feeds.Receipt;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many messages, one a line: kept in batches, each answered by a line when its batch is committed.
 * Whoever loses the connection sends all of it again; what was kept gets the same receipts.
 */
final class MessageStream {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    /**
     * The answer to one line.
     *
     * @param line counted from 1, blank lines included
     * @param status as a single message would have been answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineAnswer(
            int line, int status, @Nullable ReceiptJson receipt, @Nullable ApiProblem problem) {}

    private final Intake intake;
    private final AgencyId sender;
    private final OutputStream out;
    private final List<byte[]> batch = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int batchBytes;

    MessageStream(Intake intake, AgencyId sender, OutputStream out) {
        this.intake = intake;
        this.sender = sender;
        this.out = out;
    }

    void receive(byte[] body) throws IOException {
        var number = 0;
        var start = 0;
        while (start < body.length) {
            var end = endOfLine(body, start);
            number++;
            add(number, body, start, end);
            start = end + 1;
        }
        commit();
    }

    private void add(int number, byte[] body, int start, int end) throws IOException {
        if (isBlank(body, start, end)) {
            return;
        }
        batch.add(Arrays.copyOfRange(body, start, end));
        numbers.add(number);
        batchBytes += end - start;
        if (batch.size() >= BATCH || batchBytes >= BATCH_BYTES) {
            commit();
        }
    }

    private void commit() throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        var answers = answers();
        for (var i = 0; i < batch.size(); i++) {
            out.write(JSON.writeValueAsBytes(answers.get(i)));
            out.write('\n');
        }
        out.flush();
        batch.clear();
        numbers.clear();
        batchBytes = 0;
    }

    private List<LineAnswer> answers() {
        try {
            var stored = intake.receiveAll(sender, batch);
            var answers = new ArrayList<LineAnswer>();
            for (var i = 0; i < batch.size(); i++) {
                answers.add(answer(numbers.get(i), stored.get(i)));
            }
            return answers;
        } catch (DataAccessException | DatabaseException failed) {
            return numbers.stream().map(line -> refused(line, ApiProblem.notStored())).toList();
        }
    }

    private LineAnswer answer(int line, Answer answer) {
        return switch (answer) {
            case Answer.Kept(var receipt) -> kept(line, HttpStatus.CREATED, receipt);
            case Answer.KeptBefore(var receipt) -> kept(line, HttpStatus.OK, receipt);
            case Answer.Conflicting(var first) -> refused(line, ApiProblem.conflict(first));
            case Answer.TooLarge tooLarge -> refused(line, ApiProblem.tooLarge(tooLarge));
        };
    }

    private LineAnswer kept(int line, HttpStatus status, Receipt receipt) {
        var signed = ReceiptJson.of(receipt, intake.signed(receipt));
        return new LineAnswer(line, status.value(), signed, null);
    }

    private static LineAnswer refused(int line, ApiProblem problem) {
        return new LineAnswer(line, problem.status(), null, problem);
    }

    private static int endOfLine(byte[] body, int start) {
        var end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (var i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
