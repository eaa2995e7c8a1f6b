/** Gives other people's tests a real issuer. */
@NullMarked
package dev.rampart.testkit;

import org.jspecify.annotations.NullMarked;
