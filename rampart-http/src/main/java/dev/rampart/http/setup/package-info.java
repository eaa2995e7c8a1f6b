/** Where the first administrator is made. */
@NullMarked
package dev.rampart.http.setup;

import org.jspecify.annotations.NullMarked;
