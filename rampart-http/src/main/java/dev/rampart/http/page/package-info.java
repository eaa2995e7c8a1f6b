/**
 * The pages that people see.
 *
 * <ol>
 *   <li>An endpoint makes a {@link dev.rampart.http.page.View}, a record with what the page shows, and gives it to
 *       {@link dev.rampart.http.page.Pages}.
 *   <li>Its texts are looked up in the language of its {@link dev.rampart.http.page.Frame} and the words in them put in
 *       place, before the template sees them: {@link dev.rampart.http.page.Texts}.
 *   <li>The template, one per view, is filled in. All that goes in is escaped, and a name that is not there fails.
 * </ol>
 *
 * <p>Easy to get wrong: escaping does not make a URL harmless, so URLs are {@link dev.rampart.http.page.SafeUrl}s; and
 * the content security policy allows neither scripts nor styles in the page itself, so that all of them are
 * {@link dev.rampart.http.page.Assets}. Every page works without its script.
 */
@NullMarked
package dev.rampart.http.page;

import org.jspecify.annotations.NullMarked;
