package dev.rampart.server;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that looks like a registered URI and is another string. */
final class RedirectUriMutants {

    /** What is put in front, behind and in between, in the hope that a parser stumbles. */
    private static final List<String> SPLINTERS = List.of(
            "/",
            "//",
            "\\",
            "\\\\",
            "?",
            "#",
            "@",
            ":",
            ";",
            ".",
            "..",
            "/..",
            "/../",
            "/./",
            "%00",
            "%0a",
            "%0d%0a",
            "%2f",
            "%252f",
            "%2e%2e/",
            "%5c",
            "%23",
            "%3f",
            "%40",
            "%09",
            " ",
            "%20",
            "\t",
            "\n",
            "\r\n",
            "\u0000",
            "\u00a0",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\uff0f",
            "\u2044",
            "\u3002",
            "&",
            "=",
            "*",
            "+",
            "[",
            "]",
            "'",
            "\"",
            "`",
            "|",
            "^",
            "{",
            "<script>",
            "@evil.example",
            ".evil.example",
            ":443",
            ":80",
            "#@evil.example/",
            "/evil.example",
            "?next=https://evil.example",
            "&redirect_uri=https://evil.example",
            "#access_token=x");

    private static final List<String> SCHEMES = List.of(
            "",
            "http:",
            "HTTPS:",
            "hTTps:",
            "https",
            "ftp:",
            "ws:",
            "wss:",
            "file:",
            "data:",
            "blob:",
            "javascript:",
            "JaVaScRiPt:",
            "vbscript:",
            "intent:",
            "myapp:",
            "view-source:",
            "httpss:",
            "https::",
            " https:",
            "https :");

    private static final List<String> HOSTS = List.of(
            "evil.example",
            "evil.example/%s",
            "%s.evil.example",
            "evil%s",
            "%s@evil.example",
            "user:password@%s",
            "user@%s",
            "@%s",
            "evil.example#@%s",
            "evil.example?@%s",
            "evil.example\\@%s",
            "evil.example;%s",
            "%s:443",
            "%s:80",
            "%s:8443",
            "%s:",
            "%s:0443",
            "%s:65536",
            "%s:-1",
            "%s:443:443",
            "%s.",
            "%s..",
            ".%s",
            "www.%s",
            "*.%s",
            "%s%%2eevil.example",
            "%s%%00.evil.example",
            "%s .evil.example",
            "xn--%s",
            "[%s]",
            "127.0.0.1",
            "localhost",
            "[::1]",
            "0.0.0.0",
            "169.254.169.254",
            "2130706433",
            "*",
            "");

    private RedirectUriMutants() {}

    /** Of {@code https://host/path}. */
    static Set<String> of(String uri) {
        int host = uri.indexOf("//") + 2;
        int path = uri.indexOf('/', host);
        String authority = uri.substring(host, path);
        Set<String> mutants = new LinkedHashSet<>();
        SCHEMES.forEach(scheme -> mutants.add(scheme + uri.substring(uri.indexOf("//"))));
        for (String other : HOSTS) {
            mutants.add("https://" + other.formatted(authority) + uri.substring(path));
        }
        for (String splinter : SPLINTERS) {
            mutants.add(uri + splinter);
            mutants.add(splinter + uri);
            mutants.add(uri.substring(0, host) + splinter + uri.substring(host));
            mutants.add(uri.substring(0, path) + splinter + uri.substring(path));
        }
        addLetters(mutants, uri);
        addPaths(mutants, uri, path);
        mutants.addAll(List.of("null", "*", "/", "//", "about:blank", uri + "x".repeat(2048), uri + "," + uri));
        mutants.addAll(List.of(uri + " " + uri, "urn:ietf:wg:oauth:2.0:oob", "https:", "https://", uri.repeat(2)));
        mutants.remove(uri);
        return mutants;
    }

    /** Of {@code http://127.0.0.1:port/path}: all that is not the same but for the port (RFC 8252 §7.3). */
    static Set<String> ofLoopback(String uri, int port) {
        Set<String> mutants = new LinkedHashSet<>();
        String address = "127.0.0.1:" + port;
        for (String other : List.of(
                "localhost",
                "LOCALHOST",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "127.1",
                "127.0.1",
                "0.0.0.0",
                "0",
                "127.0.0.2",
                "2130706433",
                "0x7f.0.0.1",
                "0x7f000001",
                "0177.0.0.1",
                "127.0.0.1.",
                "127.0.0.1.evil.example",
                "127.0.0.1@evil.example",
                "user@127.0.0.1",
                "evil.example",
                "localhost.evil.example",
                "lvh.me")) {
            mutants.add(uri.replace(address, other + ":" + port));
            mutants.add(uri.replace(address, other));
        }
        for (String other : List.of("65536", "-1", "+80", "0x50", "80%20", "80@evil.example", "80:80", "")) {
            mutants.add(uri.replace(address, "127.0.0.1:" + other));
        }
        mutants.add(uri.replace("http:", "https:"));
        mutants.add(uri.replace("http:", "ftp:"));
        for (String behind : List.of("/", "?", "?x=1", "#", "x", "/..", ";x", "%20")) {
            mutants.add(uri + behind);
            mutants.add(uri.replace(address, "127.0.0.1:1") + behind);
        }
        return mutants;
    }

    private static void addLetters(Set<String> mutants, String uri) {
        for (int i = 0; i < uri.length(); i++) {
            String before = uri.substring(0, i);
            String after = uri.substring(i + 1);
            char letter = uri.charAt(i);
            mutants.add(before + after);
            mutants.add(before + Character.toUpperCase(letter) + after);
            mutants.add(before + letter + letter + after);
            mutants.add(before + "%%%02x".formatted((int) letter) + after);
            mutants.add(before + (char) (letter + 0xfee0) + after); // The same letter, of full width.
        }
        mutants.add(uri.replace('o', '\u043e')); // Cyrillic.
        mutants.add(uri.replace("shop", "xn--shp-qdd"));
        mutants.add(uri.replace("s", "\u017f")); // What a long s is, in lower case.
    }

    private static void addPaths(Set<String> mutants, String uri, int start) {
        String origin = uri.substring(0, start);
        String path = uri.substring(start);
        for (String other : List.of(
                "",
                "/",
                "/x/.." + path,
                "/." + path,
                "/%2e" + path,
                "/%2e%2e" + path,
                "/x/%2e%2e" + path,
                "/.." + path,
                path + "/.",
                path + "/..",
                path + "/../..",
                path + "/%2e%2e",
                path + ";jsessionid=1",
                path + ".html",
                path + "/" + path,
                path.replace("/", "//"),
                path.replace("/", "\\"),
                path.replace("/", "/;/"))) {
            mutants.add(origin + other);
        }
        for (String query : List.of(
                "?code=x", "?error=x", "?state=x", "?iss=x", "?x=1&x=1", "?", "?#", "#", "#x", "?x=1#y", "#?code=x")) {
            mutants.add(uri + query);
        }
    }
}
