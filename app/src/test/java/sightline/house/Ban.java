package sightline.house;

import sightline.house.SourceTree.SourceFile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Something that no line of some kind of file may hold.
 *
 * @param name how {@code allowed.txt} calls it
 * @param pattern found in a line, it is a breach
 * @param where the files that are looked at
 * @param instead what to do about it, for whoever meets it
 */
record Ban(String name, Pattern pattern, Predicate<SourceFile> where, String instead) {

    static Ban of(String name, String pattern, Predicate<SourceFile> where, String instead) {
        return new Ban(name, Pattern.compile(pattern), where, instead);
    }

    /** Each breach as "path:line: text". */
    List<String> breaches(SourceFile file) {
        var found = new ArrayList<String>();
        var number = 0;
        for (var line : file.text().split("\n", -1)) {
            number++;
            if (pattern.matcher(line).find()) {
                found.add(file.path() + ":" + number + ": " + line.strip());
            }
        }
        return found;
    }
}
