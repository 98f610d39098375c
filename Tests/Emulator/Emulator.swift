import CVterm

/// The colour of a cell.
package enum CellColour: Equatable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// An entry of the palette of 256.
    case indexed(UInt8)
    /// A colour of 24 bits.
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// One cell of the screen: what is drawn there and how.
package struct CellLook: Equatable, Sendable {
    /// The character with its combining marks; empty in a cell never written to and in the right half of a wide character.
    package var text: String
    /// Columns: 1 or 2.
    package var width: Int
    package var foreground: CellColour
    package var background: CellColour
    package var isBold: Bool
    package var isReverse: Bool
    package var isUnderlined: Bool
    package var isItalic: Bool
    package var isBlinking: Bool
    /// Whether this is the right half of a wide character.
    package var isContinuation: Bool
}

/// A terminal's screen, kept by libvterm: bytes of a program in, cells out, and the bytes that a terminal answers.
package final class Emulator {
    // Opaque C handles. The screen layer belongs to the terminal and goes with it.
    private let terminal: OpaquePointer
    private let layer: OpaquePointer
    // libvterm keeps the address of the table, not a copy: so it lives outside Swift's moving storage, as long as the terminal.
    private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>

    /// What the terminal has to say to the program: answers to its questions, and the bytes of keys. To be taken and sent.
    private var answers: [UInt8] = []

    /// Whether the alternate screen is shown.
    package private(set) var isAlternateScreen = false
    /// Whether the cursor is shown.
    package private(set) var isCursorVisible = true
    /// The window's title as last set.
    package private(set) var title = ""
    /// How often the bell rang.
    package private(set) var bells = 0
    /// Whether the program has asked for mouse reports.
    package private(set) var reportsMouse = false

    /// A blank terminal of the given size in cells, in UTF-8; nil where libvterm gives none.
    package init?(columns: Int, rows: Int) {
        guard let terminal = vterm_new(Int32(rows), Int32(columns)), let layer = vterm_obtain_screen(terminal) else { return nil }
        self.terminal = terminal
        self.layer = layer
        callbacks = .allocate(capacity: 1)
        var table = VTermScreenCallbacks()
        table.settermprop = { property, value, user in
            Emulator.from(user)?.note(property, value)
            return 1
        }
        table.bell = { user in
            Emulator.from(user)?.bells += 1
            return 1
        }
        callbacks.initialize(to: table)
        // Not retained: the terminal is freed in deinit, so no callback comes after this object has gone.
        let user = Unmanaged.passUnretained(self).toOpaque()
        vterm_set_utf8(terminal, 1)
        vterm_output_set_callback(
            terminal,
            { bytes, count, user in
                let answer = UnsafeRawBufferPointer(start: bytes, count: count)
                Emulator.from(user)?.answers += answer
            },
            user
        )
        vterm_screen_set_callbacks(layer, callbacks, user)
        vterm_screen_enable_altscreen(layer, 1)
        vterm_screen_reset(layer, 1)
    }

    deinit {
        vterm_free(terminal)
        callbacks.deinitialize(count: 1)
        callbacks.deallocate()
    }

    /// The emulator behind the user pointer of a callback.
    private static func from(_ user: UnsafeMutableRawPointer?) -> Emulator? {
        user.map { Unmanaged<Emulator>.fromOpaque($0).takeUnretainedValue() }
    }

    private func note(_ property: VTermProp, _ value: UnsafeMutablePointer<VTermValue>?) {
        guard let value else { return }
        // Which member of the union holds is given by the property (vterm.h, VTermProp).
        switch property {
        case VTERM_PROP_ALTSCREEN: isAlternateScreen = value.pointee.boolean != 0
        case VTERM_PROP_CURSORVISIBLE: isCursorVisible = value.pointee.boolean != 0
        case VTERM_PROP_TITLE: title = value.pointee.string.map { String(cString: $0) } ?? ""
        case VTERM_PROP_MOUSE: reportsMouse = value.pointee.number != Int32(VTERM_PROP_MOUSE_NONE)
        default: break
        }
    }

    /// Takes in what the program wrote.
    package func write(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: CChar.self) { characters in
                // The count is how many bytes the parser took: all of them (state and screen layers never refuse).
                _ = vterm_input_write(terminal, characters.baseAddress, characters.count)
            }
        }
    }

    /// Takes what is to be sent to the program.
    package func takeAnswers() -> [UInt8] {
        defer { answers = [] }
        return answers
    }

    /// The size in cells.
    package var size: (columns: Int, rows: Int) {
        var rows: Int32 = 0
        var columns: Int32 = 0
        vterm_get_size(terminal, &rows, &columns)
        return (Int(columns), Int(rows))
    }

    /// Gives the terminal another size in cells.
    package func resize(columns: Int, rows: Int) {
        vterm_set_size(terminal, Int32(rows), Int32(columns))
    }

    /// Where the cursor is, from 0.
    package var cursor: (row: Int, column: Int) {
        var position = VTermPos(row: 0, col: 0)
        vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
        return (Int(position.row), Int(position.col))
    }

    /// Presses a key; its bytes are among the answers afterwards.
    package func press(_ key: VTermKey, modifiers: UInt32) {
        vterm_keyboard_key(terminal, key, VTermModifier(rawValue: modifiers))
    }

    /// What stands before and after pasted text: nothing unless the program has asked for bracketed paste.
    package func pasteBrackets() -> (before: [UInt8], after: [UInt8]) {
        let waiting = takeAnswers()
        vterm_keyboard_start_paste(terminal)
        let before = takeAnswers()
        vterm_keyboard_end_paste(terminal)
        let after = takeAnswers()
        answers = waiting
        return (before, after)
    }

    /// Moves the mouse to a cell and presses or lets go of a button (1 left, 2 middle, 3 right, 4 wheel up, 5 wheel down).
    package func mouse(row: Int, column: Int, button: Int, isPressed: Bool) {
        vterm_mouse_move(terminal, Int32(row), Int32(column), VTERM_MOD_NONE)
        vterm_mouse_button(terminal, Int32(button), isPressed, VTERM_MOD_NONE)
    }

    /// The cell at a place, from 0.
    package func cell(row: Int, column: Int) -> CellLook {
        var cell = VTermScreenCell()
        vterm_screen_get_cell(layer, VTermPos(row: Int32(row), col: Int32(column)), &cell)
        // A C array comes as a tuple: its elements lie one after the other, the text ends at 0 or after the last.
        let codes = withUnsafeBytes(of: cell.chars) { Array($0.bindMemory(to: UInt32.self)) }
        // libvterm marks the right half of a wide character with all bits set.
        let isContinuation = codes.first == UInt32.max
        let scalars = codes.prefix { $0 != 0 && $0 != UInt32.max }.map { Unicode.Scalar($0) ?? "\u{fffd}" }
        return CellLook(
            text: String(String.UnicodeScalarView(scalars)),
            width: Int(cell.width),
            foreground: Self.colour(cell.fg, standard: VTERM_COLOR_DEFAULT_FG),
            background: Self.colour(cell.bg, standard: VTERM_COLOR_DEFAULT_BG),
            isBold: cell.attrs.bold != 0,
            isReverse: cell.attrs.reverse != 0,
            isUnderlined: cell.attrs.underline != 0,
            isItalic: cell.attrs.italic != 0,
            isBlinking: cell.attrs.blink != 0,
            isContinuation: isContinuation
        )
    }

    /// The rows from top to bottom, blanks at their ends cut off.
    package var rows: [String] {
        let size = size
        return (0..<size.rows).map { row in
            var text = ""
            for column in 0..<size.columns {
                let cell = cell(row: row, column: column)
                if cell.isContinuation { continue }
                text += cell.text.isEmpty ? " " : cell.text
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    private static func colour(_ colour: VTermColor, standard: VTermColorType) -> CellColour {
        // The first byte says which member of the union holds (vterm.h, VTermColorType).
        let type = UInt32(colour.type)
        if type & standard.rawValue != 0 { return .standard }
        if type & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue { return .indexed(colour.indexed.idx) }
        return .rgb(red: colour.rgb.red, green: colour.rgb.green, blue: colour.rgb.blue)
    }
}
