/**
 * The admin API: everything that can be administered, beneath {@code /api/v1/admin} at the server's own issuer.
 *
 * <p>A resource is one class here: its shape, its operations, and their lines in the route table, each with the
 * permission that it takes. Every operation stands at two paths: beneath the organization that it names, and for the
 * organization of the token.
 */
@NullMarked
package dev.rampart.http.admin;

import org.jspecify.annotations.NullMarked;
