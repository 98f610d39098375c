@testable import firstdesk

/// What happens on a case of each fate, step by step.
struct MonthStory {
    let words: MonthWords
    let slot: PlannedCase.Slot
    let hasContact: Bool
    let index: Int

    func steps(of fate: MonthFate) -> [MonthStep] {
        switch fate {
        case .spot: [MonthStep(.handler, "finding", notAtFault)] + signed + calledBack
        case .unfounded: accepted + [note, MonthStep(.handler, "finding", notAtFault)] + replied() + signed + calledBack
        case .valid: accepted + worked + replied() + signed + calledBack + verified
        case .withdrawn:
            accepted + [MonthStep(.handler, "withdraw", ["reason": .text(words.regret), "how": .text("phone")], after: 1)] + signed
        case .withdrawnAtOnce: [MonthStep(.first, "withdraw", ["reason": .text(words.regret), "how": .text("phone")])] + signed
        case .notAccepted:
            accepted + [note, MonthStep(.handler, "not-accept", ["reason": .text(words.outOfRemit), "how": .text("phone")])] + signed
        case .merged: accepted + [MonthStep(.handler, "merge", ["into": .text("@"), "reason": .text(words.facts)])] + signed
        case .refusedAtOnce:
            accepted + [MonthStep(.handler, "finding", notAtFault)] + replied() + [MonthStep(.first, "refuse-answer", refusal, after: 1)]
                + [MonthStep(.handler, "contact", contact(reached: true))] + replied() + signed + calledBack
        case .refusedLater:
            accepted + [MonthStep(.handler, "finding", notAtFault)] + replied() + signed
                + [MonthStep(.first, "refuse-answer", refusal, after: 2), MonthStep(.first, "hand-over", ["to": .integer(1002)])]
                + accepted + worked + replied() + signed
        case .sentBack:
            accepted + worked + replied() + [MonthStep(.head, "send-back", ["reason": .text(words.lacking)])] + replied(after: 1) + signed
                + calledBack
        case .extended: accepted + [MonthStep(.handler, "ask-extension", ["reason": .text(words.complex)])] + extended
        case .extensionDeclined:
            accepted
                + [
                    MonthStep(.handler, "ask-extension", ["reason": .text(words.complex)]),
                    MonthStep(.head, "decline", ["reason": .text(words.lacking)]),
                ] + worked + replied() + signed
        case .amount: accepted + amount
        // Whoever it is about is the branch manager: nobody acknowledges it.
        case .aboutHead: [MonthStep(.handler, "accept")] + aboutHead
        case .late:
            accepted + [note, MonthStep(.handler, "chase", ["text": .text(words.chaser)], after: 4)] + worked + replied() + signed
                + [MonthStep(.handler, "delay-note", ["cause": .text(words.cause)], after: 1)]
        case .undelivered:
            accepted + [0, 1, 1].map { MonthStep(.handler, "contact", contact(reached: false), after: $0) }
                + [MonthStep(.handler, "finding", notAtFault), MonthStep(.handler, "reply", undelivered)] + signed
        default: rareSteps(of: fate)
        }
    }

