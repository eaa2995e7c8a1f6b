package dev.rampart.http.rest;

import dev.rampart.domain.shared.PageRequest.Order;
import dev.rampart.domain.shared.PageRequest.SortKey;
import dev.rampart.http.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an operation takes and answers, for whoever calls it.
 *
 * @param id names it in the description of the API
 * @param summary a sentence without a full stop
 * @param takes the body; empty: none
 * @param success the status when all is well
 * @param answers the body of that answer; empty: none
 * @param isList whether it takes the parameters of a list
 * @param isSearchable whether the list takes a search, too
 * @param sortKeys what the list can be sorted by
 * @param filters what chooses among the items of a list
 * @param files the content types of an answer that is a file; empty: it is none
 * @param isTagged whether the answer has an ETag, so that whoever has it already is told no more than that
 * @param refusals the statuses it answers with beside those that every operation has
 */
public record Description(
        String id,
        String summary,
        Optional<Shape> takes,
        int success,
        Optional<Shape> answers,
        boolean isList,
        boolean isSearchable,
        List<SortKey> sortKeys,
        List<Parameter> filters,
        List<String> files,
        boolean isTagged,
        Set<Integer> refusals) {

    private static final List<SortKey> BY_AGE = List.of(SortKey.CREATED_AT);

    public Description {
        sortKeys = List.copyOf(sortKeys);
        filters = List.copyOf(filters);
        files = List.copyOf(files);
        refusals = Set.copyOf(refusals);
    }

    public static Description of(String id, String summary) {
        return new Description(
                id,
                summary,
                Optional.empty(),
                204,
                Optional.empty(),
                false,
                false,
                BY_AGE,
                List.of(),
                List.of(),
                false,
                Set.of());
    }

    public Description takes(Shape shape) {
        return new Description(
                id,
                summary,
                Optional.of(shape),
                success,
                answers,
                isList,
                isSearchable,
                sortKeys,
                filters,
                files,
                isTagged,
                refusals);
    }

    public Description answers(int status, Shape shape) {
        return new Description(
                id,
                summary,
                takes,
                status,
                Optional.of(shape),
                isList,
                isSearchable,
                sortKeys,
                filters,
                files,
                isTagged,
                refusals);
    }

    /** A file of one of these content types. */
    public Description answersFile(String... contentTypes) {
        return new Description(
                id,
                summary,
                takes,
                200,
                answers,
                isList,
                isSearchable,
                sortKeys,
                filters,
                List.of(contentTypes),
                isTagged,
                refusals);
    }

    /** A page of these. */
    public Description lists(Shape item) {
        return new Description(
                id,
                summary,
                takes,
                200,
                Optional.of(item.page()),
                true,
                isSearchable,
                sortKeys,
                filters,
                files,
                isTagged,
                refusals);
    }

    /** Takes these to choose among the items of a list. */
    public Description filteredBy(Parameter... parameters) {
        return new Description(
                id,
                summary,
                takes,
                success,
                answers,
                isList,
                isSearchable,
                sortKeys,
                List.of(parameters),
                files,
                isTagged,
                refusals);
    }

    /** Can be sorted by these as well as by age. */
    public Description sortedBy(SortKey... keys) {
        List<SortKey> all = Stream.concat(BY_AGE.stream(), Stream.of(keys)).toList();
        return new Description(
                id, summary, takes, success, answers, isList, isSearchable, all, filters, files, isTagged, refusals);
    }

    /** What {@code sort} may be. */
    public List<Order> orders() {
        return sortKeys.stream()
                .flatMap(key -> Stream.of(new Order(key, false), new Order(key, true)))
                .toList();
    }

    /** Takes {@code q}. */
    public Description searchable() {
        return new Description(
                id, summary, takes, success, answers, isList, true, sortKeys, filters, files, isTagged, refusals);
    }

    /** With an ETag. */
    public Description tagged() {
        return new Description(
                id, summary, takes, success, answers, isList, isSearchable, sortKeys, filters, files, true, refusals);
    }

    public Description refuses(Integer... statuses) {
        return new Description(
                id,
                summary,
                takes,
                success,
                answers,
                isList,
                isSearchable,
                sortKeys,
                filters,
                files,
                isTagged,
                Set.of(statuses));
    }
}
