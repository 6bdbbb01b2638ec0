package sightline.web;

import sightline.core.kernel.Words;
import sightline.core.register.Happening;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPack.Status;
import sightline.core.register.RegisterPackReader;
import sightline.core.register.State;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words of registers that several pages share. */
final class RegisterWords {
    static final List<RegisterPack> PACKS = RegisterPackReader.shipped();

    private static final Map<String, RegisterPack> BY_KEY =
            PACKS.stream().collect(Collectors.toMap(RegisterPack::key, p -> p));
    private static final int SOON = 7;

    private RegisterWords() {}

    static Optional<RegisterPack> pack(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    static String title(String key) {
        return pack(key).map(RegisterPack::title).orElse(key);
    }

    /** A state with how much it presses. */
    static Tag state(State state) {
        Tone tone =
                switch (state) {
                    case IN_BREACH, WHEREABOUTS_UNKNOWN -> Tone.RED;
                    case INITIAL_NOTICE_DUE, PERIODIC_NOTICE_DUE -> Tone.AMBER;
                    case CURRENT -> Tone.GREEN;
                    case LIABLE, TOLLED -> Tone.BLUE;
                    case NOT_COVERED, ENDED, HANDED_OVER, SET_ASIDE -> Tone.NEUTRAL;
                };
        return new Tag(state.words(), tone);
    }

    /** The same under one register: the local list asks nothing of the person. */
    static Tag state(State state, RegisterPack pack) {
        return pack.status() == Status.LOCAL && state.under()
                ? new Tag("On the list", Tone.AMBER)
                : state(state);
    }

    static Tag status(RegisterPack pack) {
        return new Tag(
                pack.status().words(),
                pack.status() == Status.IN_FORCE ? Tone.GREEN : Tone.NEUTRAL);
    }

    /** Away as recorded: a question, never a state to rely on. */
    static String away(Happening.Away where) {
        return switch (where) {
            case CUSTODY -> "In custody as recorded; release not recorded: ask";
            case HOSPITAL -> "In hospital as recorded; discharge not recorded: ask";
            case ABROAD -> "Abroad as recorded; return not recorded: ask";
        };
    }

    /** A last day with what it means today. */
    static Due due(LocalDate last, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, last);
        if (days < 0) {
            return new Due(Words.day(last), Wording.count(-days, "day") + " overdue", DueTone.OVER);
        }
        if (days == 0) {
            return new Due(Words.day(last), "Today is the last day", DueTone.TODAY);
        }
        return new Due(
                Words.day(last),
                Wording.count(days, "day") + " left",
                days <= SOON ? DueTone.SOON : DueTone.LATER);
    }
}
