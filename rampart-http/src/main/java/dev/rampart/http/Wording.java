package dev.rampart.http;

import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words a problem for whoever reads it: a page for people, {@code problem+json} for programs (RFC 9457). */
final class Wording {

    private final ErrorPages pages;

    Wording(ErrorPages pages) {
        this.pages = pages;
    }

    /** The same response, if it is no problem. */
    Response of(Response response, Passage passage) {
        return switch (response.body()) {
            case Body.Problem problem ->
                passage.isReadByAPerson() ? page(response, problem, passage) : json(response, problem, passage);
            case Body.Bytes _, Body.Text _, Body.Kept _, Body.Stream _ -> response;
        };
    }

    private Response page(Response response, Body.Problem problem, Passage passage) {
        Response page = pages.page(new ErrorPages.Failure(
                response.status(),
                problem.title(),
                problem.detail(),
                passage.requestId(),
                passage.request().possibleTenant().orElse(null)));
        return dressed(page, response);
    }

    private static Response json(Response response, Body.Problem problem, Passage passage) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.type());
        members.put("title", problem.title());
        members.put("status", response.status());
        members.put("detail", problem.detail());
        members.put("instance", passage.requestId());
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        return dressed(
                Response.json(response.status(), members).withHeader("Content-Type", "application/problem+json"),
                response);
    }

    private static Response dressed(Response worded, Response original) {
        Response dressed = worded;
        for (Map.Entry<String, List<String>> header : original.headers().entrySet()) {
            for (String value : header.getValue()) {
                dressed = dressed.plusHeader(header.getKey(), value);
            }
        }
        return dressed;
    }
}
