/** The ports of the domain that hash, seal, sign and verify: argon2-jvm and the JCA, nothing else. */
@NullMarked
package dev.rampart.crypto;

import org.jspecify.annotations.NullMarked;
