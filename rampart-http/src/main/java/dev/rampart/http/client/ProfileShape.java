package dev.rampart.http.client;

import dev.rampart.domain.client.ApplicationType;
import dev.rampart.domain.client.ClientDisplay;
import dev.rampart.domain.client.ClientLogout;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.ClientMetadataEdit;
import dev.rampart.domain.client.ClientProfile;
import dev.rampart.domain.shared.WebUri;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import java.util.List;
import java.util.Map;

/** What a client is, what people are shown of it, and how it hears of the end of sessions, as members of its JSON. */
final class ProfileShape {

    private static final int CONTACTS_MAX = 10;

    private static final Kind.Text LOGOUT_URI = Kind.Text.like(
            WebUri.SHAPE, WebUri.MAX_LENGTH, "an https address, or an http one on this machine; without fragment");
    private static final Kind.Text CONTACT = Kind.Text.like("[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@]+", 254, "an e-mail");

    private ProfileShape() {}

    static List<Property> properties() {
        return List.of(
                Property.of("application_type", Kind.Choice.of((Object[]) ApplicationType.values())),
                Property.of("contacts", new Kind.ListOf(CONTACT, CONTACTS_MAX)),
                Property.of("initiate_login_uri", Members.PAGE),
                Property.of("client_uri", Members.PAGE),
                Property.of("logo_uri", Members.PAGE),
                Property.of("policy_uri", Members.PAGE),
                Property.of("tos_uri", Members.PAGE),
                Property.of("frontchannel_logout_uri", LOGOUT_URI),
                Property.of("frontchannel_logout_session_required", new Kind.Flag()),
                Property.of("backchannel_logout_uri", LOGOUT_URI),
                Property.of("backchannel_logout_session_required", new Kind.Flag()));
    }

    static void merge(Fields sent, ClientMetadata before, ClientMetadataEdit edit) {
        edit.profile(profile(sent, before.profile()))
                .display(display(sent, before.display()))
                .logout(logout(sent, before.logout()));
    }

    private static ClientProfile profile(Fields sent, ClientProfile before) {
        ApplicationType type = sent.has("application_type")
                ? sent.text("application_type").map(ApplicationType::of).orElse(ApplicationType.WEB)
                : before.type();
        return new ClientProfile(
                type,
                sent.has("contacts") ? sent.texts("contacts") : before.contacts(),
                Members.page(sent, "initiate_login_uri", before::initiateLoginUri));
    }

    private static ClientDisplay display(Fields sent, ClientDisplay before) {
        return new ClientDisplay(
                Members.page(sent, "client_uri", before::clientUri),
                Members.page(sent, "logo_uri", before::logoUri),
                Members.page(sent, "policy_uri", before::policyUri),
                Members.page(sent, "tos_uri", before::tosUri));
    }

    private static ClientLogout logout(Fields sent, ClientLogout before) {
        return new ClientLogout(
                Members.word(sent, "frontchannel_logout_uri", WebUri::new, before::frontchannelUri),
                Members.flag(sent, "frontchannel_logout_session_required", false, before.frontchannelSessionRequired()),
                Members.word(sent, "backchannel_logout_uri", WebUri::new, before::backchannelUri),
                Members.flag(sent, "backchannel_logout_session_required", false, before.backchannelSessionRequired()));
    }

    static void show(ClientMetadata metadata, Map<String, Object> members) {
        ClientProfile profile = metadata.profile();
        members.put("application_type", profile.type().toString());
        members.put("contacts", profile.contacts());
        profile.initiateLoginUri().ifPresent(uri -> members.put("initiate_login_uri", uri.value()));
        ClientDisplay display = metadata.display();
        display.clientUri().ifPresent(uri -> members.put("client_uri", uri.value()));
        display.logoUri().ifPresent(uri -> members.put("logo_uri", uri.value()));
        display.policyUri().ifPresent(uri -> members.put("policy_uri", uri.value()));
        display.tosUri().ifPresent(uri -> members.put("tos_uri", uri.value()));
        ClientLogout logout = metadata.logout();
        logout.frontchannelUri().ifPresent(uri -> members.put("frontchannel_logout_uri", uri.value()));
        members.put("frontchannel_logout_session_required", logout.frontchannelSessionRequired());
        logout.backchannelUri().ifPresent(uri -> members.put("backchannel_logout_uri", uri.value()));
        members.put("backchannel_logout_session_required", logout.backchannelSessionRequired());
    }
}
