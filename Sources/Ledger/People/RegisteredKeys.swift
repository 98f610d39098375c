import ComplaintRules

/// A key as it was registered, to be compared with the paper file.
public struct RegisteredKey: Sendable {
    /// Whose it is; nil for the desk's recovery key.
    public let owner: StaffNumber?
    /// When it was registered.
    public let at: Moment
    /// Its fingerprint.
    public let fingerprint: String
}

extension Ledger {
    /// All keys that were ever registered, in the order of the chain; the first is the founder's, from which all others follow.
    ///
    /// - Throws: `LedgerError`.
    public func registeredKeys() throws(LedgerError) -> [RegisteredKey] {
        var (keys, recovery): ([RegisteredKey], RegisteredKey?) = ([], nil)
        let sql = """
            SELECT at, kind, content FROM event WHERE case_id = 0 AND content IS NOT NULL
            AND kind IN ('founded', 'staff-added', 'key-changed', 'recovery-key-set') ORDER BY seq
            """
        try connection.forEach(sql) { row throws(LedgerError) in
            let at = try Moment(row, 0)
            func key(_ owner: StaffNumber?, _ publicKey: String) -> RegisteredKey {
                RegisteredKey(owner: owner, at: at, fingerprint: KeyFingerprint.text(publicKey))
            }
            switch try coder.deskEvent(EventContent(kind: row.text(1), bytes: row.bytes(2))).event {
            case .founded(let founded): recovery = key(nil, founded.recoveryKey)
            case .staffAdded(let added):
                keys.append(key(added.number, added.publicKey))
                // Of the founding, the founder's key is told first.
                if let first = recovery { keys.append(first) }
                recovery = nil
            case .keyChanged(let changed): keys.append(key(changed.number, changed.publicKey))
            case .recoveryKeySet(let set): keys.append(key(nil, set.publicKey))
            default: break
            }
        }
        return keys
    }
}
