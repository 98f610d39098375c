import Glibc

/// The long form of tests whose everyday form is shorter: the whole month through the built program, more random lives, great desks.
public enum LongForm {
    /// Whether `FIRSTDESK_LONG_TESTS` is set, as it is in `.ci/run`.
    public static let isAskedFor = getenv("FIRSTDESK_LONG_TESTS") != nil
}
