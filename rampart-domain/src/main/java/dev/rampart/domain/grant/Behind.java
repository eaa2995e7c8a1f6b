package dev.rampart.domain.grant;

import dev.rampart.domain.resource.ResourceServer;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.settings.TokenPolicy;
import java.util.Optional;

/**
 * What stands behind a grant at the moment when tokens are asked of it.
 *
 * @param standing whether grant, session, consent, person and organization are alive
 * @param rights of the person
 * @param resourceServer which the grant is for, if it is one and still there
 * @param tokens what the organization has chosen for tokens
 */
public record Behind(boolean standing, Rights rights, Optional<ResourceServer> resourceServer, TokenPolicy tokens) {}