    private func rareSteps(of fate: MonthFate) -> [MonthStep] {
        switch fate {
        case .result:
            accepted + [note, MonthStep(.handler, "finding", notAtFault)] + replied()
                + [MonthStep(.handler, "send-result", ["text": .text(words.result)])] + signed + calledBack
        case .outsideDate:
            accepted
                + [
                    MonthStep(.handler, "outside-date", ["due": .text("2026-10-30"), "set-by": .text("监管局")]),
                    MonthStep(.handler, "send-result", ["text": .text(words.result)], after: 1),
                ] + worked + replied() + signed
        case .twoDates:
            accepted
                + [
                    MonthStep(.handler, "outside-date", ["due": .text("2026-10-30"), "set-by": .text("监管局")]),
                    MonthStep(.handler, "outside-date", ["due": .text("2026-10-28"), "set-by": .text("市政府热线")]),
                    MonthStep(.handler, "send-result", ["text": .text(words.result), "to": .text("市政府热线")], after: 1),
                ] + worked + replied() + signed
                + [MonthStep(.handler, "send-result", ["text": .text(words.result), "to": .text("监管局")], after: 1)]
        // Head office says "again": a case of a new number begins, in hand.
        case .reviewed:
            accepted + [note, MonthStep(.handler, "finding", notAtFault)] + replied() + signed
                + [
                    MonthStep(.handler, "ask-review", ["text": .text(words.unhappy)], after: 2),
                    MonthStep(
                        .handler,
                        "review-decision",
                        ["text": .text(words.ruling), "told": .text(words.said), "again": .truth(true)],
                        after: 2
                    ),
                ] + worked + replied() + signed
        case .callBackOnly: accepted + [note, MonthStep(.handler, "finding", notAtFault)] + replied() + signed + calledBack
        case .mergedAcross: accepted + [MonthStep(.handler, "merge", ["into": .text("@")])] + signed
        case .statement:
            accepted
                + [
                    MonthStep(.handler, "tell-person", ["who": .text("陈晓"), "text": .text(words.word)]),
                    MonthStep(.second, "statement", ["text": .text(words.word)]),
                ]
                + worked + replied() + signed
        case .aboutClerk: accepted + worked + replied() + signed + verified
        case .amended:
            [
                MonthStep(.first, "amend", ["field": .text("customer"), "value": .text("\(words.customer)（更正）")]),
                MonthStep(.first, "answer", ["text": .text(words.answer)]), MonthStep(.handler, "finding", notAtFault),
            ] + signed
        case .agreed:
            accepted
                + [
                    MonthStep(.handler, "contact", contact(reached: true)), MonthStep(.handler, "finding", notAtFault),
                ] + replied() + signed + calledBack
        case .kept:
            accepted + [MonthStep(.handler, "attach", ["name": .text("录像"), "place": .text("柜3-17")])] + worked + replied() + signed
                + [
                    MonthStep(.head, "hold", ["reason": .text(words.holding)], after: 1),
                    MonthStep(.handler, "spot-check", ["text": .text(words.checked)]),
                    MonthStep(.handler, "addendum", ["text": .text(words.addendum)]),
                    MonthStep(.head, "release", ["reason": .text(words.holding)], after: 3),
                ]
        case .handedOn:
            accepted
                + [
                    MonthStep(.handler, "finding", notAtFault), MonthStep(.handler, "hand-over", ["to": .integer(1001)]),
                    MonthStep(.head, "accept"), MonthStep(.head, "reply", reply), MonthStep(.head, "sign"),
                ]
        case .unreachable:
            accepted + [note, MonthStep(.handler, "finding", notAtFault)] + replied() + signed
                + [1, 1, 1].map { MonthStep(.handler, "call-back", ["level": .text("unreachable")], after: $0) }
        case .special:
            accepted + [
                MonthStep(.handler, "finding", notAtFault.merging(["class": .text("special"), "ruling": .text("总行〔2026〕17号")]) { $1 })
            ]
                + replied() + signed
        case .unsigned: accepted + worked + replied()
        case .undecided:
            accepted + [note, MonthStep(.handler, "ask-escalation", ["kind": .text("authority"), "reason": .text(words.beyond)])]
        case .upstairs:
            [
                MonthStep(.handler, "accept"), note,
                MonthStep(.handler, "ask-escalation", ["kind": .text("regulator"), "reason": .text(words.beyond)]),
                MonthStep(.head, "confirm-escalation"),
                MonthStep(.handler, "head-office-note", ["text": .text(words.progress)], after: 1),
            ]
        case .waiting: []
        default: accepted + [note]
        }
    }

    // MARK: Pieces

    /// What a manager took themselves, or read in the book, they accept as well.
    private var accepted: [MonthStep] {
        let seen =
            slot == .manager || slot == .book
            ? [] : [MonthStep(.head, "acknowledge", index % 5 == 0 ? ["text": .text(words.directions)] : [:])]
        return [MonthStep(.handler, "accept")] + (index % 3 == 0 ? seen : [])
    }

    private var note: MonthStep { MonthStep(.handler, "note", ["text": .text(words.note), "how": .text("oral")]) }

