package sightline.population;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Every agency's records: who each is about and when its details were last taken down. Four numbers
 * a record; what stands in it is worked out by {@link Scribe}, so that millions fit.
 */
final class RecordBook {

    private static final int NONE = -1;

    private int size;
    private int[] person = new int[1024];
    private int[] captured = new int[1024];
    private int[] next = new int[1024];
    private short[] agency = new short[1024];
    private boolean[] fresh = new boolean[1024];
    private int[] serial = new int[1024];
    private int[] head = new int[1024];
    private final int[][] bySerial;
    private final int[] serials;

    RecordBook(int agencies) {
        bySerial = new int[agencies][];
        serials = new int[agencies];
        Arrays.setAll(bySerial, i -> new int[64]);
        Arrays.fill(head, NONE);
    }

    int size() {
        return size;
    }

    int person(int rec) {
        return person[rec];
    }

    int agency(int rec) {
        return agency[rec];
    }

    int captured(int rec) {
        return captured[rec];
    }

    /** True when the address was what the contact was about, so that it is the current one. */
    boolean fresh(int rec) {
        return fresh[rec];
    }

    int serial(int rec) {
        return serial[rec];
    }

    /** The agency's newest record of the person, or -1. */
    int find(int who, int ofAgency) {
        if (who >= head.length) {
            return NONE;
        }
        for (int rec = head[who]; rec != NONE; rec = next[rec]) {
            if (agency[rec] == ofAgency) {
                return rec;
            }
        }
        return NONE;
    }

    /** The person's records, the newest first. */
    IntStream of(int who) {
        int first = who < head.length ? head[who] : NONE;
        return IntStream.iterate(first, rec -> rec != NONE, rec -> next[rec]);
    }

    /** The record with this serial number at the agency, or -1. */
    int withSerial(int ofAgency, int number) {
        return number >= 1 && number <= serials[ofAgency] ? bySerial[ofAgency][number - 1] : NONE;
    }

    int add(int who, int ofAgency, int day, boolean freshAddress) {
        growRecords();
        growPeople(who);
        int rec = size++;
        person[rec] = who;
        agency[rec] = (short) ofAgency;
        next[rec] = head[who];
        head[who] = rec;
        capture(rec, day, freshAddress);
        if (serials[ofAgency] == bySerial[ofAgency].length) {
            bySerial[ofAgency] = Arrays.copyOf(bySerial[ofAgency], serials[ofAgency] * 2);
        }
        bySerial[ofAgency][serials[ofAgency]++] = rec;
        serial[rec] = serials[ofAgency];
        return rec;
    }

    void capture(int rec, int day, boolean freshAddress) {
        captured[rec] = day;
        fresh[rec] = freshAddress;
    }

    private void growRecords() {
        if (size < person.length) {
            return;
        }
        int larger = size + (size >> 1);
        person = Arrays.copyOf(person, larger);
        captured = Arrays.copyOf(captured, larger);
        next = Arrays.copyOf(next, larger);
        agency = Arrays.copyOf(agency, larger);
        fresh = Arrays.copyOf(fresh, larger);
        serial = Arrays.copyOf(serial, larger);
    }

    private void growPeople(int who) {
        int before = head.length;
        if (who >= before) {
            head = Arrays.copyOf(head, Math.max(who + 1, before + (before >> 1)));
            Arrays.fill(head, before, head.length, NONE);
        }
    }
}
