package dev.rampart.http.admin;

import dev.rampart.domain.role.Permission;
import dev.rampart.domain.settings.ChangeSettings;
import dev.rampart.domain.settings.OrganizationSettings;
import dev.rampart.domain.settings.ReadSettings;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Problems;
import jakarta.inject.Inject;
import java.util.List;

/** {@code …/settings}: what an organization has chosen for itself. */
public final class SettingsResource implements Routes {

    private static final String PATH = "/settings";

    private static final Description READ = Description.of("readSettings", "Reads the settings of an organization")
            .answers(200, SettingsShape.SETTINGS)
            .tagged();
    private static final Description CHANGE = Description.of(
                    "changeSettings", "Changes the settings of an organization; null returns to the server's own")
            .takes(SettingsShape.SETTINGS)
            .answers(200, SettingsShape.SETTINGS)
            .refuses(403, 412);

    private final Conventions api;
    private final ReadSettings read;
    private final ChangeSettings change;
    private final ShownSettings shown;

    @Inject
    public SettingsResource(Conventions api, ReadSettings read, ChangeSettings change, ShownSettings shown) {
        this.api = api;
        this.read = read;
        this.change = change;
        this.shown = shown;
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", PATH, Permission.SETTINGS_READ, api.operation(READ, this::read)),
                AdminRoute.both("PATCH", PATH, Permission.SETTINGS_WRITE, api.operation(CHANGE, this::change))));
    }

    private Response read(Call call) {
        OrganizationSettings settings = read.read(call.org());
        return call.shown(shown.of(settings), settings.version());
    }

    private Response change(Call call) {
        if (SettingsShape.hasWrongLogo(call.fields())) {
            return Problems.invalid(
                    "/branding/logo_uri", "is not an https URL with a host in lower case and no fragment");
        }
        ChangeSettings.Request request = new ChangeSettings.Request(
                before -> SettingsShape.merged(call.fields(), before), call.expected(), call.by());
        return switch (change.change(call.org(), request)) {
            case ChangeSettings.Changed(OrganizationSettings settings) ->
                call.changed(shown.of(settings), settings.version());
            case ChangeSettings.Unknown() -> Problems.notThere();
            case ChangeSettings.Refused(ChangeSettings.Refusal why) -> refused(why);
        };
    }

    private static Response refused(ChangeSettings.Refusal why) {
        return switch (why) {
            case PERMISSION_MISSING ->
                Problems.forbidden("This takes the permission %s.".formatted(Permission.SETTINGS_WRITE));
            case STALE -> Problems.stale();
        };
    }
}
