import ComplaintRules

/// A command line, taken apart.
struct ParsedArguments: Sendable {
    /// The command.
    let command: CommandSpec
    /// The first words of a command that has more, such as `staff`, where only its help was asked for.
    let group: [String]
    /// The values of the options that were given; empty for one without a value.
    let values: [String: String]
    /// What was given by place.
    let operands: [String]

    /// The value of an option; nil where it was not given.
    func value(_ name: String) -> String? { values[name] }
    /// Whether an option was given.
    func has(_ name: String) -> Bool { values[name] != nil }
    /// What was given by place; nil where there was no more.
    func operand(_ index: Int) -> String? { index < operands.count ? operands[index] : nil }

    /// The value of an option that the command cannot do without.
    func required(_ name: String) throws(UsageError) -> String {
        guard let value = values[name] else { throw .missingOption(name) }
        return value
    }

    /// A whole number, not negative; nil where the option was not given.
    func count(_ name: String) throws(UsageError) -> Int? {
        guard let text = values[name] else { return nil }
        let plain = Written.plain(text)
        guard !plain.isEmpty, plain.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(plain) else {
            throw .notACount(option: name, text)
        }
        return count
    }

    /// A day; nil where the option was not given.
    func day(_ name: String) throws(UsageError) -> Day? {
        guard let text = values[name] else { return nil }
        return try ParsedArguments.day(name, text)
    }

    /// The day that an option or an operand holds.
    static func day(_ name: String, _ text: String) throws(UsageError) -> Day {
        guard let day = TimeReading.day(text) else { throw .notADay(option: name, text) }
        return day
    }

    /// One of the codes of a type; nil where the option was not given.
    func code<Code: RawRepresentable & CaseIterable>(_ name: String) throws(UsageError) -> Code? where Code.RawValue == String {
        guard let text = values[name] else { return nil }
        guard let code: Code = Written.code(text) else { throw .notOneOf(option: name, text, UsageError.options(Code.self)) }
        return code
    }

    /// Several codes of a type, with commas between them; empty where the option was not given.
    func codes<Code: RawRepresentable & CaseIterable & Hashable>(
        _ name: String
    ) throws(UsageError) -> Set<Code> where Code.RawValue == String {
        guard let text = values[name] else { return [] }
        var codes: Set<Code> = []
        for word in Written.plain(text).split(omittingEmptySubsequences: false, whereSeparator: { ",、".contains($0) }) {
            guard let code: Code = Written.code(String(word)) else {
                throw .notOneOf(option: name, String(word), UsageError.options(Code.self))
            }
            codes.insert(code)
        }
        return codes
    }
}
