@NullMarked
package dev.rampart.http.playground;

import org.jspecify.annotations.NullMarked;
