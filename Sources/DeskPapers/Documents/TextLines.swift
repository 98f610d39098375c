extension String {
    /// The lines of the text, empty ones too: one where it has no line break.
    ///
    /// Nearly all cells of a table are one line, which their bytes tell sooner than their characters.
    var textLines: [Substring] {
        hasLineBreak ? split(omittingEmptySubsequences: false) { $0.isNewline } : [self[...]]
    }

    /// Whether there may be a line break: LF, VT, FF, CR, or the first byte of NEL, LS and PS.
    private var hasLineBreak: Bool { utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 } }

    /// So many characters of the beginning.
    func beginning(_ count: Int) -> String { utf8.count <= count ? self : String(prefix(count)) }
}
