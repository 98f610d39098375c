/// A kind of file that holds no table and no lines of text, and is often given for one.
public enum ForeignFile: Hashable, Sendable, CaseIterable {
    /// A workbook of Excel: `.xlsx`.
    case excelWorkbook
    /// A workbook or document of Office before 2007: `.xls`, `.doc`.
    case oldOffice
    /// A spreadsheet or document of LibreOffice: `.ods`, `.odt`.
    case openDocument
    /// Another ZIP archive.
    case zip
    case pdf, gzip, sqlite, rtf, image
    /// A page for browsers, as some programs write under the name `.xls`.
    case webPage
    /// XML.
    case xml
    /// A compressed file of another kind.
    case compressed
    /// Bytes that are no text.
    case binary

    /// The kind by the first bytes of a file; nil for what may be text.
    init?(beginning bytes: UnsafeRawBufferPointer) {
        func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
        func begins(_ text: String) -> Bool { bytes.prefix(text.utf8.count).map { $0 | 0x20 } == text.utf8.map { $0 | 0x20 } }
        if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
            let head = bytes.prefix(4096)
            func holds(_ text: String) -> Bool { head.contains(text) }
            self =
                holds("xl/")
                ? .excelWorkbook
                : holds("opendocument")
                    ? .openDocument
                    : holds("[Content_Types].xml") ? .excelWorkbook : .zip
            return
        }
        let signatures: [([UInt8], ForeignFile)] = [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice), ([0x1F, 0x8B], .gzip), (Array("%PDF-".utf8), .pdf),
            (Array("SQLite format 3\0".utf8), .sqlite), (Array("{\\rtf".utf8), .rtf), ([0x89, 0x50, 0x4E, 0x47], .image),
            ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image), (Array("BZh".utf8), .compressed),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed), ([0x28, 0xB5, 0x2F, 0xFD], .compressed),
            ([0x37, 0x7A, 0xBC, 0xAF], .compressed), (Array("Rar!".utf8), .compressed), (Array("PAR1".utf8), .binary),
            ([0x7F, 0x45, 0x4C, 0x46], .binary),
        ]
        if let (_, kind) = signatures.first(where: { begins($0.0) }) {
            self = kind
        } else if begins("<!doctype html") || begins("<html") || begins("<table") {
            self = .webPage
        } else if begins("<?xml") {
            self = .xml
        } else {
            return nil
        }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    /// Whether the bytes of a text stand somewhere in these.
    fileprivate func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.contains { self[$0] == wanted[0] && self[$0...].starts(with: wanted) }
    }
}
