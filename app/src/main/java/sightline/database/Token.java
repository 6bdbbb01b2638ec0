package sightline.database;

import tools.jackson.databind.json.JsonMapper;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The text of a context token. Single use: it opens one transaction, within a minute. */
final class Token {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    static String reader(Claims claims, List<Subject> subjects, InstantSource clock) {
        if (subjects.size() > Subject.MAX_SUBJECTS) {
            throw new IllegalArgumentException(
                    subjects.size()
                            + " subjects in one context.\nOpen one for each page of at most "
                            + Subject.MAX_SUBJECTS
                            + ".");
        }
        var token = start("reader", clock);
        token.put("session", claims.session());
        token.put("actor", claims.actor());
        token.put("agency", claims.agency());
        token.put("agencies", sorted(claims.agencies()));
        token.put("roles", sorted(claims.roles()));
        token.put("teams", sorted(claims.teams()));
        token.put("posts", sorted(claims.posts()));
        token.put("purpose", claims.purpose());
        token.put("subjects", subjects.stream().map(Token::subject).toList());
        return JSON.writeValueAsString(token);
    }

    static String job(JobName job, InstantSource clock) {
        var token = machine("job", "job:" + job.sqlName(), clock);
        token.put("job", job.sqlName());
        return JSON.writeValueAsString(token);
    }

    static String kind(String kind, InstantSource clock) {
        return JSON.writeValueAsString(machine(kind, kind, clock));
    }

    private static Map<String, Object> start(String kind, InstantSource clock) {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        var token = new LinkedHashMap<String, Object>();
        token.put("version", 1);
        token.put("kind", kind);
        token.put("nonce", HexFormat.of().formatHex(nonce));
        token.put("expires", clock.instant().plus(LIFE).toEpochMilli());
        return token;
    }

    private static Map<String, Object> machine(String kind, String actor, InstantSource clock) {
        var token = start(kind, clock);
        token.put("session", "");
        token.put("actor", actor);
        token.put("agency", "sightline");
        token.put("roles", List.of());
        token.put("teams", List.of());
        token.put("posts", List.of());
        token.put("purpose", "system");
        token.put("subjects", List.of());
        return token;
    }

    private static Map<String, Object> subject(Subject subject) {
        var records = new ArrayList<List<String>>();
        for (var record : subject.records()) {
            records.add(List.of(RecordKey.of(record).toString(), record.agency().value()));
        }
        return Map.of("id", subject.id().value(), "records", records);
    }

    private static List<String> sorted(Set<String> values) {
        return List.copyOf(new TreeSet<>(values));
    }
}
