extension ActKind { public static let attach = ActKind(Attachment.self) }

/// A paper that belongs to the case, or a scan in a file, which the ledger copies and then knows by its digest (1-domain, Letters).
public struct Attachment: Act, CaseEvent {
    public static let blank = Attachment()
    public static let name = "attach"
    public static let label = Phrase(en: "Attach", zh: "添加附件")
    public static let rule = ActRule(Stage.open, by: .desk) { $0.isOwnForCounter = true }
    public static let fields: [Field<Attachment>] = [
        .file("file", \.file),
        .line(
            "name",
            \.name,
            FieldWords(
                label: Phrase(en: "Attachment name", zh: "附件名称"),
                hint: Phrase(en: "needed where there is no file", zh: "没有文件时必填")
            )
        ), .line("place", \.place),
    ]
    public static let wireName = "attached"
    public static let heading = Phrase(en: "attached", zh: "附件")

    /// The path of the scan until it is copied; empty for paper only. No part of what happened.
    public var file = ""
    /// What it is.
    public var name = ""
    /// Where the paper is kept: cabinet and file number.
    public var place = ""
    /// The BLAKE2b-256 digest of the scan, in hexadecimal, by which its copy is kept; empty where there is paper only.
    public var digest = ""
    /// The length of the scan in bytes.
    public var byteCount: Int64 = 0

    private enum CodingKeys: String, CodingKey { case name, place, digest, byteCount }

    public func decide(on state: Case, in occasion: Occasion) throws(Refusal) -> [any CaseEvent] {
        var attached = self
        // A scan is called what its file is called, unless something else is said.
        if name.isBlank { attached.name = file.split(separator: "/").last.map(String.init) ?? "" }
        if attached.name.isBlank { throw .missing("name") }
        if file.isBlank, place.isBlank, digest.isEmpty { throw .attachedNowhere }
        attached.file = ""
        try attached.checkFields()
        return [attached]
    }

    public func change(_ state: inout Case, _ happened: Happened<any CaseEvent>) { state.takeNewFact() }

    public var details: [Detail] {
        [
            Detail(FieldName("name", label: Phrase(en: "Name", zh: "名称")), .text(name)), Detail("place", .text(place)),
            Detail("bytes", byteCount == 0 ? nil : .count(Int(byteCount))), Detail("digest", .digest(digest)),
        ]
    }
}
