import CNcurses
import Glibc

extension CursesTerminal {
    /// Shows a frame: only what changed since the last one goes out, in one write, with the real cursor put at the caret last.
    ///
    /// Nothing is written when nothing changed.
    public func show(_ grid: Grid) {
        guard !isClosed else { return }
        let last = previous.flatMap { $0.size == grid.size ? $0 : nil }
        var isChanged = last?.caret != grid.caret
        for row in 0..<min(grid.size.rows, size.rows) {
            guard let range = grid.changedColumns(row: row, from: last) else { continue }
            put(grid, row: row, columns: range.clamped(to: 0..<size.columns))
            isChanged = true
        }
        guard isChanged || last == nil else { return }
        inOneWrite {
            placeCursor(grid.caret)
            wnoutrefresh(window)
            doupdate()
        }
        previous = grid
    }

    /// Lets curses write a frame and hands it to the terminal whole: curses writes at every move of the cursor (lib_mvcur.c), and a terminal
    /// that reads in between draws half a frame.
    private func inOneWrite(_ draw: () -> Void) {
        guard frameFile >= 0, dup2(frameFile, output) >= 0 else { return draw() }
        draw()
        // Back to the terminal, which standard output is all the time.
        dup2(STDOUT_FILENO, output)
        let count = Int(lseek(frameFile, 0, SEEK_CUR))
        lseek(frameFile, 0, SEEK_SET)
        Self.write([UInt8](unsafeUninitializedCapacity: count) { $1 = max(0, pread(frameFile, $0.baseAddress, count, 0)) })
    }

    private func put(_ grid: Grid, row: Int, columns: Range<Int>) {
        guard !columns.isEmpty else { return }
        if rowCells.count < columns.count { rowCells = Array(repeating: cchar_t(), count: max(columns.count, size.columns)) }
        let base = row * grid.size.columns
        var count = 0
        var shown: RoleOnGround?
        var look: (attributes: attr_t, pair: Int32) = (0, 0)
        for column in columns {
            let cell = grid.cells[base + column]
            // curses fills in the second column of a wide character itself.
            if cell.width == 0 { continue }
            let wanted = RoleOnGround(role: cell.role, ground: cell.ground)
            if wanted != shown {
                shown = wanted
                look = self.look(of: wanted)
            }
            if cell.isCluster {
                var text = grid.text(of: cell).unicodeScalars.map { wchar_t(bitPattern: $0.value) }
                text.append(0)
                nc_set_cell(&rowCells[count], text, look.attributes, look.pair)
            } else {
                let code = drawsAmbiguousWide ? Self.narrowed(cell.code) : cell.code
                nc_set_scalar(&rowCells[count], code, look.attributes, look.pair)
            }
            count += 1
        }
        mvwadd_wchnstr(window, Int32(row), Int32(columns.lowerBound), rowCells, Int32(count))
    }

    /// Signs in people's text that this terminal would draw two columns wide, by narrow ones: or the rest of the row would shift.
    private static func narrowed(_ code: UInt32) -> UInt32 {
        switch code {
        case 0x2018, 0x2019: 0x27
        case 0x201C, 0x201D: 0x22
        case 0x2010...0x2015, 0x2500: 0x2D
        case 0x2026: 0x7E
        case 0xB7, 0x2022, 0xB0: 0x2E
        case 0xD7: 0x78
        case 0xA7: 0x53
        case 0x203B: 0x2A
        default: code
        }
    }

    private func placeCursor(_ caret: Point?) {
        let isShown = caret.map { $0.column >= 0 && $0.row >= 0 && $0.column < size.columns && $0.row < size.rows } ?? false
        if isShown, let caret { wmove(window, Int32(caret.row), Int32(caret.column)) }
        // Where the cursor is hidden it may stay wherever drawing ended.
        leaveok(window, !isShown)
        if isShown != isCursorShown {
            curs_set(isShown ? 1 : 0)
            isCursorShown = isShown
        }
    }

    /// Makes curses' attributes and colour pairs of the theme and has the next frame drawn whole.
    func applyTheme() {
        looks = [:]
        let ground = look(of: RoleOnGround(role: .text, ground: .text))
        var blank = cchar_t()
        nc_set_scalar(&blank, 0x20, ground.attributes, ground.pair)
        wbkgrndset(window, &blank)
        previous = nil
    }

    /// Curses' attributes and colour pair of a role on a ground, made when it is first drawn.
    private func look(of wanted: RoleOnGround) -> (attributes: attr_t, pair: Int32) {
        if let known = looks[wanted] { return known }
        let style = theme.style(wanted.role, on: wanted.ground, colourDepth)
        let made = (Self.attributes(style, depth: colourDepth, count: nc_colour_count()), pair(for: style))
        looks[wanted] = made
        return made
    }

    private static func attributes(_ style: Style, depth: ColourDepth, count: Int32) -> attr_t {
        var result: attr_t = 0
        if style.attributes.contains(.bold) { result |= nc_bold() }
        if style.attributes.contains(.dim) { result |= nc_dim() }
        if style.attributes.contains(.underline) { result |= nc_underline() }
        if style.attributes.contains(.reverse) { result |= nc_reverse() }
        if style.attributes.contains(.italic) { result |= nc_italic() }
        // With eight colours the bright ones are the plain ones in bold.
        if depth == .basic, count < 16, case .index(let index) = style.foreground, index >= 8 { result |= nc_bold() }
        return result
    }

    private func pair(for style: Style) -> Int32 {
        guard colourDepth != .mono else { return 0 }
        let colours = PairColours(foreground: number(of: style.foreground), background: number(of: style.background))
        if let known = pairs[colours] { return known }
        let number = Int32(pairs.count + 1)
        // A terminal with so few pairs that this fails shows the text in its own colours.
        guard init_extended_pair(number, colours.foreground, colours.background) == OK else { return 0 }
        pairs[colours] = number
        return number
    }

    /// The number that curses knows a colour by: -1 for the terminal's own (use_default_colors(3)).
    private func number(of colour: Colour) -> Int32 {
        switch colour {
        case .standard: return -1
        case .index(let index):
            if colourDepth == .basic, nc_colour_count() < 16 { return Int32(index & 7) }
            guard hasDirectColour, let parts = StyleDeriver.components(of: colour) else { return Int32(index) }
            return Int32(parts.0 << 16 | parts.1 << 8 | parts.2)
        case .rgb(let red, let green, let blue):
            return hasDirectColour ? Int32(red << 16 | green << 8 | blue) : Int32(StyleDeriver.index256((red, green, blue)))
        }
    }
}
