package dev.rampart.http;

import dev.rampart.http.Route.Answered;
import dev.rampart.http.exchange.PageKind;
import java.util.List;

/** What a line of the route table says beyond method, path, access and endpoint. */
record Declaration(
        Tenancy tenancy,
        Answered answered,
        List<Parameter> parameters,
        Faults faults,
        Cors cors,
        Payload payload,
        PageKind page) {

    Declaration {
        parameters = List.copyOf(parameters);
    }

    static Declaration strict(Payload payload) {
        return new Declaration(
                Tenancy.HOST, Answered.ON_WORKER, List.of(), Faults.PROBLEM, Cors.NONE, payload, PageKind.NONE);
    }

    Declaration with(Tenancy other) {
        return new Declaration(other, answered, parameters, faults, cors, payload, page);
    }

    Declaration with(Answered other) {
        return new Declaration(tenancy, other, parameters, faults, cors, payload, page);
    }

    Declaration with(List<Parameter> others) {
        return new Declaration(tenancy, answered, others, faults, cors, payload, page);
    }

    Declaration with(Faults other) {
        return new Declaration(tenancy, answered, parameters, other, cors, payload, page);
    }

    Declaration with(Cors other) {
        return new Declaration(tenancy, answered, parameters, faults, other, payload, page);
    }

    Declaration with(Payload other) {
        return new Declaration(tenancy, answered, parameters, faults, cors, other, page);
    }

    Declaration with(PageKind other) {
        return new Declaration(tenancy, answered, parameters, faults, cors, payload, other);
    }
}
