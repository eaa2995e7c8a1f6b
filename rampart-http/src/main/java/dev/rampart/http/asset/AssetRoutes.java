package dev.rampart.http.asset;

import static dev.rampart.http.Parameter.path;
import static dev.rampart.http.Route.get;

import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.Tenancy;
import dev.rampart.http.exchange.Access.Public;
import dev.rampart.http.page.Assets;
import dev.rampart.http.page.BrandStyle;
import jakarta.inject.Inject;
import java.util.List;

/** What pages are dressed in. The pages of every organization take it from the root of their host. */
public final class AssetRoutes implements Routes {

    private static final int NAME_MAX = 64;

    private final AssetEndpoint asset;
    private final BrandStyleEndpoint brandStyle;

    @Inject
    public AssetRoutes(AssetEndpoint asset, BrandStyleEndpoint brandStyle) {
        this.asset = asset;
        this.brandStyle = brandStyle;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get(Assets.PATH + "{name}", new Public(), asset)
                        .tenancy(Tenancy.NONE)
                        .cached()
                        .takes(path("name").max(NAME_MAX)),
                get(BrandStyle.PATH + "{name}", new Public(), brandStyle)
                        .tenancy(Tenancy.NONE)
                        .takes(path("name").max(NAME_MAX)));
    }
}
