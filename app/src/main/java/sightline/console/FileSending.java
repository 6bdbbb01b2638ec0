package sightline.console;

import sightline.feeds.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends one file in chunks, and notes after each how far it has come. */
final class FileSending {
    private static final int CHUNK = 1000;
    private static final int CHUNK_BYTES = 8 * 1024 * 1024;
    private static final int REFUSED = 400;

    /** The answer to one message, and where that stands. */
    record Answered(Path file, int number, JsonNode answer) {
        /** FILE:LINE STATUS RECEIPT ID, with a dash for what there is not. */
        String line() {
            var receipt = answer.path("receipt");
            return "%s:%d %d %s %s"
                    .formatted(
                            file,
                            number,
                            answer.path("status").asInt(),
                            receipt.path("receipt").asString("-"),
                            receipt.path("id").asString("-"));
        }

        String json() {
            if (answer instanceof ObjectNode object) {
                object.put("file", file.toString()).put("line", number);
            }
            return answer.toString();
        }

        boolean isSetAside() {
            return answer.path("status").asInt() >= REFUSED
                    || answer.path("receipt").path("reads").asString("").equals("quarantined");
        }

        List<Problem> problems() {
            var problems = new ArrayList<Problem>();
            for (var error : answer.path("problem").path("errors")) {
                problems.add(
                        new Problem(
                                error.path("field").asString(""),
                                error.path("message").asString(""),
                                error.path("fix").asString("")));
            }
            if (isSetAside() && problems.isEmpty()) {
                var problem = answer.path("problem");
                problems.add(
                        new Problem(
                                "message",
                                problem.path("title").asString("it cannot be read"),
                                problem.path("detail").asString("look at its receipt")));
            }
            return problems;
        }
    }

    /** Told of what could not be sent or was refused. */
    interface Complaints {
        void about(Path file, int number, List<Problem> problems);
    }

    private final Path file;
    private final int after;
    private final SendProgress progress;
    private final MessagePoster poster;
    private final Consumer<Answered> answers;
    private final Complaints complaints;
    private final List<FileMessages.Item.Message> chunk = new ArrayList<>();
    private int chunkBytes;
    private int last;
    private int sent;
    private int aside;

    FileSending(
            Path file,
            int after,
            SendProgress progress,
            MessagePoster poster,
            Consumer<Answered> answers,
            Complaints complaints) {
        this.file = file;
        this.after = after;
        this.progress = progress;
        this.poster = poster;
        this.answers = answers;
        this.complaints = complaints;
    }

    int sent() {
        return sent;
    }

    int aside() {
        return aside;
    }

    void send(FileMessages messages) throws IOException, MessagePoster.Refused {
        for (var item = messages.next(); item.isPresent(); item = messages.next()) {
            switch (item.get()) {
                case FileMessages.Item.Message message -> add(message);
                case FileMessages.Item.Bad(var number, var problems) -> {
                    last = number;
                    aside++;
                    complaints.about(file, number, problems);
                }
            }
        }
        post();
    }

    private void add(FileMessages.Item.Message message) throws IOException, MessagePoster.Refused {
        last = message.number();
        if (message.number() <= after) {
            return;
        }
        chunk.add(message);
        chunkBytes += message.json().length();
        if (chunk.size() >= CHUNK || chunkBytes >= CHUNK_BYTES) {
            post();
        }
    }

    private void post() throws IOException, MessagePoster.Refused {
        if (!chunk.isEmpty()) {
            var answered = poster.post(chunk);
            for (var i = 0; i < chunk.size(); i++) {
                tell(new Answered(file, chunk.get(i).number(), answered.get(i)));
            }
            chunk.clear();
            chunkBytes = 0;
        }
        if (last > after) {
            progress.reached(last);
        }
    }

    private void tell(Answered answered) {
        sent++;
        answers.accept(answered);
        if (answered.isSetAside()) {
            aside++;
            complaints.about(file, answered.number(), answered.problems());
        }
    }
}
