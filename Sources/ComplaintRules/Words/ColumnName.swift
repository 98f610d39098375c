extension StringProtocol {
    /// The name of a column as it is compared: `is_off_day`, `isOffDay` and `Is off day` are one.
    public var columnName: String {
        String(self.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" && $0 != "\u{FEFF}" })
    }
}
