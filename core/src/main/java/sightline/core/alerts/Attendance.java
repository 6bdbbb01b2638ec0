package sightline.core.alerts;

import sightline.core.directory.Directory;
import sightline.core.directory.OnDuty;
import sightline.core.directory.Post;
import sightline.core.facts.SystemBody.AlertUndeliverable.Reason;
import sightline.core.kernel.London;
import sightline.core.screening.Recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Whether somebody is there when an alert is put before them. */
public interface Attendance {
    /**
     * Why nobody is there, if so.
     *
     * @param atAnyHour whether it cannot wait until somebody is back at the desk
     */
    Optional<Reason> absence(Directory directory, Recipient to, Instant at, boolean atAnyHour);

    /** Whether what is told at that moment is opened and acknowledged there and then. */
    boolean opensAtOnce(Instant at);

    /** As the directory says: posts, holders, covers and rotas. */
    static Attendance asRecorded() {
        return new AsRecorded();
    }

    /** Everybody is there, and opens at once: for replays of what happened elsewhere. */
    static Attendance everybody() {
        return new Everybody();
    }

    /** As the directory says; what was told before a moment has been opened. */
    static Attendance openedBefore(Instant moment) {
        return new OpenedBefore(moment, asRecorded());
    }

    /** What the directory says. */
    record AsRecorded() implements Attendance {
        @Override
        public Optional<Reason> absence(
                Directory directory, Recipient to, Instant at, boolean atAnyHour) {
            if (directory.agency(to.agency()).isEmpty()) {
                return Optional.of(Reason.NO_AGENCY);
            }
            LocalDate day = London.day(at);
            Optional<Post> post = directory.post(to.agency(), to.role(), day);
            if (post.isEmpty()) {
                return Optional.of(Reason.NO_POST);
            }
            OnDuty who =
                    atAnyHour
                            ? directory.whoHas(post.get().id(), at)
                            : directory.whoOwns(post.get().id(), day);
            return who instanceof OnDuty.Vacant
                    ? Optional.of(Reason.NOBODY_THERE)
                    : Optional.empty();
        }

        @Override
        public boolean opensAtOnce(Instant at) {
            return false;
        }
    }

    /** Nobody is ever away. */
    record Everybody() implements Attendance {
        @Override
        public Optional<Reason> absence(
                Directory directory, Recipient to, Instant at, boolean atAnyHour) {
            return Optional.empty();
        }

        @Override
        public boolean opensAtOnce(Instant at) {
            return true;
        }
    }

    /** Nobody was ever away before a moment; from then on as somebody else says. */
    record OpenedBefore(Instant moment, Attendance then) implements Attendance {
        @Override
        public Optional<Reason> absence(
                Directory directory, Recipient to, Instant at, boolean atAnyHour) {
            return opensAtOnce(at) ? Optional.empty() : then.absence(directory, to, at, atAnyHour);
        }

        @Override
        public boolean opensAtOnce(Instant at) {
            return at.isBefore(moment);
        }
    }
}
