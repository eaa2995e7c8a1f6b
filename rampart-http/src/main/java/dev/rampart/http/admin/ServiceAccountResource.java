package dev.rampart.http.admin;

import static dev.rampart.http.admin.ServiceAccountShape.SERVICE_ACCOUNT;

import dev.rampart.domain.client.AdministerClient;
import dev.rampart.domain.client.BrowseServiceAccounts;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.RegisterClient;
import dev.rampart.domain.client.ServiceAccount;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Problems;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code …/service-accounts}: clients whose only grant is {@code client_credentials}.
 *
 * <p>Each is also at {@code …/clients}, where its secrets and roles are.
 */
public final class ServiceAccountResource implements Routes {

    private static final int ID_BYTES = 12;

    private static final Description LIST = Description.of("listServiceAccounts", "Lists service accounts by their ids")
            .searchable()
            .lists(SERVICE_ACCOUNT);
    private static final Description CREATE = Description.of("createServiceAccount", "Makes a service account")
            .takes(SERVICE_ACCOUNT)
            .answers(201, ServiceAccountShape.NEW_SERVICE_ACCOUNT)
            .refuses(409);
    private static final Description READ = Description.of("readServiceAccount", "Reads a service account")
            .answers(200, SERVICE_ACCOUNT)
            .tagged();
    private static final Description CHANGE = Description.of("changeServiceAccount", "Changes a service account")
            .takes(SERVICE_ACCOUNT)
            .answers(200, SERVICE_ACCOUNT)
            .refuses(403, 412);
    private static final Description DELETE = Description.of(
                    "deleteServiceAccount", "Removes a service account with its roles")
            .refuses(403, 412);

    private static final String ONE = "/service-accounts/{service_account}";

    private final Conventions api;
    private final BrowseServiceAccounts browse;
    private final RegisterClient register;
    private final AdministerClient administer;
    private final Entropy entropy;

    @Inject
    public ServiceAccountResource(
            Conventions api,
            BrowseServiceAccounts browse,
            RegisterClient register,
            AdministerClient administer,
            Entropy entropy) {
        this.api = api;
        this.browse = browse;
        this.register = register;
        this.administer = administer;
        this.entropy = entropy;
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.SERVICE_ACCOUNT_READ;
        Permission write = Permission.SERVICE_ACCOUNT_WRITE;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/service-accounts", read, api.operation(LIST, this::list)),
                AdminRoute.both("POST", "/service-accounts", write, api.operation(CREATE, this::create)),
                AdminRoute.both("GET", ONE, read, api.operation(READ, this::read)),
                AdminRoute.both("PATCH", ONE, write, api.operation(CHANGE, this::change)),
                AdminRoute.both("DELETE", ONE, write, api.operation(DELETE, this::delete))));
    }

    private Response list(Call call) {
        return call.listed(browse.page(call.org(), call.page()), ServiceAccountShape::shown);
    }

    private Response read(Call call) {
        return found(call)
                .map(found -> call.shown(ServiceAccountShape.shown(found), version(found)))
                .orElseGet(Problems::notThere);
    }

    private Response create(Call call) {
        ClientId id = new ClientId(
                call.fields().text("client_id").orElseGet(() -> HexFormat.of().formatHex(entropy.next(ID_BYTES))));
        Secret secret = Secret.random(entropy);
        Client client = ServiceAccountShape.merged(call.fields(), ServiceAccountShape.blank(id))
                .withSecrets(List.of(Sha256.of(secret)));
        return switch (register.register(call.org(), client, Set.of(), call.by().cause())) {
            case REGISTERED -> {
                Map<String, Object> members =
                        ServiceAccountShape.shown(browse.find(call.org(), id).orElseThrow());
                members.put("client_secret", secret.reveal());
                yield call.created(id.value(), members);
            }
            case ID_TAKEN -> Problems.conflict("There is an application of that client_id.");
        };
    }

    private Response change(Call call) {
        return act(
                call,
                request -> administer.change(
                        call.org(), request, before -> ServiceAccountShape.merged(call.fields(), before)));
    }

    private Response delete(Call call) {
        return act(call, request -> administer.remove(call.org(), request));
    }

    /** On what was just found to be a service account, and on no other version of it: it could have become more. */
    private Response act(Call call, Function<AdministerClient.Request, AdministerClient.Outcome> act) {
        Optional<ServiceAccount> found = found(call);
        if (found.isEmpty()) {
            return Problems.notThere();
        }
        if (!call.expected().admits(version(found.get()))) {
            return Problems.stale();
        }
        AdministerClient.Request request =
                new AdministerClient.Request(id(call), Expected.version(version(found.get())), call.by());
        return switch (act.apply(request)) {
            case AdministerClient.Changed _ ->
                found(call)
                        .map(after -> call.changed(ServiceAccountShape.shown(after), version(after)))
                        .orElseGet(Problems::notThere);
            case AdministerClient.Removed() -> Response.noContent();
            case AdministerClient.Unknown() -> Problems.notThere();
            case AdministerClient.Stale() -> Problems.stale();
            case AdministerClient.Forbidden() -> Problems.forbidden("This service account may do more than you.");
            case AdministerClient.Mistaken _, AdministerClient.TooManySecrets _, AdministerClient.SecretAdded _ ->
                throw new IllegalStateException("a service account has no metadata that contradict each other");
        };
    }

    private Optional<ServiceAccount> found(Call call) {
        return browse.find(call.org(), id(call));
    }

    private static ClientId id(Call call) {
        return new ClientId(call.request().variable("service_account"));
    }

    private static long version(ServiceAccount account) {
        return account.managed().client().version();
    }
}
