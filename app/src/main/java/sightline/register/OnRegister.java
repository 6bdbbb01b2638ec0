package sightline.register;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.Seals;
import sightline.access.UserId;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;
import sightline.database.Transactions;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who of some people is on an agency's register already, under another number of its own. A record
 * that is sealed, or touches whoever asks privately, is as if it were not there.
 */
final class OnRegister {
    private final Transactions transactions;
    private final Identities identities;

    OnRegister(Transactions transactions, Identities identities) {
        this.transactions = transactions;
        this.identities = identities;
    }

    /**
     * Who of the records asked for is known to the agency as another record of its own.
     *
     * @param listed whose person is on its register
     * @param hidden whose person may not be known of by whoever asks: nothing may tell them apart
     *     from somebody whom nobody knows
     */
    record Known(Set<SourceRecord> listed, Set<SourceRecord> hidden) {
        static final Known NOBODY = new Known(Set.of(), Set.of());

        Known {
            listed = Set.copyOf(listed);
            hidden = Set.copyOf(hidden);
        }
    }

    /** Those of these records whose person the agency knows as another record. */
    Known already(AgencyId agency, UserId asker, Collection<RecordDetails> asked) {
        return transactions.asJob(
                JobName.REGISTER_IMPORT, sql -> already(sql, agency, asker, asked));
    }

    private Known already(
            JdbcClient sql, AgencyId agency, UserId asker, Collection<RecordDetails> asked) {
        Map<SourceRecord, Set<SourceRecord>> alike = identities.alikeIn(sql).at(agency, asked);
        if (alike.isEmpty()) {
            return Known.NOBODY;
        }
        IdentityStore store = identities.in(sql);
        Map<SourceRecord, PersonId> people =
                store.peopleOf(
                        alike.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Set<PersonId> open = open(sql, store, asker, Set.copyOf(people.values()));
        Set<PersonId> listed = listed(sql, agency, open);
        return new Known(
                of(alike, people, listed::contains), of(alike, people, p -> !open.contains(p)));
    }

    private static Set<SourceRecord> of(
            Map<SourceRecord, Set<SourceRecord>> alike,
            Map<SourceRecord, PersonId> people,
            Predicate<PersonId> which) {
        return alike.entrySet().stream()
                .filter(e ->
                        e.getValue().stream()
                                .map(people::get)
                                .anyMatch(p -> p != null && which.test(p)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<PersonId> open(
            JdbcClient sql, IdentityStore store, UserId asker, Set<PersonId> people) {
        var records = store.recordsOf(people);
        Set<UUID> hidden =
                new Seals()
                        .hiddenFrom(
                                sql,
                                asker,
                                records.values().stream()
                                        .flatMap(m -> m.stream().map(member -> member.record()))
                                        .toList());
        Set<PersonId> open = new HashSet<>(people);
        records.forEach((person, members) -> {
            if (members.stream().anyMatch(m -> hidden.contains(RecordKey.of(m.record())))) {
                open.remove(person);
            }
        });
        return open;
    }

    private static Set<PersonId> listed(JdbcClient sql, AgencyId agency, Set<PersonId> people) {
        return Set.copyOf(
                sql.sql(
                                """
                                SELECT DISTINCT subject FROM register.entry
                                 WHERE keeper = :agency AND subject = ANY (:people::text[])
                                   AND state NOT IN ('NOT_COVERED', 'ENDED', 'HANDED_OVER', 'SET_ASIDE')
                                """)
                        .param("agency", agency.value())
                        .param("people", SqlArrays.people(people))
                        .query((row, _) -> new PersonId(Objects.requireNonNull(row.getString(1))))
                        .list());
    }
}
