/**
 * Reads the source tree as text and judges it by the limits of the house.
 *
 * <p>{@code SourceText} takes literals and comments out of a file, {@code Members} finds methods, constructors and
 * fields in what is left by counting braces, and {@code JavaRules} holds the limits, each with its reason. It
 * understands as much Java as this repository uses, and is tested on small bad snippets.
 */
@NullMarked
package dev.rampart.server.tidy;

import org.jspecify.annotations.NullMarked;
