/** Mail, by SMTP. */
@NullMarked
package dev.rampart.outbound.mail;

import org.jspecify.annotations.NullMarked;
