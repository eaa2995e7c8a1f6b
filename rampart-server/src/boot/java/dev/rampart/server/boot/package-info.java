/**
 * What {@code java -jar rampart.jar} starts first.
 *
 * <p>Compiled for Java 8, so that an old Java can read it and be told which one is needed, where it would otherwise
 * stop with {@code UnsupportedClassVersionError} and a number that means nothing to most people.
 */
@NullMarked
package dev.rampart.server.boot;

import org.jspecify.annotations.NullMarked;
