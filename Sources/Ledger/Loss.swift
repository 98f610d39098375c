import ComplaintRules
import Glibc

/// Entries that were acknowledged and are not in the desk's file: it is older than its witness says, or its log was damaged.
public struct Loss: Equatable, Sendable {
    /// The last event that is there.
    public let present: Int64
    /// The last event that was acknowledged; nil where only a damaged log tells of the loss.
    public let acknowledged: Int64?
    /// Whether the witness is another desk's.
    public let isOfAnotherDesk: Bool

    /// What is missing, and what to do.
    public var sentence: Phrase {
        if isOfAnotherDesk {
            return Phrase(
                en:
                    "The file of another desk stands in place of the one that was used here. Nothing is written to it before the right file is "
                    + "back, or the branch manager declares the loss (firstdesk declare-loss).",
                zh: "此处的文件属于另一投诉台，不是原来使用的文件。放回正确的文件，或由网点负责人声明丢失（firstdesk declare-loss）之前，不再写入。"
            )
        }
        guard let acknowledged else {
            return Phrase(
                en:
                    "A damaged log held entries after event \(present) that cannot be read. Nothing is written before a backup is back (firstdesk "
                    + "restore), or the branch manager declares the loss (firstdesk declare-loss).",
                zh: "日志损坏，事件 \(present) 之后的记录无法读取。恢复备份（firstdesk restore），或由网点负责人声明丢失（firstdesk declare-loss）之前，不再写入。"
            )
        }
        let from = present < acknowledged ? present + 1 : acknowledged
        return Phrase(
            en:
                "Entries \(from) to \(acknowledged) were acknowledged and are not in the file. Nothing is written before the right file is back "
                + "(firstdesk restore), or the branch manager declares the loss (firstdesk declare-loss).",
            zh: "事件 \(from) 至 \(acknowledged) 已确认，但不在文件中。放回正确的文件（firstdesk restore），或由网点负责人声明丢失（firstdesk declare-loss）之前，不再写入。"
        )
    }
}

extension Ledger {
    /// What the file lacks of what was acknowledged; nil where it lacks nothing that anybody knows of.
    func findLoss() throws(LedgerError) -> Loss? {
        // The witness first: another desk may be writing both, the file before the witness.
        let known = witness.read()
        let head = try ChainLink.last(in: connection)
        let keptLog = LogDamage.keptPath(of: connection.path)
        guard let known else {
            return access(keptLog, F_OK) == 0 ? Loss(present: head.seq, acknowledged: nil, isOfAnotherDesk: false) : nil
        }
        if known.deskID != deskID { return Loss(present: head.seq, acknowledged: known.seq, isOfAnotherDesk: true) }
        let link = try connection.first("SELECT link FROM event WHERE seq = ?", known.seq) { row throws(LedgerError) in row.bytes(0) }
        guard link == known.link || known.seq == 0 else {
            return Loss(present: head.seq, acknowledged: known.seq, isOfAnotherDesk: false)
        }
        // Whatever the log held behind its damage had not been acknowledged.
        unlink(keptLog)
        return nil
    }

    /// Refuses to write while entries are missing that were acknowledged.
    ///
    /// - Throws: `.behind`.
    func refuseWhileLost() throws(LedgerError) {
        guard loss != nil else { return }
        // Another desk may have declared it meanwhile.
        loss = try findLoss()
        guard let loss else { return }
        let acknowledged = loss.acknowledged.map { "acknowledged up to event \($0)" } ?? "a damaged log"
        throw LedgerError(.behind, message: "\(acknowledged), the file ends with event \(loss.present)")
    }

    /// Declares that what was acknowledged and is not in the file is lost, so that the desk goes on: an event that says what is missing. The
    /// numbers that were lost are not given again.
    ///
    /// - Returns: what was lost; nil where nothing is missing, and then nothing happened.
    /// - Throws: `Refusal`; `LedgerError`.
    public func declareLoss(reason: String, by actor: Actor) throws -> Loss? {
        try permit(.declareLoss, by: try current(actor))
        guard let found = try findLoss() else {
            loss = nil
            return nil
        }
        let known = witness.read()
        let serials = known?.deskID == deskID ? known?.serials ?? [:] : [:]
        let event = DeskEvent.lossDeclared(
            .init(
                present: found.present,
                acknowledged: found.acknowledged,
                link: known.map { Hex.text($0.link) },
                serials: Dictionary(uniqueKeysWithValues: serials.map { ($0.key.text, $0.value) }),
                reason: reason.trimmed
            )
        )
        try checkSaid(reason, in: "reason")
        loss = nil
        do {
            try transact { head in
                try record(event, by: try current(actor), head: &head)
                isWitnessNew = true
            }
        } catch {
            loss = found
            throw error
        }
        let kept = LogDamage.keptPath(of: connection.path)
        // What is left of the log stays as evidence, under a name that stops nobody.
        if access(kept, F_OK) == 0 { rename(kept, "\(kept)-declared-\(clock.now().milliseconds)") }
        return found
    }

    /// Tells the witness what was acknowledged: after the commit, before the number is said.
    ///
    /// A witness that cannot be written is no reason to say that what is on the disk is not: it is said apart (`witnessFault`).
    func note(seq: Int64, link: [UInt8]) {
        let record = WitnessRecord(deskID: deskID, seq: seq, link: link, serials: given)
        do throws(LedgerError) {
            try witness.note(record, isNew: isWitnessNew)
            (given, isWitnessNew, witnessFault) = ([:], false, nil)
        } catch {
            witnessFault = error
        }
    }
}
