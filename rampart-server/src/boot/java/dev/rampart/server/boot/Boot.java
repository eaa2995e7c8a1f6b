package dev.rampart.server.boot;

import java.lang.reflect.InvocationTargetException;

/** Starts the server where Java is new enough, and otherwise says in one line which one is needed. */
public final class Boot {

    private static final int NEEDED = 25;

    /** {@code EX_CONFIG} of sysexits.h, which the launcher exits with as well. */
    private static final int WRONG_JAVA = 78;

    private Boot() {}

    public static void main(String[] arguments) throws Throwable {
        String version = System.getProperty("java.specification.version", "unknown");
        if (isTooOld(version)) {
            System.err.println("Rampart needs Java " + NEEDED + " or newer; this is Java " + version + " in "
                    + System.getProperty("java.home")
                    + ". Start it with another java, or with ./rampart, which finds one.");
            System.exit(WRONG_JAVA);
        }
        start(arguments);
    }

    /** By name, because a compiler for Java 8 cannot read the class itself. */
    private static void start(String[] arguments) throws Throwable {
        try {
            Class.forName("dev.rampart.server.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    /** Up to Java 8 the version was spelled 1.8. */
    private static boolean isTooOld(String version) {
        return version.indexOf('.') >= 0 || Integer.parseInt(version) < NEEDED;
    }
}
