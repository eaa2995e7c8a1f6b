/** What an application is told about a person (OIDC Core §5.3). */
@NullMarked
package dev.rampart.oauth.userinfo;

import org.jspecify.annotations.NullMarked;
