package sightline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests to one route that nobody means well with; each way of them, values by chance. */
final class HostileRequests {
    /** Stands in what is sent; it is in no log and in no answer to a refusal of the interface. */
    static final String STRANGER = "Zqxvorn";

    private static final List<String> FIELDS =
            List.of(
                    "page", "known", "before", "from", "to", "q", "kept", "for", "year", "area",
                    "back", "act", "once", "about", "name", "choice", "why", "sort", "again",
                    "_method", "_csrf");

    private static final List<String> VALUES =
            List.of(
                    "",
                    "-1",
                    "0",
                    "99999999999999999999",
                    "1e999",
                    "NaN",
                    "0000-00-00",
                    "2026-13-45",
                    "9999999-01-01",
                    "+999999999-12-31",
                    "00000000-0000-0000-0000-000000000000",
                    "00000000-0000-7000-8000-00000000000g",
                    "%00",
                    "a%00b",
                    "%0d%0aSet-Cookie:%20a=b",
                    "%FF%FE",
                    "%ED%A0%80",
                    "%C0%AE%C0%AE",
                    "%E2%80%AE" + STRANGER,
                    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                    "%252e%252e%252f",
                    "%5c..%5c..",
                    "%3Cscript%3Ealert(1)%3C/script%3E",
                    "%27%20OR%201=1--",
                    "%24%7B7*7%7D%23%7B7*7%7D",
                    "%2F%2Fevil.example%2F",
                    "https:%2F%2Fevil.example",
                    "javascript:alert(1)",
                    STRANGER + "x".repeat(3_000));

