/** The command line: a client of the admin API over HTTP, which depends on no other module. */
@NullMarked
package dev.rampart.cli;

import org.jspecify.annotations.NullMarked;
