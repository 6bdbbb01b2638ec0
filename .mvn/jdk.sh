# Finds a JDK that can build and run Sightline; read by ./sightline and ./format.
# It reads each JDK's release file and starts none of them.

JAVA_NEEDED=25
FAILED=1

say() {
    printf '%s\n' "$*" >&2
}

# The feature version (21, 25, ...) of the JDK in a folder; nothing where there is none.
version_of() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

suits() {
    version=$(version_of "$1")
    [ -n "$version" ] && [ "$version" -ge "$JAVA_NEEDED" ]
}

jdk_on_path() {
    program=$(command -v java) || return 0
    while [ -L "$program" ]; do
        target=$(readlink "$program")
        case $target in
            /*) program=$target ;;
            *) program=$(dirname "$program")/$target ;;
        esac
    done
    dirname "$(dirname "$program")"
}

usual_places() {
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
    jdk_on_path
    for place in \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* \
        "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ ! -d "$place" ] || printf '%s\n' "$place"
    done
    [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$JAVA_NEEDED+" 2>/dev/null || true
}

find_jdk() {
    if [ -n "${SIGHTLINE_JAVA_HOME:-}" ]; then
        suits "$SIGHTLINE_JAVA_HOME" || {
            say "sightline: SIGHTLINE_JAVA_HOME names $SIGHTLINE_JAVA_HOME, which holds no JDK $JAVA_NEEDED or later."
            say "Point it at one, or unset it to have the usual places searched."
            exit $FAILED
        }
        printf '%s\n' "$SIGHTLINE_JAVA_HOME"
        return
    fi
    found=$(usual_places | while IFS= read -r place; do
        if suits "$place"; then
            printf '%s\n' "$place"
            break
        fi
    done)
    [ -n "$found" ] || {
        tell_how_to_get_a_jdk
        exit $FAILED
    }
    printf '%s\n' "$found"
}

tell_how_to_get_a_jdk() {
    say "sightline: no JDK $JAVA_NEEDED or later was found on this machine."
    say "Install one, for example:"
    say "  Debian, Ubuntu   apt-get install openjdk-25-jdk   (or temurin-25-jdk from packages.adoptium.net)"
    say "  macOS            brew install openjdk@25"
    say "  any              https://adoptium.net/temurin/releases/?version=25"
    say "If you have one in an unusual place, name it: SIGHTLINE_JAVA_HOME=/path/to/jdk ./sightline ..."
}