    /** What stands in no address that a browser writes. */
    private static final List<String> RAW =
            List.of(
                    "..",
                    "../../etc/passwd",
                    "..;/..",
                    ";a=b",
                    "%zz",
                    "\u0000",
                    "\u00ff\u00fe",
                    "|",
                    "<x>");

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/x-ndjson",
                    "multipart/form-data",
                    "multipart/form-data; boundary=" + "x".repeat(300),
                    "application/x-www-form-urlencoded; charset=utf-7",
                    "application/x-www-form-urlencoded; charset=no-such",
                    "application/json; charset=utf-16",
                    "application/x-java-serialized-object",
                    "text/" + "x".repeat(2_000),
                    "*/*",
                    ";;;",
                    "");

    private static final List<String> BODIES =
            List.of(
                    "",
                    "null",
                    "[".repeat(10_000),
                    "{\"a\":".repeat(10_000),
                    "{\"kind\":\"note\",\"kind\":\"birth\"}",
                    "{\"id\":1e999,\"sentAt\":-1e999}",
                    "{\"id\":[],\"kind\":[[]],\"people\":\"x\",\"body\":[1]}",
                    "{\"id\":\"a\",\"kind\":\"note\",\"when\":\"0000-00-00\",\"sentAt\":\"9999999-01-01T00:00:00Z\"}",
                    "\u00ff\u00fe\u0000" + STRANGER,
                    "--x\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\n" + STRANGER,
                    "a=%ZZ&b=%&=&&&c=" + STRANGER,
                    "x=1&".repeat(12_000));

    /** Heads of a part of a form that say what no browser says. */
    private static final List<String> PARTS =
            List.of(
                    "; name=\"a\u0000\"; filename=\"" + STRANGER + "\u0000.jpg\"",
                    "; name=\"a\"; filename*=no-such'en'" + STRANGER + "%ff%00",
                    "; name=\"a\"; filename*=UTF-8''" + STRANGER + "%zz%",
                    "; name=\"a\"; filename*=",
                    "; name=\"a\"; filename=\"=?no-such?B?####?=\"",
                    "; name=\"=?utf-8?Q?=ZZ=?=\"; filename=\"=?utf-8?B?!?=\"",
                    "; name=\"a\"; filename=\"C:\\..\\..\\x/../" + STRANGER + "\"",
                    "; name=\"a\"; filename=\"" + "x".repeat(3_000) + "\"",
                    "; name=\"a\"\r\nContent-Type: multipart/mixed",
                    "; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=y",
                    "; name=\"a\"\r\nContent-Type: text/plain; charset=***",
                    "\r\nX: " + "y".repeat(20_000),
                    "");

    private static final List<String> PARTED =
            List.of(
                    "multipart/form-data; boundary=x",
                    "multipart/form-data, multipart/form-data; boundary=x",
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/mixed; boundary=x",
                    "multipart/x");

    private final Random random;

    HostileRequests(Random random) {
        this.random = random;
    }

    /** A path of that route, in which something stands in each place that is open. */
    String path(String route, String value) {
        return route.replaceAll("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(value));
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static HostileRequest one(
            String what, String method, String target, String... headers) {
        return new HostileRequest(what, method, target, List.of(headers), "");
    }

    /** Those that are refused whoever sends them, and change nothing. */
    List<HostileRequest> refused(String route, String known) {
        List<HostileRequest> all = new ArrayList<>();
        String path = path(route, known);
        for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "x\u00ff")) {
            all.add(one("another method", method, path));
        }
        all.add(one("no end of a header", "GET", path, "X-A: " + "y".repeat(20_000)));
        all.add(one("no name of a header", "GET", path, ": b", "\u0000: c"));
        all.add(one("two lengths", "POST", path, "Content-Length: 3", "Content-Length: 4"));
        all.add(one("a length below none", "POST", path, "Content-Length: -5"));
        all.add(one("a coding that is none", "POST", path, "Transfer-Encoding: nonsense"));
        all.add(
                new HostileRequest(
                        "pieces of no size",
                        "POST",
                        path,
                        List.of(
                                "Transfer-Encoding: chunked",
                                "Content-Type: application/x-www-form-urlencoded"),
                        "zz\r\nabc\r\n0\r\n\r\n"));
        all.add(one("a protocol that is none", "GET", path + " HTTP/9.9\r\nX-Rest:"));
        if (path.startsWith("/api/")) {
            all.add(piecesOfNoSizeOfJson(path));
        }
        for (String raw : RAW) {
            all.add(one("a path that is none", "GET", path + "/" + raw));
        }
        return all;
    }

    /** Those that may be answered, as long as it is with words. */
    List<HostileRequest> answered(String route, String known) {
        List<HostileRequest> all = new ArrayList<>();
        String path = path(route, known);
        all.add(one("another's or nobody's id", "GET", path(route, any(VALUES))));
        all.add(one("another's or nobody's id", "POST", path(route, any(VALUES))));
        StringBuilder query = new StringBuilder("?x=y");
        FIELDS.forEach(f -> query.append('&').append(f).append('=').append(any(VALUES)));
        all.add(one("parameters", "GET", path + query));
        all.add(one("a parameter twice", "GET", path + "?page=1&page=2&known=&known=x"));
        all.add(one("head", "HEAD", path));
        all.add(one("options", "OPTIONS", path));
        all.add(one("ranges", "GET", path, "Range: bytes=0-1,3-2,-5,9999999999-"));
        all.add(one("another host", "GET", path, "Host: evil.example"));
        all.add(
                one(
                        "another host behind a proxy",
                        "GET",
                        path,
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: javascript"));
        all.add(
                one(
                        "odd headers",
                        "GET",
                        path,
                        "Accept: nonsense",
                        "Accept-Language: " + "x-".repeat(500),
                        "If-None-Match: \"\u00ff",
                        "If-Modified-Since: never",
                        "Origin: https://evil.example",
                        "X-HTTP-Method-Override: DELETE"));
        all.add(one("only what is no page", "GET", path, "Accept: image/webp"));
        for (String type : TYPES) {
            all.add(
                    new HostileRequest(
                            "a body of " + (type.isEmpty() ? "no type" : type),
                            "POST",
                            path,
                            type.isEmpty() ? List.of() : List.of("Content-Type: " + type),
                            any(BODIES)));
        }
        // A page reads forms alone, and says what is missing in what it was sent.
        all.add(piecesOfNoSizeOfJson(path));
        StringBuilder fields = new StringBuilder("x=y");
        FIELDS.forEach(f -> fields.append('&').append(f).append('=').append(any(VALUES)));
        all.add(
                new HostileRequest(
                        "a form",
                        "POST",
                        path,
                        List.of("Content-Type: application/x-www-form-urlencoded"),
                        fields.toString()));
        return all;
    }

    /** Forms with files, whose parts are none or are called what nothing is called. */
    List<HostileRequest> parted(String path) {
        List<HostileRequest> all = new ArrayList<>();
        for (String type : PARTED) {
            for (String part : PARTS) {
                String body =
                        "--x\r\nContent-Disposition: form-data" + part + "\r\n\r\nb\r\n--x--\r\n";
                all.add(parted(path, type, body));
            }
            all.add(
                    parted(
                            path,
                            type,
                            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"));
            all.add(parted(path, type, "--y--"));
        }
        return all;
    }

    private static HostileRequest parted(String path, String type, String body) {
        return new HostileRequest(
                "parts, " + body, "POST", path, List.of("Content-Type: " + type), body);
    }

    private static HostileRequest piecesOfNoSizeOfJson(String path) {
        return new HostileRequest(
                "pieces of no size of JSON",
                "POST",
                path,
                List.of("Transfer-Encoding: chunked", "Content-Type: application/json"),
                "zz\r\nabc\r\n0\r\n\r\n");
    }
}
