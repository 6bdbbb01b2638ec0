package sightline.population;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A person while life is simulated: a plain mutable struct, since a million are held. Days are
 * epoch days.
 */
final class Someone {

    /** A day that never comes. */
    static final int NEVER = Integer.MAX_VALUE;

    /** A surname that was given up on a day. */
    record FormerName(String surname, int untilDay) {}

    final int id;
    final int born;
    final Sex sex;
    final NamingSystem system;
    final String forename;
    final String middle;
    final int mobile;
    String familyName;
    String surname;
    @Nullable Someone mother;
    @Nullable Someone father;
    @Nullable Someone partner;
    @Nullable Someone formerPartner;
    boolean married;
    Home home;
    int gp = -1;
    int previousGp = -1;
    int school = -1;
    int died = NEVER;
    int due = NEVER;
    int twin = -1;
    private int[] moves = {};
    private @Nullable List<FormerName> formerNames;

    Someone(int id, int born, Sex sex, NamingSystem system, String[] names, Home home) {
        this.id = id;
        this.born = born;
        this.sex = sex;
        this.system = system;
        this.forename = names[0];
        this.middle = names[1];
        this.familyName = names[2];
        this.surname = names[3];
        this.home = home;
        this.mobile = (int) (Draw.mix(id * 31L + 7) >>> 1 & 0x7fffffff);
    }

    int ageOn(int day) {
        return Math.max(0, (int) ((day - born) / 365.25));
    }

    boolean aliveOn(int day) {
        return born <= day && day < died;
    }

    boolean female() {
        return sex == Sex.FEMALE;
    }

    void livesAt(int address, int fromDay) {
        int size = moves.length;
        moves = Arrays.copyOf(moves, size + 2);
        moves[size] = fromDay;
        moves[size + 1] = address;
    }

    /** Pairs of first day and address, in order of time. */
    int[] moves() {
        return moves.clone();
    }

    /** How many addresses the person had moved to by the day, the first included. */
    int addressesBy(int day) {
        int count = 0;
        for (int i = 0; i < moves.length; i += 2) {
            if (moves[i] <= day) {
                count++;
            }
        }
        return Math.max(1, count);
    }

    /** The address at a position of {@link #moves}, counted from 0. */
    int addressNumber(int position) {
        return moves[2 * position + 1];
    }

    int addressOn(int day) {
        return addressNumber(addressesBy(day) - 1);
    }

    void takesName(String newSurname, int day) {
        if (formerNames == null) {
            formerNames = new ArrayList<>(1);
        }
        formerNames.add(new FormerName(surname, day));
        surname = newSurname;
    }

    List<FormerName> formerNames() {
        return formerNames == null ? List.of() : List.copyOf(formerNames);
    }

    String surnameOn(int day) {
        if (formerNames != null) {
            for (FormerName former : formerNames) {
                if (day < former.untilDay()) {
                    return former.surname();
                }
            }
        }
        return surname;
    }
}
