/// Finds what somebody probably meant.
enum NearestWord {
    /// The word that is nearest to `typed` by letters put in, left out, changed or swapped; nil where none is near.
    static func find(_ typed: String, among known: [String]) -> String? {
        let typed = Array(typed.lowercased())
        var best: (word: String, distance: Int)?
        for word in known {
            let letters = Array(word)
            // The beginning of a longer word is as good as a slip of one letter.
            let isBeginning = typed.count >= 3 && letters.starts(with: typed)
            let distance = isBeginning ? 1 : distance(typed, letters)
            if distance < best?.distance ?? .max { best = (word, distance) }
        }
        guard let best, best.distance <= max(1, typed.count / 3) else { return nil }
        return best.word
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
