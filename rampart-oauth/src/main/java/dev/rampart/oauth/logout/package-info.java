/** What an application may end (OIDC RP-Initiated Logout 1.0). */
@NullMarked
package dev.rampart.oauth.logout;

import org.jspecify.annotations.NullMarked;
