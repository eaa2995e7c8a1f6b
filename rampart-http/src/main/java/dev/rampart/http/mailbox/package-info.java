/** Where mail goes in {@code dev}, when there is no server to send it. */
@NullMarked
package dev.rampart.http.mailbox;

import org.jspecify.annotations.NullMarked;
