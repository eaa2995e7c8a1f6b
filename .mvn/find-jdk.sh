# Finds a Java that will do. Read by ./rampart and ./mvnw with the dot command; plain POSIX sh.
#
#   find_jdk java|javac    sets `jdk` to the folder of a Java that has this program and is new enough, or fails
#
# Asked in this order: RAMPART_JAVA_HOME (where it is set, nothing else is asked), a runtime delivered beside the
# launcher, JAVA_HOME, the java on the PATH, and the folders where a JDK usually stands. Among the last, the oldest that
# will do is taken, because it is the one that the build is tested with.

JAVA_MIN=25

# Prints the feature number (25 of "25.0.1"), without starting a JVM where the folder says it in a file.
java_feature() {
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
    fi
}

will_do() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/$2" ] || return 1
    feature=$(java_feature "$1")
    [ "${feature:-0}" -ge "$JAVA_MIN" ]
}

java_on_path() {
    found=$(command -v java) || return 1
    dirname "$(dirname "$(readlink -f "$found")")"
}

find_jdk() {
    jdk=
    if [ -n "${RAMPART_JAVA_HOME:-}" ]; then
        if will_do "$RAMPART_JAVA_HOME" "$1"; then jdk=$RAMPART_JAVA_HOME; return 0; fi
        return 1
    fi
    for candidate in "${here:-.}/runtime" "${JAVA_HOME:-}" "$(java_on_path || :)"; do
        if will_do "$candidate" "$1"; then jdk=$candidate; return 0; fi
    done
    best=
    for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* /opt/*java* \
        "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        will_do "$candidate" "$1" || continue
        if [ -z "$best" ] || [ "$feature" -lt "$best" ]; then best=$feature; jdk=$candidate; fi
    done
    [ -n "$jdk" ]
}

# Says what was looked for and what to do. The caller decides how to exit.
no_jdk() {
    if [ -n "${RAMPART_JAVA_HOME:-}" ]; then
        echo "$1: RAMPART_JAVA_HOME is $RAMPART_JAVA_HOME, but no JDK $JAVA_MIN or newer is there." >&2
    else
        echo "$1: needs a JDK $JAVA_MIN or newer and found none: not in JAVA_HOME, on the PATH, or in the usual folders." >&2
    fi
    echo "$1: install one, or say where it is with RAMPART_JAVA_HOME." >&2
}
