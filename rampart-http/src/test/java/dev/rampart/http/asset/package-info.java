@NullMarked
package dev.rampart.http.asset;

import org.jspecify.annotations.NullMarked;