    private var worked: [MonthStep] {
        [
            MonthStep(.handler, "contact", contact(reached: true)),
            MonthStep(.handler, "tell-person", ["who": .text(words.person), "text": .text(words.word)]),
            MonthStep(.handler, "finding", atFault),
        ]
    }

    private var extended: [MonthStep] {
        [
            MonthStep(.head, "grant-extension"),
            MonthStep(.handler, "interim-answer", ["how": .text("phone"), "text": .text(words.interim)]),
            MonthStep(.handler, "agree-time", ["agreed": .text("+7")]),
            MonthStep(.handler, "note", ["text": .text(words.note)], after: 3),
        ] + worked + replied(after: 1) + signed + calledBack
    }

    private var amount: [MonthStep] {
        [
            note, MonthStep(.handler, "ask-escalation", ["kind": .text("amount"), "reason": .text(words.beyond)]),
            MonthStep(.head, "confirm-escalation"),
            MonthStep(.handler, "head-office-note", ["text": .text(words.progress)], after: 2),
            MonthStep(.handler, "head-office-note", ["text": .text(words.progress)], after: 2),
            MonthStep(.handler, "head-office-answer", ["text": .text(words.ruling), "amount": .text("8000.00")], after: 1),
            MonthStep(.handler, "finding", atFault),
            MonthStep(.handler, "reply", reply.merging(["amount": .text("8000.00"), "for-others": .text("0")]) { $1 }),
        ] + signed
    }

    private var aboutHead: [MonthStep] {
        [
            MonthStep(.handler, "ask-escalation", ["kind": .text("recusal"), "reason": .text(words.beyond)]),
            MonthStep(.handler, "head-office-note", ["text": .text(words.progress)], after: 1),
            MonthStep(.handler, "head-office-answer", ["text": .text(words.ruling)], after: 2), MonthStep(.handler, "finding", atFault),
        ] + replied() + [MonthStep(.other, "ruling", ["text": .text(words.ruling), "reference": .text("总行〔2026〕21号")])]
    }

    private func replied(after days: Int = 0) -> [MonthStep] {
        let book = slot == .book && days == 0 ? [MonthStep(.handler, "answer-in-book", ["text": .text(words.answer)])] : []
        return book + [MonthStep(.handler, "reply", reply, after: days)]
    }

    private var signed: [MonthStep] { [MonthStep(.head, "sign")] }

    private var calledBack: [MonthStep] {
        guard hasContact else { return [] }
        let levels = ["very-satisfied", "satisfied", "basically-satisfied", "dissatisfied"]
        return [MonthStep(.handler, "call-back", ["level": .text(levels[index % 7 % 4]), "text": .text(words.thanks)], after: index % 2)]
    }

    /// Not by its owner, who found that it was needed.
    private var verified: [MonthStep] {
        [MonthStep(.head, "verify-rectification", ["result": .text(words.checked), "effective": .truth(true)], after: 3)]
    }

    private func contact(reached: Bool) -> [String: JSONValue] {
        ["how": .text("phone"), "text": .text(reached ? words.said : words.noAnswer), "reached": .truth(reached)]
    }

    private var reply: [String: JSONValue] {
        ["how": .text(slot == .book && !hasContact ? "book" : "phone"), "text": .text(words.answer), "accepted": .truth(index % 6 != 5)]
    }

    private var undelivered: [String: JSONValue] {
        ["how": .text("letter"), "text": .text(words.answer), "undelivered": .truth(true)]
    }

    private var refusal: [String: JSONValue] { ["reason": .text(words.unhappy)] }

    private var notAtFault: [String: JSONValue] {
        [
            "fault": .text("none"), "facts": .text(words.facts), "class": .text("unfounded"), "explanation": .text(words.explanation),
            "kind": .text(["complaint", "enquiry", "suggestion", "request-for-help", "venting"][index % 5]),
        ]
    }

    private var atFault: [String: JSONValue] {
        [
            "fault": .text(index % 4 == 0 ? "partly" : "bank"), "facts": .text(words.facts), "class": .text("valid"),
            "apology": .text(words.apology), "correction": .text(words.correction), "rectification": .text(words.rectification),
        ]
    }
}
