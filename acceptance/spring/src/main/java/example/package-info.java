/** An application that is none of Rampart, and relies on it. */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
