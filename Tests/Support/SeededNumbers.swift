/// Random numbers that are the same for the same seed, so that a failure can be seen again.
public struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    // The published SplitMix64 step: a counter by the golden ratio, mixed twice.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of some elements, of which there must be one.
    public mutating func one<Element>(of elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &self)] }

    /// A number of a range.
    public mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
