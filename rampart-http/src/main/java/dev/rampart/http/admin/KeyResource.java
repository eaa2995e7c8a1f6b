package dev.rampart.http.admin;

import dev.rampart.domain.key.AdministerKeys;
import dev.rampart.domain.key.AdministerKeys.ListedKey;
import dev.rampart.domain.key.AdministerKeys.Removal;
import dev.rampart.domain.key.AdministerKeys.Rotation;
import dev.rampart.domain.key.AdministerKeys.Start;
import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.KeyTimes;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.role.Permission;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.oauth.JwksEndpoint;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Problems;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code …/keys}: what the organization signs with. A private key is never shown. */
public final class KeyResource implements Routes {

    /** More than an organization ever publishes: three of an algorithm. */
    private static final int MAX_KEYS = 64;

    private static final Kind.Choice ALGORITHM = Kind.Choice.of((Object[]) SigningAlgorithm.values());

    static final Shape KEY = Shape.of(
            "Key",
            Property.of("id", Kind.Text.upTo(64)).asReadOnly(),
            Property.of("algorithm", ALGORITHM).asReadOnly(),
            Property.of("state", Kind.Choice.of("pending", "active", "retired")).asReadOnly(),
            Property.of("created_at", new Kind.Time()).asReadOnly(),
            Property.of("activates_at", new Kind.Time()).asReadOnly(),
            Property.of("retires_at", new Kind.Time()).asReadOnly(),
            Property.of("leaves_at", new Kind.Time()).asReadOnly());

    private static final Shape KEYS = Shape.of(
            "Keys",
            Property.of("items", new Kind.ListOf(new Kind.ObjectOf(KEY), MAX_KEYS))
                    .asReadOnly());

    private static final Shape ROTATION = Shape.of(
            "KeyRotation", Property.of("algorithm", ALGORITHM).asRequired(), Property.of("at_once", new Kind.Flag()));

    private static final Description LIST =
            Description.of("listKeys", "Lists the keys that are published").answers(200, KEYS);
    private static final Description READ =
            Description.of("readKey", "Reads a key that is published").answers(200, KEY);
    private static final Description ROTATE = Description.of(
                    "rotateKey", "Makes the next key: it signs after ten minutes, or at once where one was lost")
            .takes(ROTATION)
            .answers(201, KEY)
            .refuses(409);
    private static final Description FORGET = Description.of(
                    "forgetKey", "Takes back a retired key before its time: what it signed is not valid any more")
            .refuses(409);

    private static final String ONE = "/keys/{key}";

    private final Conventions api;
    private final AdministerKeys keys;
    private final JwksEndpoint published;

    @Inject
    public KeyResource(Conventions api, AdministerKeys keys, JwksEndpoint published) {
        this.api = api;
        this.keys = keys;
        this.published = published;
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.KEY_READ;
        Permission rotate = Permission.KEY_ROTATE;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/keys", read, api.operation(LIST, this::list)),
                AdminRoute.both("POST", "/keys", rotate, api.operation(ROTATE, this::rotate)),
                AdminRoute.both("GET", ONE, read, api.operation(READ, this::read)),
                AdminRoute.both("DELETE", ONE, rotate, api.operation(FORGET, this::forget))));
    }

    private Response list(Call call) {
        return Response.json(
                200,
                Map.of(
                        "items",
                        keys.list(call.org()).stream().map(KeyResource::shown).toList()));
    }

    private Response read(Call call) {
        return keys.find(call.org(), id(call))
                .map(key -> Response.json(200, shown(key)))
                .orElseGet(Problems::notThere);
    }

    private Response rotate(Call call) {
        SigningAlgorithm algorithm =
                SigningAlgorithm.valueOf(call.fields().text("algorithm").orElseThrow());
        Start start = call.fields().flag("at_once").orElse(false) ? Start.AT_ONCE : Start.AFTER_NOTICE;
        Rotation rotation = keys.rotate(call.org(), algorithm, start, call.by().cause());
        published.forget(call.request().tenant().slug());
        return switch (rotation) {
            case Rotation.Rotated(ListedKey key) -> call.created(key.id().value(), shown(key));
            case Rotation.UnderWay() ->
                Problems.conflict("The next key of this algorithm is pending already: ask for it at once, or wait.");
        };
    }

    private Response forget(Call call) {
        Removal removal = keys.forget(call.org(), id(call), call.by().cause());
        published.forget(call.request().tenant().slug());
        return switch (removal) {
            case Removal.Removed() -> Response.noContent();
            case Removal.Unknown() -> Problems.notThere();
            case Removal.InUse() -> Problems.conflict("Only a retired key can be taken back: rotate it first.");
        };
    }

    private static KeyId id(Call call) {
        return new KeyId(call.request().variable("key"));
    }

    private static Map<String, Object> shown(ListedKey key) {
        KeyTimes times = key.times();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", key.id().value());
        members.put("algorithm", key.algorithm().name());
        members.put("state", key.state().name().toLowerCase(Locale.ROOT));
        members.put("created_at", times.createdAt().toString());
        members.put("activates_at", times.activatesAt().toString());
        times.retiresAt().ifPresent(at -> members.put("retires_at", at.toString()));
        times.leavesAt().ifPresent(at -> members.put("leaves_at", at.toString()));
        return members;
    }
}
