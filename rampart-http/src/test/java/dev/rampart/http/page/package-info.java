@NullMarked
package dev.rampart.http.page;

import org.jspecify.annotations.NullMarked;
