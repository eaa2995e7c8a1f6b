package dev.rampart.http.metrics;

import dev.rampart.http.RequestMeter;
import dev.rampart.http.Route;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The numbers of one server. Counting waits for nothing; whoever asks pays for what is looked up. */
public final class Metrics implements RequestMeter {

    /** The media type of the text format, version 0.0.4. */
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final String NO_ROUTE = "none";
    private static final double NANOSECONDS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final Counter requests = Counter.builder()
            .name("rampart_http_requests_total")
            .help("Requests answered, by line of the route table and status.")
            .labelNames("method", "route", "status")
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("rampart_http_request_duration_seconds")
            .help("Time from the whole request to the whole answer, by line of the route table.")
            .labelNames("method", "route")
            .classicOnly()
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
            .register(registry);

    /** A line of the table has one method, or two that are told apart as one. */
    @Override
    public void answered(Optional<Route> route, int status, long nanoseconds) {
        String method = route.map(line -> String.join("|", line.methods())).orElse(NO_ROUTE);
        String path = route.map(Route::path).orElse(NO_ROUTE);
        requests.labelValues(method, path, Integer.toString(status)).inc();
        durations.labelValues(method, path).observe(nanoseconds / NANOSECONDS);
    }

    /** Something that goes up and down, looked up when somebody asks. */
    public Metrics gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
        return this;
    }

    /** The same in several states. */
    public Metrics gauge(String name, String help, Map<String, DoubleSupplier> byState) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("state")
                .callback(callback -> byState.forEach((state, value) -> callback.call(value.getAsDouble(), state)))
                .register(registry);
        return this;
    }

    /** Something that only grows, counted elsewhere. Its name ends in {@code _total}. */
    public Metrics counter(String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
        return this;
    }

    /** Everything, in the text format. */
    byte[] written() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return text.toByteArray();
    }
}
