/// Which codes of one axis the words of a complaint speak for: counts of words by code, learnt from cases and from nothing else (1-domain, Codes).
///
/// A code is the likelier the less its words would be expected among the cases of all others: naive Bayes of the complement, by which the codes that
/// most cases have do not win by their number alone (Rennie, Shih, Teevan and Karger, "Tackling the Poor Assumptions of Naive Bayes Text
/// Classifiers", 2003).
public struct CodeModel: Sendable {
    /// By word, how many cases of each code had it.
    private var counts: [String: [String: Int]] = [:]
    /// By code, the sum of the counts of its words.
    private var totals: [String: Int] = [:]
    private var total = 0

    /// The letters of a word that are looked at: what follows is mostly its ending.
    private static let wordLength = 6
    /// Shorter words say nothing.
    private static let shortest = 3
    /// The characters of a text that are looked at.
    private static let textLength = 4000

    /// Makes a model that knows nothing.
    public init() {}

    /// Whether it has learnt anything.
    public var isEmpty: Bool { total == 0 }

    /// Learns that a complaint in these words had that code; each word counts once.
    public mutating func learn(_ text: String, as code: String) {
        if code.isEmpty { return }
        for word in CodeModel.words(of: text) {
            counts[word, default: [:]][code, default: 0] += 1
            totals[code, default: 0] += 1
            total += 1
        }
    }

    /// The codes among `offered` that the words speak for most, the likeliest first; none where it knows no word of the text.
    public func likeliest(for text: String, among offered: [String], count: Int = 3) -> [String] {
        let known = CodeModel.words(of: text).compactMap { counts[$0] }
        if known.isEmpty { return [] }
        let vocabulary = counts.count
        let scored = offered.enumerated().compactMap { place, code -> (score: Product, place: Int, code: String)? in
            guard let own = totals[code] else { return nil }
            let others = Double(total - own + vocabulary)
            var score = Product()
            for byCode in known {
                // A word that is expected elsewhere speaks against the code. One is added to each count: nothing is impossible.
                let elsewhere = byCode.values.reduce(0, +) - (byCode[code] ?? 0)
                score.multiply(by: others / Double(elsewhere + 1))
            }
            return (score, place, code)
        }
        return scored.sorted { $0.score == $1.score ? $0.place < $1.place : $1.score < $0.score }.prefix(count).map(\.code)
    }

    /// A product of positive numbers that no number of factors makes too large: its power of two is kept apart.
    private struct Product: Comparable {
        private var exponent = 0
        private var significand = 1.0

        mutating func multiply(by factor: Double) {
            let product = significand * factor
            exponent += Int(product.exponent)
            significand = product.significand
        }

        static func < (left: Product, right: Product) -> Bool { (left.exponent, left.significand) < (right.exponent, right.significand) }
    }

    /// The words of a text, each once: the first letters of words in an alphabet, and pairs of Han characters that stand side by side.
    static func words(of text: String) -> Set<String> {
        var words: Set<String> = []
        var word = String.UnicodeScalarView()
        var (length, before): (Int, Unicode.Scalar?) = (0, nil)
        func end() {
            if length >= shortest { words.insert(String(word)) }
            word.removeAll(keepingCapacity: true)
            length = 0
        }
        for scalar in text.unicodeScalars.prefix(textLength) {
            if scalar.properties.isIdeographic {
                end()
                if let before { words.insert(String(before) + String(scalar)) }
                before = scalar
                continue
            }
            before = nil
            if !scalar.properties.isAlphabetic {
                end()
            } else {
                length += 1
                if length <= wordLength { word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars) }
            }
        }
        end()
        return words
    }
}

/// The models of business type and reason, which the words of a complaint suggest.
public struct CodeModels: Sendable {
    private var byAxis: [Code.Axis: CodeModel] = [:]

    /// Makes models that know the starter words alone.
    public init() {
        for (axis, words) in StarterWords.all {
            var model = CodeModel()
            for (code, texts) in words {
                for text in texts { model.learn(text, as: code) }
            }
            byAxis[axis] = model
        }
    }

    /// Learns from a case of the desk.
    public mutating func learn(_ text: String, business: String, reason: String) {
        byAxis[.business]?.learn(text, as: business)
        byAxis[.reason]?.learn(text, as: reason)
    }

    /// The three codes that can be chosen on an axis and that the words speak for most.
    public func likeliest(for text: String, on axis: Code.Axis, of codes: CodeTable) -> [String] {
        byAxis[axis]?.likeliest(for: text, among: codes.codes(on: axis).map(\.key).filter { $0 != Code.otherKey }) ?? []
    }
}
