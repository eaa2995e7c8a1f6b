/**
 * What all REST APIs have in common, said once: how JSON is read and described, how lists are paged, how a write is
 * repeated or made conditional.
 *
 * <p>A {@link dev.rampart.http.rest.Shape} describes a JSON object. It reads what is sent, refuses what does not
 * belong, and becomes the schema in the API's description. An {@link dev.rampart.http.rest.OperationEndpoint} is an
 * endpoint that says what it takes and what it answers.
 */
@NullMarked
package dev.rampart.http.rest;

import org.jspecify.annotations.NullMarked;
