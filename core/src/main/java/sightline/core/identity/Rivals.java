package sightline.core.identity;

import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds links of one group of records to two others which cannot be one person, where neither fits
 * clearly better: an initial that could be either twin. To take the one that happens to come first
 * would be to guess.
 */
final class Rivals {
    /** In which group a record is. */
    interface Groups {
        int groupOf(SourceRecord record);
    }

    /** Whether two groups cannot both be one person with a third. */
    interface Rivalry {
        boolean between(int group, int a, int b);
    }

    private final Groups groups;
    private final Rivalry rivalry;
    private final Set<PersonLink> found = new HashSet<>();

    private Rivals(Groups groups, Rivalry rivalry) {
        this.groups = groups;
        this.rivalry = rivalry;
    }

    static Set<PersonLink> among(List<PersonLink> links, Groups groups, Rivalry rivalry) {
        var byGroup = new HashMap<Integer, List<PersonLink>>();
        for (var link : links) {
            for (var end : List.of(link.first(), link.second())) {
                byGroup.computeIfAbsent(groups.groupOf(end), group -> new ArrayList<>()).add(link);
            }
        }
        var rivals = new Rivals(groups, rivalry);
        byGroup.forEach(rivals::find);
        return rivals.found;
    }

    private void find(int group, List<PersonLink> links) {
        for (var i = 0; i < links.size(); i++) {
            for (var j = i + 1; j < links.size(); j++) {
                var a = otherEnd(links.get(i), group);
                var b = otherEnd(links.get(j), group);
                if (a != b
                        && closeCall(links.get(i), links.get(j))
                        && rivalry.between(group, a, b)) {
                    found.add(links.get(i));
                    found.add(links.get(j));
                }
            }
        }
    }

    private int otherEnd(PersonLink link, int group) {
        var first = groups.groupOf(link.first());
        return first == group ? groups.groupOf(link.second()) : first;
    }

    /** Judged by what tells brothers and sisters apart; a shared address does not. */
    private static boolean closeCall(PersonLink x, PersonLink y) {
        var apart = Math.abs(x.explanation().personalTenths() - y.explanation().personalTenths());
        return apart <= MatchWeights.CLEARLY_WEAKER_TENTHS;
    }
}
