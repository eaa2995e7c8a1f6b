package dev.rampart.domain.testing;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.AuthorizationCode;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.logout.LogoutNotice;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.session.Authentication;
import dev.rampart.domain.session.NewFlow;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.SignInFlows;
import dev.rampart.domain.setup.SetupLink;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.DeletedUser;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rows of a {@link FakeTenant} that hold more than a value of the domain does. */
final class FakeRows {

    private FakeRows() {}

    record HeldRole(RoleHolder holder, RoleKey role) {}

    /** Somebody's place in a group. */
    record Place(GroupId group, RoleHolder member) {}

    /** What is kept of a person beside what tokens tell of them. */
    record Kept(String attributes, long version) {

        static final Kept NOTHING = new Kept(ManagedUser.NO_ATTRIBUTES, 1);
    }

    /** {@code person} is disabled like everybody who is deleted. */
    record Deleted(DeletedUser user, boolean wasEnabled) {}

    record Flow(NewFlow flow, @Nullable UserId completedBy, boolean consented, boolean resumed) {

        static Flow of(NewFlow flow) {
            return new Flow(flow, flow.question().map(NewFlow.Question::user).orElse(null), false, false);
        }

        boolean isSignedIn(Instant authTime) {
            return flow.question().map(NewFlow.Question::signedIn).orElse(!authTime.isBefore(flow.createdAt()));
        }

        Flow asConsented() {
            return new Flow(flow, completedBy, true, resumed);
        }

        boolean isOpenTo(Sha256 browser, Instant now) {
            return flow.browser().equals(browser) && now.isBefore(flow.expiresAt());
        }

        Flow completed(UserId by) {
            return new Flow(flow, by, false, false);
        }

        Flow asResumed() {
            return new Flow(flow, completedBy, consented, true);
        }
    }

    record Started(
            SessionId id,
            Sha256 token,
            UserId user,
            Authentication authentication,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean ended) {

        /** With a cookie that nobody has. */
        static Started of(UserId user, SignInFlows.NewSession session) {
            return new Started(
                    session.id(),
                    Sha256.of(Secret.of(user.toString())),
                    user,
                    session.authentication(),
                    session.authentication().time(),
                    session.expiresAt(),
                    false);
        }

        boolean isAlive(Duration idle, Instant now) {
            return mayBeRenewed(now) && now.isBefore(lastUsedAt.plus(idle));
        }

        boolean mayBeRenewed(Instant now) {
            return !ended && now.isBefore(expiresAt);
        }

        Started used(Instant now) {
            return new Started(id, token, user, authentication, now, expiresAt, ended);
        }

        Started asEnded() {
            return new Started(id, token, user, authentication, lastUsedAt, expiresAt, true);
        }
    }

    record Link(SetupLink link, boolean used) {}

    /** Somebody who is to be told that a session is over. */
    record Noticed(LogoutNotice notice, Instant dueAt, int attempts, boolean givenUp) {}

    record Granted(UserGrant grant, boolean revoked) {}

    record Code(AuthorizationCode code, boolean redeemed) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Refreshing(
            GrantId grant, Instant expiresAt, @Nullable Instant rotatedAt, byte[] successor) {}

    record Consenting(UserId user, ClientId client) {}

    record Account(Sha256 account, String network) {}

    record Guesses(int failures, Instant blockedUntil, Instant lastAt) {}

    record Bucket(String name, String network) {

        static Bucket login(String network) {
            return new Bucket("login", network);
        }

        static Bucket admin(String token) {
            return new Bucket("admin", token);
        }

        static Bucket token(String network) {
            return new Bucket("token", network);
        }
    }
}
