/// A model answer (话术): words for what comes up often, with blanks that the case at hand fills.
public struct Script: Hashable, Codable, Sendable {
    /// The language of its words. The same key may be there once in each.
    public let language: Language
    /// The short name in files and on the command line.
    public let key: String
    /// What people look for it by.
    public var title: String
    /// The words, with blanks in braces (`ScriptBlank`).
    public var text: String
    /// The business type for which it is meant, by its key; empty for any.
    public var business: String
    /// The reason of complaints for which it is meant, by its key; empty for any.
    public var reason: String
    /// Whether it can be chosen.
    public var isOffered: Bool

    /// Makes a script.
    public init(
        _ language: Language,
        _ key: String,
        _ title: String,
        business: String = "",
        reason: String = "",
        isOffered: Bool = true,
        _ text: String
    ) {
        (self.language, self.key, self.title, self.text) = (language, key, title, text)
        (self.business, self.reason, self.isOffered) = (business, reason, isOffered)
    }

    /// What tells it from all others: `zh waiting`.
    public var id: String { "\(language.rawValue) \(key)" }

    /// The words with their blanks filled; what is not known stays visible, as the blank's own name in square brackets.
    public func filled(for matter: ScriptMatter, under desk: DeskRules) -> String {
        ModelText.filled(text) { name in
            guard let blank = ScriptBlank(named: name) else { return "{\(name)}" }
            let value = blank.value(for: matter, in: language, under: desk)
            return value.isBlank ? blank.mark(in: language) : value
        }
    }

    /// The names of the blanks that nothing fills, each once, in their order.
    public func unfilled(for matter: ScriptMatter, under desk: DeskRules) -> [Phrase] {
        var found: [ScriptBlank] = []
        _ = ModelText.filled(text) { name in
            if let blank = ScriptBlank(named: name), !found.contains(blank),
                blank.value(for: matter, in: language, under: desk).isBlank
            {
                found.append(blank)
            }
            return ""
        }
        return found.map(\.label)
    }

    /// Checks what every script must have: a key that is one, a title of one line, words, known blanks, and codes that the branch knows.
    func check(_ codes: CodeTable) throws(ScriptFault) {
        if !Code.isKey(key) { throw ScriptFault(.badKey(key)) }
        if title.isBlank { throw ScriptFault(.noTitle(key)) }
        if title.count > Intake.lineLimit { throw ScriptFault(.longTitle(key)) }
        if text.isBlank { throw ScriptFault(.noText(key)) }
        if text.count > Intake.textLimit { throw ScriptFault(.longText(key)) }
        _ = try ModelText.filled(text) { name throws(ScriptFault) in
            if ScriptBlank(named: name) == nil { throw ScriptFault(.unknownBlank(key, name)) }
            return ""
        }
        for (axis, code) in [(Code.Axis.business, business), (.reason, reason)] where !code.isEmpty {
            if !codes.codes.contains(where: { $0.axis == axis && $0.key == code }) { throw ScriptFault(.unknownCode(key, axis, code)) }
        }
    }
}

/// The scripts of a branch.
public struct ScriptTable: Hashable, Codable, Sendable {
    /// All scripts, in the order in which they are offered.
    public let scripts: [Script]

    /// Makes a table.
    public init(_ scripts: [Script]) { self.scripts = scripts }

    /// Those that can be chosen.
    public var offered: [Script] { scripts.filter(\.isOffered) }

    /// The script of a key, the one in `language` where there are two.
    public func script(_ key: String, in language: Language) -> Script? {
        let found = scripts.filter { $0.key == key }
        return found.first { $0.language == language } ?? found.first
    }

    /// This table with the scripts of `before` that it lacks, which are offered no longer: nothing that was written is lost.
    public func keepingOthers(of before: ScriptTable) -> ScriptTable {
        let known = Set(scripts.map(\.id))
        return ScriptTable(
            scripts
                + before.scripts.filter { !known.contains($0.id) }.map { old in
                    var old = old
                    old.isOffered = false
                    return old
                }
        )
    }

    /// Checks each script, and that none is there twice.
    func check(_ codes: CodeTable) throws(ScriptFault) {
        if scripts.isEmpty { throw ScriptFault(.none) }
        var seen: Set<String> = []
        for script in scripts {
            try script.check(codes)
            if !seen.insert(script.id).inserted { throw ScriptFault(.twice(script.key, script.language)) }
        }
    }

    /// The scripts that can be chosen, the likeliest first: those in `language` before all others, of these those for the codes that the case has
    /// or that its words suggest, and of these the ones that share the most words with what was said and typed.
    ///
    /// - Parameters:
    ///   - words: what the customer said, and what is typed so far.
    ///   - business: the business types that it may be, the likeliest first.
    ///   - reason: the reasons that it may have, the likeliest first.
    public func likeliest(for words: String, business: [String], reason: [String], in language: Language) -> [Script] {
        let said = CodeModel.words(of: words)
        func points(_ code: String, _ likely: [String]) -> Int { likely.firstIndex(of: code).map { likely.count - $0 } ?? 0 }
        let ranked = offered.enumerated().map { place, script in
            let codes = points(script.business, business) + points(script.reason, reason)
            let common = CodeModel.words(of: script.title + "\n" + script.text).intersection(said).count
            return (rank: (script.language == language ? 0 : 1, -codes, -common, place), script: script)
        }
        return ranked.sorted { $0.rank < $1.rank }.map(\.script)
    }
}

/// Decides whether the scripts may be changed.
public func decideScripts(_ wanted: ScriptTable, in occasion: Occasion) throws(Refusal) -> DeskEvent {
    try permit(.changeScripts, by: occasion.actor)
    do throws(ScriptFault) {
        try wanted.check(occasion.desk.codes)
    } catch {
        throw .badScripts(error)
    }
    return .scriptsChanged(wanted)
}
