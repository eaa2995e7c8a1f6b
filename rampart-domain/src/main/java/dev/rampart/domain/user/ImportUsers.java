package dev.rampart.domain.user;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.ImportLine.Reason;
import dev.rampart.domain.user.ImportLine.Rejection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes people of the lines of a file, as they come.
 *
 * <p>So many lines are a unit of work: their people, passwords, roles and audit events are there together or not at
 * all. A bad line makes nobody and stops nothing; that of a name that somebody has is a bad line, so that the same file
 * can be sent again after it broke off. Of the file itself only the names are kept, to tell of two lines with the same
 * one.
 */
public final class ImportUsers {

    /** So many lines are one unit of work: all that they bind fits into one exchange. */
    public static final int BATCH = 100;

    private final UnitOfWork<? extends UserAdminStores> unitOfWork;
    private final ImportRules rules;
    private final InstantSource clock;
    private final Entropy entropy;

    public ImportUsers(
            UnitOfWork<? extends UserAdminStores> unitOfWork,
            PasswordHasher hasher,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.rules = new ImportRules(hasher);
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Says how many people were made; in a dry run, how many would have been. */
    public int importAll(OrgId org, Iterator<ImportLine> lines, Request request) {
        Set<CanonicalName> seen = new HashSet<>();
        int made = 0;
        while (lines.hasNext()) {
            Judged judged = take(org, fit(lines, request), request, seen);
            judged.rejections().forEach(request.rejected());
            judged.accepted().forEach(candidate -> seen.addAll(candidate.names()));
            made += judged.accepted().size();
        }
        return made;
    }

    /** Those of the next lines that need only be held against the names that there are. */
    private List<ImportCandidate> fit(Iterator<ImportLine> lines, Request request) {
        Instant now = clock.instant();
        List<ImportCandidate> fit = new ArrayList<>();
        for (int i = 0; i < BATCH && lines.hasNext(); i++) {
            ImportCandidate candidate = ImportCandidate.of(lines.next(), CreateUser.blank(now, entropy));
            List<Reason> objections = rules.objections(candidate, request.by());
            objections.forEach(why -> request.rejected().accept(candidate.rejected(why)));
            if (objections.isEmpty()) {
                fit.add(candidate);
            }
        }
        return fit;
    }

    private Judged take(OrgId org, List<ImportCandidate> fit, Request request, Set<CanonicalName> seen) {
        Set<CanonicalName> names =
                fit.stream().flatMap(candidate -> candidate.names().stream()).collect(Collectors.toSet());
        if (names.isEmpty()) {
            return new Judged(List.of(), List.of());
        }
        if (request.dryRun()) {
            return unitOfWork.<Judged>one(
                    org, stores -> judge(fit, stores.userIntake().taken(names), seen));
        }
        Instant now = clock.instant();
        return unitOfWork.call(org, stores -> {
            stores.userIntake().begin();
            Judged judged = judge(fit, stores.userIntake().taken(names), seen);
            return judged.accepted().isEmpty() ? judged : made(stores, judged, request.by(), now);
        });
    }

    private static Judged judge(List<ImportCandidate> fit, Set<CanonicalName> taken, Set<CanonicalName> seen) {
        List<ImportCandidate> accepted = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        Set<CanonicalName> here = new HashSet<>();
        for (ImportCandidate candidate : fit) {
            List<Rejection> clashes = candidate.names().stream()
                    .flatMap(
                            name -> ImportRules.clash(name, seen.contains(name) || here.contains(name), taken)
                                    .map(candidate::rejected)
                                    .stream())
                    .toList();
            if (clashes.isEmpty()) {
                accepted.add(candidate);
                here.addAll(candidate.names());
            }
            rejections.addAll(clashes);
        }
        return new Judged(accepted, rejections);
    }

    private Judged made(UserAdminStores stores, Judged judged, Authority by, Instant now) {
        List<UserIntake.Newcomer> newcomers =
                judged.accepted().stream().map(ImportCandidate::newcomer).toList();
        Set<UserId> added = stores.userIntake().add(newcomers, now);
        List<Rejection> rejections = new ArrayList<>(judged.rejections());
        List<ImportCandidate> accepted = new ArrayList<>();
        for (ImportCandidate candidate : judged.accepted()) {
            if (added.contains(candidate.id())) {
                accepted.add(candidate);
                RoleHolder holder =
                        new RoleHolder(RoleHolder.Kind.USER, candidate.id().toString());
                candidate.line().roles().forEach(role -> stores.roles().assign(holder, role));
            } else {
                rejections.add(candidate.rejected(Reason.NAME_TAKEN_MEANWHILE));
            }
        }
        stores.auditEvents()
                .addAll(accepted.stream()
                        .map(candidate -> created(candidate, by, now))
                        .toList());
        return new Judged(accepted, rejections);
    }

    private AuditEvent created(ImportCandidate candidate, Authority by, Instant now) {
        ManagedUser blank = CreateUser.blank(now, entropy);
        Map<String, Change> changes = new HashMap<>(UserChanges.between(blank, candidate.user()));
        candidate.line().password().ifPresent(_ -> changes.put("password", Change.to("(imported)")));
        if (!candidate.line().roles().isEmpty()) {
            changes.put(
                    "roles",
                    Change.to(candidate.line().roles().stream()
                            .map(Role::toString)
                            .sorted()
                            .collect(Collectors.joining(" "))));
        }
        return AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.USER_CREATED, by.cause(), now)
                .withTarget(CreateUser.target(candidate.user().user()))
                .withChanges(changes);
    }

    /**
     * Who imports, and how.
     *
     * @param dryRun whether nothing is written
     * @param rejected is told of everything that is wrong, in no particular order
     */
    public record Request(boolean dryRun, Authority by, Consumer<Rejection> rejected) {}

    private record Judged(List<ImportCandidate> accepted, List<Rejection> rejections) {}
}
