import CVterm

/// A key as it is pressed; which bytes it sends depends on the modes that the program has set.
enum TestKey: Equatable, Sendable {
    case enter, escape, tab, backTab, backspace, space
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete
    /// A function key, from F1 on.
    case f(Int)
    /// Ctrl with a letter or one of `@[\]^_`.
    case ctrl(Character)
    /// Alt with a character.
    case alt(Character)
    /// A key that moves or a function key, with Shift.
    indirect case shift(TestKey)
    /// A key that moves or a function key, with Ctrl.
    indirect case control(TestKey)

    /// What the key sends whatever the modes are; nil for those whose bytes the emulator knows.
    var fixedBytes: [UInt8]? {
        switch self {
        case .enter: [0x0d]
        case .escape: [0x1b]
        case .tab: [0x09]
        case .backTab: Array("\u{1b}[Z".utf8)
        case .backspace: [0x7f]
        case .space: [0x20]
        case .ctrl(let character): character.asciiValue.map { [$0 & 0x1f] }
        case .alt(let character): [0x1b] + Array(String(character).utf8)
        default: nil
        }
    }

    /// The emulator's name of the key, and what is held down with it; nil for keys with fixed bytes.
    var emulated: (key: VTermKey, modifiers: UInt32)? {
        switch self {
        case .up: (VTERM_KEY_UP, 0)
        case .down: (VTERM_KEY_DOWN, 0)
        case .left: (VTERM_KEY_LEFT, 0)
        case .right: (VTERM_KEY_RIGHT, 0)
        case .home: (VTERM_KEY_HOME, 0)
        case .end: (VTERM_KEY_END, 0)
        case .pageUp: (VTERM_KEY_PAGEUP, 0)
        case .pageDown: (VTERM_KEY_PAGEDOWN, 0)
        case .insert: (VTERM_KEY_INS, 0)
        case .delete: (VTERM_KEY_DEL, 0)
        case .f(let number): (VTermKey(rawValue: VTERM_KEY_FUNCTION_0.rawValue + UInt32(number)), 0)
        case .shift(let key): key.emulated.map { ($0.key, $0.modifiers | VTERM_MOD_SHIFT.rawValue) }
        case .control(let key): key.emulated.map { ($0.key, $0.modifiers | VTERM_MOD_CTRL.rawValue) }
        default: nil
        }
    }
}
