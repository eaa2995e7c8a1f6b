@NullMarked
package dev.rampart.http.bulk;

import org.jspecify.annotations.NullMarked;
