@NullMarked
package dev.rampart.http.failure;

import org.jspecify.annotations.NullMarked;
