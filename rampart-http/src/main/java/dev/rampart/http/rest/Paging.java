package dev.rampart.http.rest;

import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.PageRequest.Order;
import dev.rampart.domain.shared.Position;
import dev.rampart.http.Parameter;
import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters that every list takes: {@code limit}, {@code cursor}, {@code q} and {@code sort}. */
final class Paging {

    private static final int SEARCH_MAX = 256;
    private static final int SORT_MAX = 32;

    private Paging() {}

    static List<Parameter> parameters(boolean searchable) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                Parameter.query("limit").integer().max(4),
                Parameter.query("cursor").max(Cursors.LENGTH_MAX),
                Parameter.query("sort").max(SORT_MAX)));
        if (searchable) {
            parameters.add(Parameter.query("q").max(SEARCH_MAX));
        }
        return parameters;
    }

    /** The page that is asked for, in one of these orders; what is wrong with it goes into {@code problems}. */
    static PageRequest read(Request request, Cursors cursors, List<Order> orders, List<Body.Field> problems) {
        int limit = request.parameter("limit").map(Paging::number).orElse(PageRequest.LIMIT_DEFAULT);
        if (limit < 1 || limit > PageRequest.LIMIT_MAX) {
            problems.add(new Body.Field("limit", "is not a number from 1 to " + PageRequest.LIMIT_MAX));
            limit = PageRequest.LIMIT_DEFAULT;
        }
        Optional<String> sort = request.parameter("sort");
        Order order = sort.map(text -> order(text, orders))
                .orElse(Optional.of(Order.NEWEST_FIRST))
                .orElse(null);
        if (order == null) {
            problems.add(new Body.Field("sort", "is not one of " + orders));
            order = Order.NEWEST_FIRST;
        }
        Optional<String> cursor = request.parameter("cursor");
        Optional<Position> after =
                cursor.flatMap(text -> cursors.open(request.tenant().id(), list(request), text));
        if (cursor.isPresent() && after.isEmpty()) {
            problems.add(new Body.Field("cursor", "is not one that this list gave, for the same order and search"));
        }
        return new PageRequest(limit, after, request.parameter("q"), order);
    }

    /** What a cursor is good for: this list, in this order, for this search. */
    static String list(Request request) {
        StringBuilder list = new StringBuilder(request.method()).append(' ').append(request.path());
        request.parameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("cursor"))
                .filter(parameter -> !parameter.getKey().equals("limit"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(parameter -> list.append('\n').append(parameter));
        return list.toString();
    }

    private static int number(String digits) {
        return digits.startsWith("-") ? 0 : Integer.parseInt(digits);
    }

    private static Optional<Order> order(String text, List<Order> orders) {
        return orders.stream().filter(order -> order.toString().equals(text)).findFirst();
    }
}
