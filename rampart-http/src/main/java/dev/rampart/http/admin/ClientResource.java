package dev.rampart.http.admin;

import static dev.rampart.http.client.ClientShape.CLIENT;

import dev.rampart.domain.client.AdministerClient;
import dev.rampart.domain.client.BrowseClients;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientMistake;
import dev.rampart.domain.client.KeptSecret;
import dev.rampart.domain.client.RegisterClient;
import dev.rampart.domain.client.SigningSecrets;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.PageRequest.SortKey;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.client.ClientShape;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Problems;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code …/clients}: applications and their secrets. */
public final class ClientResource implements Routes {

    private static final int ID_BYTES = 12;

    private static final Shape SECRET = Shape.of(
            "ClientSecret",
            Property.of("id", Kind.Text.upTo(16)).asReadOnly(),
            Property.of("client_secret", Kind.Text.upTo(128)).asReadOnly(),
            Property.of("created_at", new Kind.Time()).asReadOnly());
    private static final Shape SECRETS = Shape.of(
            "ClientSecrets",
            Property.of("items", new Kind.ListOf(new Kind.ObjectOf(SECRET), KeptSecret.MAX))
                    .asReadOnly());

    private static final Description LIST = Description.of("listClients", "Lists applications by their ids or names")
            .searchable()
            .sortedBy(SortKey.CLIENT_NAME)
            .lists(CLIENT);
    private static final Description CREATE = Description.of("createClient", "Makes an application")
            .takes(CLIENT)
            .answers(201, ClientShape.NEW_CLIENT)
            .refuses(409);
    private static final Description READ = Description.of("readClient", "Reads an application")
            .answers(200, CLIENT)
            .tagged();
    private static final Description CHANGE = Description.of("changeClient", "Changes an application")
            .takes(CLIENT)
            .answers(200, CLIENT)
            .refuses(403, 412);
    private static final Description DELETE = Description.of(
                    "deleteClient", "Removes an application and everything granted to it")
            .refuses(403, 412);
    private static final Description LIST_SECRETS =
            Description.of("listClientSecrets", "Lists the live secrets").answers(200, SECRETS);
    private static final Description ADD_SECRET = Description.of(
                    "createClientSecret", "Adds a secret, beside the one that it replaces")
            .answers(201, SECRET)
            .refuses(403, 409);
    private static final Description REMOVE_SECRET =
            Description.of("deleteClientSecret", "Ends a secret").refuses(403);

    private static final String ONE = "/clients/{client}";
    private static final String OF_ONE = "/clients/{client}/secrets";

    private final Conventions api;
    private final BrowseClients browse;
    private final RegisterClient register;
    private final AdministerClient administer;
    private final SigningSecrets signing;
    private final Entropy entropy;

    @Inject
    public ClientResource(
            Conventions api,
            BrowseClients browse,
            RegisterClient register,
            AdministerClient administer,
            SigningSecrets signing,
            Entropy entropy) {
        this.api = api;
        this.browse = browse;
        this.register = register;
        this.administer = administer;
        this.signing = signing;
        this.entropy = entropy;
    }

