/** The description of the REST API (OpenAPI 3.1), made from the table of routes. */
@NullMarked
package dev.rampart.http.openapi;

import org.jspecify.annotations.NullMarked;
