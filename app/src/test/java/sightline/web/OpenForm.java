package sightline.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form that somebody has open and has filled in: something stands in each of its fields. */
record OpenForm(String action, Map<String, String> fields) {
    private static final Pattern FORM =
            Pattern.compile(
                    "<form[^>]* method=\"post\"[^>]* action=\"([^\"]+)\"[^>]*>(.*?)</form>",
                    Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile(
                    "<(input|textarea|select)([^>]*)>(?:(?=(.*?)</select>))?", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");

    /** Those of a page, each text with these words and each day today. */
    static List<OpenForm> of(String page, String words, LocalDate today) {
        List<OpenForm> forms = new ArrayList<>();
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher field = FIELD.matcher(form.group(2));
            while (field.find()) {
                String name = attribute(field.group(2), "name");
                if (!name.isEmpty() && !name.equals("_csrf")) {
                    fields.putIfAbsent(name, value(field, words, today));
                }
            }
            forms.add(new OpenForm(form.group(1), fields));
        }
        return forms;
    }

    private static String value(Matcher field, String words, LocalDate today) {
        if (field.group(1).equals("textarea")) {
            return words;
        }
        if (field.group(1).equals("select")) {
            Matcher option = OPTION.matcher(field.group(3));
            return option.find() ? option.group(1) : "";
        }
        return attribute(field.group(2), "type").equals("text")
                ? today.getDayOfMonth() + " " + today.getMonthValue() + " " + today.getYear()
                : attribute(field.group(2), "value");
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    /** The same with something else in one field. */
    OpenForm with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(fields);
        other.put(name, value);
        return new OpenForm(action, other);
    }

    /** As a browser would send it. */
    String coded() {
        return fields.entrySet().stream()
                .map(e -> PlainVisitor.coded(e.getKey()) + "=" + PlainVisitor.coded(e.getValue()))
                .collect(Collectors.joining("&"));
    }
}
