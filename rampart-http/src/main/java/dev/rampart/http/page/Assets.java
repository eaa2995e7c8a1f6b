package dev.rampart.http.page;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The style sheet, the scripts and the mark, read once. A new one is written into the list here. */
@Singleton
public final class Assets {

    /** Where they are served. */
    public static final String PATH = "/assets/";

    private static final List<String> NAMES =
            List.of("rampart.css", "mark.svg", "reveal.js", "post.js", "copy.js", "onward.js");
    private static final int HASH_LENGTH = 8;

    private final Map<String, Asset> byName = new HashMap<>();
    private final Map<String, String> hrefs = new HashMap<>();

    @Inject
    public Assets() {
        for (String name : NAMES) {
            Asset asset = read(name);
            byName.put(asset.name(), asset);
            hrefs.put(name, PATH + asset.name());
        }
    }

    /** By the name with the hash, {@code rampart.1a2b3c4d.css}: the last part of its path. */
    public Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The path of what is called {@code rampart.css}; throws {@link IllegalArgumentException} if there is none. */
    public String href(String logicalName) {
        String href = hrefs.get(logicalName);
        if (href == null) {
            throw new IllegalArgumentException("no such asset: " + logicalName);
        }
        return href;
    }

    private static Asset read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(PATH + name)) {
            if (file == null) {
                throw new IllegalStateException("no such resource: " + PATH + name);
            }
            byte[] bytes = file.readAllBytes();
            int dot = name.lastIndexOf('.');
            String hashed = "%s.%s%s".formatted(name.substring(0, dot), hash(bytes), name.substring(dot));
            return new Asset(hashed, contentType(name.substring(dot + 1)), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static String contentType(String extension) {
        return switch (extension) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalStateException("no content type for ." + extension);
        };
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
