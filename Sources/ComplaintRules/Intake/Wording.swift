/// What a text says, in a form in which it can be compared with others: its pairs of neighbours (characters in Han and words elsewhere,
/// whatever stands between them), each as a hash that is the same on every machine.
public struct Wording: Sendable {
    /// The fewest pairs of a text that says enough to be compared: two short complaints of the same three words are not one matter.
    static let fewestPairs = 12
    /// The most characters of a text that are compared, counted as Unicode scalars.
    public static let comparedCharacters = 1_000

    /// The hashes of the pairs.
    let pairs: Set<UInt64>

    /// Cuts a text into its pairs.
    public init(_ text: String) {
        var cutter = Cutter()
        // A Han character has three bytes, and makes a pair.
        cutter.pairs.reserveCapacity(min(text.utf8.count / 3, Wording.comparedCharacters))
        for scalar in text.unicodeScalars.prefix(Wording.comparedCharacters) { cutter.take(scalar.halfWidth) }
        cutter.endWord()
        pairs = cutter.pairs
    }

    /// The share of pairs that two texts have in common, of all that either has, from 0 to 1; 0 where one says too little.
    public func share(with other: Wording) -> Double {
        guard pairs.count >= Wording.fewestPairs, other.pairs.count >= Wording.fewestPairs else { return 0 }
        var common = 0
        for pair in other.pairs where pairs.contains(pair) { common += 1 }
        return Double(common) / Double(pairs.count + other.pairs.count - common)
    }

    /// Hashes a text scalar by scalar, without making a string of any part of it.
    private struct Cutter {
        var pairs: Set<UInt64> = []
        private var previous: UInt64?
        private var word: UInt64?

        mutating func take(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            // Most of what people write; the table of properties is slower than this question.
            case 0x61...0x7A, 0x30...0x39: extendWord(scalar.value)
            case 0x41...0x5A: extendWord(scalar.value + 0x20)
            case 0..<0x80: endWord()
            case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                endWord()
                append(StableHash.mix(UInt64(scalar.value)))
            default:
                guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return endWord() }
                for lower in scalar.properties.lowercaseMapping.unicodeScalars { extendWord(lower.value) }
            }
        }

        mutating func endWord() {
            if let word { append(StableHash.mix(word)) }
            word = nil
        }

        private mutating func extendWord(_ value: UInt32) { word = StableHash.combine(word ?? 0, UInt64(value)) }

        private mutating func append(_ unit: UInt64) {
            if let previous { pairs.insert(StableHash.mix(StableHash.combine(previous, unit))) }
            previous = unit
        }
    }
}

/// A small picture of a wording, from which it can be told without the text which others may be like it (MinHash: Broder, "On the resemblance
/// and containment of documents", 1997; of each value only some bits: Li, König, "b-Bit minwise hashing", 2010).
///
/// Each of the 128 values comes from the least of the wording's hashes in an order of its own, so that two wordings agree in a value with the
/// probability of their share, and in one of 16 others by chance. Those that share 0.6 agree in 80 values, those that share 0.5 in 68, those that
/// share 0.3 in 44, strangers in 10 or 15, give or take 5.
public struct WordingSketch: Equatable, Sendable {
    /// How long the kept form is, in bytes.
    public static let byteCount = 64
    private static let valuesInWord = 16
    /// In how many values two sketches must agree for a look at the texts to be worth it. Of those that share 0.6, one pair in a million agrees in
    /// fewer, and of those that share 0.5 one in 200; of those that share 0.3, one in 30 agrees in as many.
    private static let agreement = 54

    /// An order of the hashes each: odd numbers to multiply with. Never changed, as desks keep what they gave.
    private static let multipliers = (1...UInt64(byteCount * 2)).map { StableHash.mix($0 &* StableHash.golden) | 1 }

    /// The values, four bits each.
    private let words: [UInt64]

    /// Draws the picture; nil for a text that says too little to be compared.
    public init?(_ wording: Wording) {
        guard wording.pairs.count >= Wording.fewestPairs else { return nil }
        // An array is gone through faster than a set.
        let pairs = Array(wording.pairs)
        var words = [UInt64](repeating: 0, count: WordingSketch.byteCount / 8)
        for (place, multiplier) in WordingSketch.multipliers.enumerated() {
            var least = UInt64.max
            for hash in pairs {
                let rank = hash &* multiplier
                if rank < least { least = rank }
            }
            // The lowest bits: the upper bits of a least value are zeros.
            words[place / WordingSketch.valuesInWord] = words[place / WordingSketch.valuesInWord] << 4 | least & 15
        }
        self.words = words
    }

    /// The sketch as it is kept.
    public var bytes: [UInt8] {
        words.flatMap { word in stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) } }
    }

    /// Whether the text whose sketch begins at `start` of kept bytes is worth to be compared with this one's.
    public func isPromising(beside kept: [UInt8], from start: Int) -> Bool {
        precondition(start >= 0 && start + WordingSketch.byteCount <= kept.count)
        // Thousands are looked at for one case. Unsafe, since an array gives no more than a byte at once; within the bounds just checked.
        let agreed = kept.withUnsafeBytes { bytes in
            var agreed = 0
            for (place, word) in words.enumerated() {
                var differing = word ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + place * 8, as: UInt64.self))
                differing |= differing >> 1
                differing |= differing >> 2
                agreed += WordingSketch.valuesInWord - (differing & 0x1111_1111_1111_1111).nonzeroBitCount
            }
            return agreed
        }
        return agreed >= WordingSketch.agreement
    }
}

/// Hashes that are the same in every run and on every machine, unlike the standard library's. No secret hangs on them.
enum StableHash {
    /// 2^64 divided by the golden ratio, odd: what successive seeds are apart.
    static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Spreads 64 bits: the last step of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
    static func mix(_ bits: UInt64) -> UInt64 {
        var mixed = bits
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One hash of what went before and what follows; their order counts.
    static func combine(_ before: UInt64, _ next: UInt64) -> UInt64 { mix(before &+ golden) ^ next }

    /// The hash of a text, by its scalars.
    static func of(_ text: String, seed: UInt64) -> UInt64 {
        mix(text.unicodeScalars.reduce(seed) { combine($0, UInt64($1.value)) })
    }
}

extension Unicode.Scalar {
    /// The plain form of a full-width letter, digit, mark or space, which Chinese input methods make; every other character as it is.
    public var halfWidth: Unicode.Scalar {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
        case 0x3000: " "
        default: self
        }
    }
}
