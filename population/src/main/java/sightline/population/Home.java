package sightline.population;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A household while life is simulated: who lives together, where, and on what tenure. */
final class Home {

    /** What sort of household it is. */
    enum Sort {
        FAMILY("family"),
        SHARED("shared-house"),
        HOSTEL("hostel"),
        CARE("care");

        private final String slug;

        Sort(String slug) {
            this.slug = slug;
        }

        String slug() {
            return slug;
        }
    }

    /** How the home is held. */
    enum Tenure {
        OWNED("owned"),
        PRIVATE("private"),
        SOCIAL("social");

        private final String slug;

        Tenure(String slug) {
            this.slug = slug;
        }

        String slug() {
            return slug;
        }
    }

    final int id;
    final Sort sort;
    final List<Someone> members = new ArrayList<>(4);
    Tenure tenure;
    int address;
    int since;

    /** The dwelling that the family left for this one, before all this; below zero while none. */
    int earlier = -1;

    Home(int id, Sort sort, Tenure tenure, int address, int since) {
        this.id = id;
        this.sort = sort;
        this.tenure = tenure;
        this.address = address;
        this.since = since;
    }

    /** The eldest member, who speaks for the home; null when nobody is left. */
    @Nullable Someone head() {
        Someone head = null;
        for (Someone member : members) {
            if (head == null || member.born < head.born) {
                head = member;
            }
        }
        return head;
    }

    /** Members under 18 on the day, at most this many. */
    List<Someone> childrenOn(int day, int limit) {
        return members.stream().filter(m -> m.ageOn(day) < 18).limit(limit).toList();
    }
}
