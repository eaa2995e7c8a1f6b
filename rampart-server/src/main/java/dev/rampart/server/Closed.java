package dev.rampart.server;

import dev.rampart.domain.shared.Entropy;
import dev.rampart.http.AccessCheck;
import dev.rampart.http.Admission.Refused;
import dev.rampart.http.Surroundings;
import dev.rampart.http.exchange.Response;
import java.util.Optional;

/** A house without tenants, to which nobody is admitted: what stands before the organizations move in. */
final class Closed {

    private static final Refused NOBODY = new Refused(Response.problem(401, "Not admitted", "There are no accounts."));

    private Closed() {}

    static Surroundings with(Entropy entropy) {
        return new Surroundings(
                slug -> Optional.empty(),
                new AccessCheck((access, request) -> NOBODY, (access, request) -> NOBODY, (access, request) -> NOBODY),
                failure -> "<!doctype html><title>Rampart</title><p>%d".formatted(failure.status()),
                (tenant, origin) -> false,
                entropy);
    }
}
