package dev.rampart.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.rampart.domain.organization.OrgSlug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands at a path, as it was sent.
 *
 * <p>A path without variables is one look into a map. Whatever is not found there is looked at more closely: first
 * beneath {@code /o/{slug}}, then with the issuer's path behind the well-known name (RFC 8414 §3.1), then against the
 * paths that have variables.
 */
public final class Router {

    private static final String TENANT_PREFIX = "/o/";
    private static final List<String> WELL_KNOWN =
            List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server");

    private final Map<String, Resource> exact = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    /** What a path names. */
    public sealed interface Found {

        /**
         * Something.
         *
         * @param slug the organization that the path begins with, or the default one
         * @param path beneath that organization
         */
        record At(Resource resource, OrgSlug slug, String path, Map<String, String> variables) implements Found {

            /** Its route for that method, or null. */
            public @Nullable Route route(String method) {
                return resource.route(method);
            }
        }

        /** Nothing that is in the table. */
        record Nowhere() implements Found {}

        /** Nothing that could be. */
        record Malformed() implements Found {}
    }

    private static final Found NOWHERE = new Found.Nowhere();
    private static final Found MALFORMED = new Found.Malformed();

    public Router(RouteTable table) {
        Map<String, List<Route>> byPath =
                table.all().stream().collect(groupingBy(Route::path, LinkedHashMap::new, toList()));
        byPath.forEach((path, routes) -> {
            Resource resource = new Resource(routes);
            if (path.indexOf('{') < 0) {
                exact.put(path, resource);
            } else {
                templates.add(new Template(path, resource));
            }
        });
    }

    public Found find(String path) {
        Resource resource = exact.get(path);
        if (resource != null) {
            return new Found.At(resource, OrgSlug.DEFAULT, path, Map.of());
        }
        if (!PercentEncoding.isSoundPath(path)) {
            return MALFORMED;
        }
        if (path.startsWith(TENANT_PREFIX)) {
            int end = path.indexOf('/', TENANT_PREFIX.length());
            return end < 0 ? NOWHERE : beneath(path.substring(TENANT_PREFIX.length(), end), path.substring(end));
        }
        for (String name : WELL_KNOWN) {
            if (path.startsWith(TENANT_PREFIX, name.length()) && path.startsWith(name)) {
                return beneath(path.substring(name.length() + TENANT_PREFIX.length()), name);
            }
        }
        return template(path, OrgSlug.DEFAULT);
    }

    /** The default organization stands at the root, and only there. */
    private Found beneath(String name, String path) {
        Optional<OrgSlug> slug = OrgSlug.parse(name).filter(other -> !other.equals(OrgSlug.DEFAULT));
        if (slug.isEmpty()) {
            return NOWHERE;
        }
        Resource resource = exact.get(path);
        Found found =
                resource == null ? template(path, slug.get()) : new Found.At(resource, slug.get(), path, Map.of());
        return switch (found) {
            case Found.At at -> at.resource().tenancy() == Tenancy.HOST ? at : NOWHERE;
            case Found.Nowhere nowhere -> nowhere;
            case Found.Malformed malformed -> malformed;
        };
    }

    private Found template(String path, OrgSlug slug) {
        for (Template template : templates) {
            Optional<Map<String, String>> variables = template.match(path);
            if (variables.isPresent()) {
                return new Found.At(template.resource(), slug, path, variables.get());
            }
        }
        return NOWHERE;
    }
}
