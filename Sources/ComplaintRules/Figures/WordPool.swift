/// Words that come again and again, each kept once and from then on named by its place. The empty word has the place 0.
public struct WordPool: Sendable {
    /// The words, by their places.
    public private(set) var words = [""]
    private var places: [String: Int32] = ["": 0]
    /// The bytes of all words, one behind the other, and where each ends.
    private var bytes: [UInt8] = []
    private var ends = [0]
    /// The words that were asked for of late, by a number made of their bytes: most are among them, and no text is made of those.
    private var recent = [Int32](repeating: 0, count: 1024)

    /// Makes a pool of the empty word alone.
    public init() {}

    /// The place of a word, a new one where it is the first time that it is named.
    public mutating func place(of word: String) -> Int32 {
        if let place = places[word] { return place }
        let place = Int32(words.count)
        places[word] = place
        words.append(word)
        bytes += Array(word.utf8)
        ends.append(bytes.count)
        return place
    }

    /// The place of a word in UTF-8.
    public mutating func place(of word: UnsafeRawBufferPointer) -> Int32 {
        if word.isEmpty { return 0 }
        var sum: UInt32 = UInt32(truncatingIfNeeded: word.count)
        for byte in word { sum = sum &* 31 &+ UInt32(byte) }
        let slot = Int((sum ^ (sum >> 10)) & 1023)
        let known = Int(recent[slot])
        if known > 0, isWord(at: known, word) { return Int32(known) }
        let place = place(of: String(decoding: word, as: UTF8.self))
        recent[slot] = place
        return place
    }

    private func isWord(at place: Int, _ word: UnsafeRawBufferPointer) -> Bool {
        let start = ends[place - 1]
        guard ends[place] - start == word.count else { return false }
        for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
        return true
    }
}
