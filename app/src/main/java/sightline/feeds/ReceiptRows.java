package sightline.feeds;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of this room's tables as the records of its API. */
final class ReceiptRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReceiptRows() {}

    /** From all columns of {@code feeds.receipt}. */
    static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                new ReceiptId(row.getLong("receipt_id")),
                new AgencyId(row.getString("sender")),
                row.getBoolean("keyed_by_hash")
                        ? Optional.empty()
                        : Optional.of(new MessageId(row.getString("message_id"))),
                Bytes.hex(row.getBytes("body_hash")),
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("readable"),
                row.getInt("key_generation"));
    }

    static List<Problem> problems(String json) {
        var problems = new ArrayList<Problem>();
        for (JsonNode problem : JSON.readTree(json)) {
            problems.add(
                    new Problem(
                            problem.path("field").asString(),
                            problem.path("message").asString(),
                            problem.path("fix").asString()));
        }
        return problems;
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
