package dev.rampart.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** The migrations on the class path, whether that is directories or jars. */
final class Scripts {

    private static final String DIRECTORY = "migrations";

    private Scripts() {}

    /** Changes with every migration. A checksum is enough: it is to notice changes, not to withstand anybody. */
    static String fingerprint() throws IOException {
        CRC32 sum = new CRC32();
        for (String name : names()) {
            sum.update(name.getBytes(StandardCharsets.UTF_8));
            sum.update(bytes(name));
        }
        return "%08x".formatted(sum.getValue());
    }

    /** By name, and as Flyway counts them: without the ends of lines. */
    static Map<String, Integer> checksums() throws IOException {
        Map<String, Integer> sums = new TreeMap<>();
        for (String name : names()) {
            CRC32 sum = new CRC32();
            new String(bytes(name), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            sums.put(name, (int) sum.getValue());
        }
        return sums;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream script = Scripts.class.getResourceAsStream("/" + DIRECTORY + "/" + name)) {
            if (script == null) {
                throw new IOException("not on the class path any more: " + name);
            }
            return script.readAllBytes();
        }
    }

    static List<String> names() throws IOException {
        URL directory = Scripts.class.getResource("/" + DIRECTORY);
        if (directory == null) {
            throw new IOException("no migrations on the class path");
        }
        URLConnection connection = directory.openConnection();
        connection.setUseCaches(false); // Else the jar would be shared with the class loader, and closed under it.
        if (connection instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                return scripts(file.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(DIRECTORY + "/"))
                        .map(name -> name.substring(DIRECTORY.length() + 1)));
            }
        }
        try (Stream<Path> files = Files.list(Path.of(URI.create(directory.toString())))) {
            return scripts(files.map(file -> file.getFileName().toString()));
        }
    }

    private static List<String> scripts(Stream<String> names) {
        return names.filter(name -> name.matches("V[^/]*\\.sql")).sorted().toList();
    }
}
