import ComplaintRules
import TableFiles

/// A fact of a past case that a file may have: each field of a complaint by its key in JSON, and what only history has.
struct ImportField: RawRepresentable, CaseIterable, Hashable, Sendable {
    let rawValue: String

    init?(rawValue: String) {
        guard ImportField.names.contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    private init(_ name: String) { rawValue = name }

    /// The field of a complaint, as a file may have it.
    init(_ field: IntakeField) { self.init(field.name.jsonKey) }

    static let channelName = ImportField("channelName")
    static let outcome = ImportField("outcome")
    static let keptWithinLimit = ImportField("keptWithinLimit")
    static let headOfficeReceived = ImportField("headOfficeReceived")
    static let source = ImportField("source")
    static let sourceNumber = ImportField("sourceNumber")
    static let channel = ImportField("channel")
    static let received = ImportField("received")
    static let text = ImportField("text")
    static let business = ImportField("business")
    static let reason = ImportField("reason")
    static let contact = ImportField("contact")

    static let allCases =
        Intake.fields.map { ImportField($0) } + [channelName, outcome, keptWithinLimit, headOfficeReceived, source, sourceNumber]
    private static let names = Set(allCases.map(\.rawValue))
}

/// Which column of a file means what. Columns that no map names are kept with the case under their own names, so that nothing is lost.
struct ImportMap: Hashable, Sendable {
    /// How a field is made from columns.
    enum Columns: Hashable, Sendable {
        /// All that are not empty, with ` / ` between them.
        case joined([String])
        /// The first that is not empty.
        case firstOf([String])

        /// The columns, in order.
        var names: [String] {
            switch self {
            case .joined(let names), .firstOf(let names): names
            }
        }
    }

    /// The name of the register that the file is from. With the number there, a case is known again by it.
    var source: String
    /// The columns of each field.
    var columns: [ImportField: Columns]
    /// Columns that a table must have; of each group, one.
    var required: [[String]]
    /// What the register's own names of channels mean, by those names in small letters.
    var channels: [String: Channel] = [:]
    /// Whether business types and reasons may be meant as the desk's own codes; else they stay in the register's words.
    var usesDeskCodes = true
    /// Columns that say how a case stood at the moment of writing and so tell nothing of a past case.
    var ignored: Set<String> = []
    /// The byte between the fields of a table; nil where the header tells.
    var separator: UInt8?
    /// In which order dates are written; nil where the year stands first.
    var dates: DateOrder?

    /// What registers call the column that tells when a case was closed, in small letters: its words are kept, and its date has to be possible.
    static let closings: Set<String> = [
        "closed", "closed at", "date closed", "closing date", "办结时间", "办结日期", "结案时间", "结案日期", "办理完毕时间",
    ]

    /// The columns that some field is made from.
    var usedColumns: Set<String> { Set(columns.values.flatMap(\.names)) }
}

extension ImportMap {
    /// The maps that are built in, by name.
    static let builtIn: [(name: String, map: ImportMap)] = [("cfpb", .cfpb), ("desk", .desk)]

    /// What this program writes itself: the keys of `list --json` and `show --json`, as JSON lines or as the columns of a table.
    static let desk: ImportMap = {
        var columns: [ImportField: Columns] = [:]
        for field in ImportField.allCases { columns[field] = .joined([field.rawValue]) }
        // A case that came to the other desk itself has no source there: its number is how it is known again.
        columns[.sourceNumber] = .firstOf(["sourceNumber", "number"])
        var map = ImportMap(source: "firstdesk", columns: columns, required: [["received"], ["text"], ["sourceNumber", "number"]])
        map.ignored = ["overdue", "nearest", "clocks", "events", "lastEvent", "duties", "history"]
        return map
    }()

    /// The Consumer Complaint Database of the Consumer Financial Protection Bureau (4-commands, Import).
    static let cfpb: ImportMap = {
        let columns: [ImportField: Columns] = [
            .channel: .joined(["Submitted via"]),
            .business: .joined(["Product", "Sub-product"]),
            .reason: .joined(["Issue", "Sub-issue"]),
            .text: .joined(["Consumer complaint narrative"]),
            .received: .joined(["Date received"]),
            .headOfficeReceived: .joined(["Date sent to company"]),
            .outcome: .joined(["Company response to consumer"]),
            .keptWithinLimit: .joined(["Timely response?"]),
            .sourceNumber: .joined(["Complaint ID"]),
        ]
        // In the order of the file, in which a message names what is missing. Files of today have no narratives.
        let required = [
            "Date received", "Product", "Sub-product", "Issue", "Sub-issue", "Submitted via", "Date sent to company",
            "Company response to consumer", "Timely response?", "Complaint ID",
        ]
        var map = ImportMap(source: "cfpb", columns: columns, required: required.map { [$0] })
        map.channels = ["phone": .phone, "postal mail": .letter, "fax": .letter]
        map.usesDeskCodes = false
        return map
    }()

    /// The channel that a register's name for it means; nil for one that has no channel here.
    func channel(named name: String) -> Channel? {
        let wanted = name.lowercased()
        if let channel = channels[wanted] { return channel }
        guard usesDeskCodes else { return nil }
        return Channel.allCases.first { $0.rawValue == wanted || $0.label.english.lowercased() == wanted || $0.label.chinese == name }
    }
}