    @Override
    public List<Route> routes() {
        Permission read = Permission.CLIENT_READ;
        Permission write = Permission.CLIENT_WRITE;
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/clients", read, api.operation(LIST, this::list)),
                AdminRoute.both("POST", "/clients", write, api.operation(CREATE, this::create)),
                AdminRoute.both("GET", ONE, read, api.operation(READ, this::read)),
                AdminRoute.both("PATCH", ONE, write, api.operation(CHANGE, this::change)),
                AdminRoute.both("DELETE", ONE, write, api.operation(DELETE, this::delete)),
                AdminRoute.both("GET", OF_ONE, read, api.operation(LIST_SECRETS, this::listSecrets)),
                AdminRoute.both("POST", OF_ONE, write, api.operation(ADD_SECRET, this::addSecret)),
                AdminRoute.both(
                        "DELETE", OF_ONE + "/{secret}", write, api.operation(REMOVE_SECRET, this::removeSecret))));
    }

    private Response list(Call call) {
        return call.listed(browse.page(call.org(), call.page()), ClientShape::shown);
    }

    private Response read(Call call) {
        return browse.find(call.org(), id(call))
                .map(found ->
                        call.shown(ClientShape.shown(found), found.client().version()))
                .orElseGet(Problems::notThere);
    }

    private Response create(Call call) {
        return ClientMistakes.inKeys(call.fields()).orElseGet(() -> created(call));
    }

    private Response created(Call call) {
        ClientId id = new ClientId(
                call.fields().text("client_id").orElseGet(() -> HexFormat.of().formatHex(entropy.next(ID_BYTES))));
        Client client = ClientShape.merged(call.fields(), ClientShape.blank(id));
        Set<ClientMistake> mistakes = ClientMistake.in(client);
        if (!mistakes.isEmpty()) {
            return ClientMistakes.refused(mistakes);
        }
        Optional<Secret> secret =
                client.authMethod().hasSecret() ? Optional.of(Secret.random(entropy)) : Optional.empty();
        Client kept = client.withSecrets(secret.map(Sha256::of).stream().toList());
        return switch (register.register(call.org(), kept, Set.of(), call.by().cause())) {
            case REGISTERED -> {
                secret.ifPresent(clear -> signing.keep(call.org(), kept, clear));
                Map<String, Object> members =
                        ClientShape.shown(browse.find(call.org(), id).orElseThrow());
                secret.ifPresent(clear -> members.put("client_secret", clear.reveal()));
                yield call.created(id.value(), members);
            }
            case ID_TAKEN -> Problems.conflict("There is an application of that client_id.");
        };
    }

    private Response change(Call call) {
        return ClientMistakes.inKeys(call.fields())
                .orElseGet(() -> answer(
                        call,
                        administer.change(
                                call.org(), request(call), before -> ClientShape.merged(call.fields(), before))));
    }

    private Response delete(Call call) {
        return answer(call, administer.remove(call.org(), request(call)));
    }

    private Response listSecrets(Call call) {
        return browse.secrets(call.org(), id(call))
                .map(secrets -> Response.json(
                        200,
                        Map.of(
                                "items",
                                secrets.stream().map(ClientResource::shown).toList())))
                .orElseGet(Problems::notThere);
    }

    private Response addSecret(Call call) {
        return answer(call, administer.addSecret(call.org(), request(call)));
    }

    private Response removeSecret(Call call) {
        return answer(
                call,
                administer.removeSecret(
                        call.org(), request(call), call.request().variable("secret")));
    }

    private Response answer(Call call, AdministerClient.Outcome outcome) {
        return switch (outcome) {
            case AdministerClient.Changed(Client changed) ->
                browse.find(call.org(), changed.id())
                        .map(found -> call.changed(
                                ClientShape.shown(found), found.client().version()))
                        .orElseGet(Problems::notThere);
            case AdministerClient.Removed() -> Response.noContent();
            case AdministerClient.SecretAdded(KeptSecret kept, Secret secret) -> {
                browse.find(call.org(), id(call)).ifPresent(found -> signing.keep(call.org(), found.client(), secret));
                Map<String, Object> members = shown(kept);
                members.put("client_secret", secret.reveal());
                yield call.created(kept.id(), members);
            }
            case AdministerClient.TooManySecrets() ->
                Problems.conflict("There are %d secrets already: end one first.".formatted(KeptSecret.MAX));
            case AdministerClient.Mistaken mistaken -> ClientMistakes.refused(mistaken.inOrder());
            case AdministerClient.Unknown() -> Problems.notThere();
            case AdministerClient.Stale() -> Problems.stale();
            case AdministerClient.Forbidden() -> Problems.forbidden("This service account may do more than you.");
        };
    }

    private static ClientId id(Call call) {
        return new ClientId(call.request().variable("client"));
    }

    private static AdministerClient.Request request(Call call) {
        return new AdministerClient.Request(id(call), call.expected(), call.by());
    }

    private static Map<String, Object> shown(KeptSecret secret) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", secret.id());
        members.put("created_at", secret.createdAt().toString());
        return members;
    }
}
