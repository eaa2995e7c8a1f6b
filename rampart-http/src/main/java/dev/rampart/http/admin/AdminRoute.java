package dev.rampart.http.admin;

import dev.rampart.domain.role.Permission;
import dev.rampart.http.Cors;
import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.Tenancy;
import dev.rampart.http.exchange.Access;
import dev.rampart.http.rest.OperationEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of the admin API in the route table. */
final class AdminRoute {

    /** The variable that names an organization in paths. */
    static final String ORGANIZATION = "organization";

    private static final String ROOT = "/api/v1/admin";
    private static final String NAMED = ROOT + "/organizations/{" + ORGANIZATION + "}";
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");
    private static final int NAME_MAX = 128;

    private AdminRoute() {}

    /** Every line of a resource. */
    static List<Route> all(List<List<Route>> lines) {
        return lines.stream().flatMap(List::stream).toList();
    }

    /** The same operation for the organization that the path names, and for that of the token. */
    static List<Route> both(String method, String path, Permission permission, OperationEndpoint operation) {
        return List.of(
                route(method, NAMED + path, permission, operation).tenancy(Tenancy.PATH),
                route(method, ROOT + path, permission, operation).tenancy(Tenancy.TOKEN));
    }

    /** An operation on organizations themselves. */
    static Route ofServer(String method, String path, Permission permission, OperationEndpoint operation) {
        return route(method, ROOT + path, permission, operation)
                .tenancy(path.contains("{") ? Tenancy.PATH : Tenancy.TOKEN);
    }

    private static Route route(String method, String path, Permission permission, OperationEndpoint operation) {
        List<Parameter> parameters = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            parameters.add(Parameter.path(variables.group(1)).max(NAME_MAX));
        }
        parameters.addAll(operation.parameters());
        Route route = Route.of(method, path, new Access.Permitted(permission), operation)
                .takes(parameters.toArray(Parameter[]::new))
                .cors(Cors.CLIENT_ORIGINS);
        return switch (method) {
            case "PATCH" -> route.takesMergePatch();
            case "POST" -> route.takesJson();
            default -> route.takesNothing();
        };
    }
}
