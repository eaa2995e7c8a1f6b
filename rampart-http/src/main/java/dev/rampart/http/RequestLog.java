package dev.rampart.http;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Tenant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request, and one count: what was asked, what was answered. Never a query string or a parameter. */
public final class RequestLog {

    private static final Logger ACCESS = LoggerFactory.getLogger("dev.rampart.http.access");
    private static final Logger SURPRISES = LoggerFactory.getLogger("dev.rampart.http.surprises");

    private final RequestMeter meter;

    public RequestLog(RequestMeter meter) {
        this.meter = meter;
    }

    void add(Passage passage, int status, long nanoseconds) {
        meter.answered(Optional.ofNullable(passage.possibleRoute()), status, nanoseconds);
        if (!ACCESS.isInfoEnabled()) {
            return;
        }
        ACCESS.atInfo()
                .addKeyValue("method", passage.method())
                .addKeyValue("path", passage.arrival().line().path())
                .addKeyValue("status", status)
                .addKeyValue("duration_us", TimeUnit.NANOSECONDS.toMicros(nanoseconds))
                .addKeyValue("request_id", passage.requestId())
                .addKeyValue(
                        "tenant",
                        passage.tenant().map(Tenant::slug).map(OrgSlug::value).orElse("-"))
                .log("request");
    }

    /** An answer that lay ready, so that there was nothing to measure. */
    public void addReady(Arrival.Line line, Route route, int status, String requestId) {
        meter.answered(Optional.of(route), status, 0);
        if (ACCESS.isInfoEnabled()) {
            ACCESS.atInfo()
                    .addKeyValue("method", line.method())
                    .addKeyValue("path", line.path())
                    .addKeyValue("status", status)
                    .addKeyValue("duration_us", 0)
                    .addKeyValue("request_id", requestId)
                    .addKeyValue("tenant", "-")
                    .log("request");
        }
    }

    void addSurprise(Passage passage, Throwable surprise) {
        SURPRISES
                .atError()
                .addKeyValue("method", passage.method())
                .addKeyValue("path", passage.arrival().line().path())
                .addKeyValue("request_id", passage.requestId())
                .setCause(surprise)
                .log("a request failed");
    }
}
