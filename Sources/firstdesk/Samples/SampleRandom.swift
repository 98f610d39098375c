/// A source of chance that gives the same for the same seed on every machine and in every run, and so the same sample desk.
///
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014). Numbers in a range are drawn here and not by
/// the standard library, which may draw them otherwise in a later version.
struct SampleRandom {
    private var state: UInt64

    /// Makes the source of that seed.
    init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of `range`, each as likely as any other.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        // The upper half of a full product falls evenly on the range, but for a part in 2^50 that no sample shows.
        range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
    }

    /// Whether something happens that happens `percent` times in a hundred.
    mutating func happens(_ percent: Int) -> Bool { number(in: 0...99) < percent }

    /// One of `items`; nil where there is none.
    mutating func one<Item>(of items: [Item]) -> Item? {
        items.isEmpty ? nil : items[number(in: 0...items.count - 1)]
    }

    /// One of `items` by weight; nil where none weighs anything.
    mutating func one<Item>(weighted items: [(item: Item, weight: Int)]) -> Item? {
        let whole = items.reduce(0) { $0 + $1.weight }
        guard whole > 0 else { return nil }
        var left = number(in: 0...whole - 1)
        for (item, weight) in items {
            if left < weight { return item }
            left -= weight
        }
        return nil
    }
}
