import DeskTestSupport

@testable import firstdesk

/// Who does something in the scripted month: a seat, since who sits there changes with absences.
enum MonthSeat: Sendable {
    /// Whoever took the case.
    case first
    /// The other clerk.
    case other
    /// The clerk at counter 4, whom some cases are about.
    case second
    /// The complaint manager, or who stands in.
    case handler
    /// The branch manager, or who stands in.
    case head
}

/// One act of the plan of a case.
struct MonthStep: Sendable {
    let seat: MonthSeat
    let act: String
    let fields: [String: JSONValue]
    /// Open days to wait after the step before.
    let days: Int

    init(_ seat: MonthSeat, _ act: String, _ fields: [String: JSONValue] = [:], after days: Int = 0) {
        (self.seat, self.act, self.fields, self.days) = (seat, act, fields, days)
    }

    /// The same step, so many days later.
    func later(_ days: Int) -> MonthStep { MonthStep(seat, act, fields, after: days) }
}

/// What becomes of a case, in which shape its plan is made.
enum MonthFate: String, CaseIterable, Sendable {
    case spot, unfounded, valid, withdrawn, withdrawnAtOnce, notAccepted, merged, refusedAtOnce, refusedLater, sentBack
    case extended, extensionDeclined, amount, aboutHead, late, undelivered, result, outsideDate, statement, aboutClerk, amended, agreed
    case kept, handedOn, unreachable, special
    case reviewed, twoDates, callBackOnly, mergedAcross
    /// What the end of the month finds unfinished, one for each list of the desk.
    case open, waiting, unsigned, undecided, upstairs
}

/// A case of the plan: who takes it when, what stands in its log, and what happens then.
struct PlannedCase: Sendable {
    enum Slot: Int, Sendable, CaseIterable {
        case firstClerk, secondClerk, afternoon, manager, book
    }

    let fate: MonthFate
    /// The open day on which it is logged, from 0.
    let day: Int
    let slot: Slot
    let log: [String: JSONValue]
    let steps: [MonthStep]
    /// The case into which it is merged, by its place in the plan.
    var into: Int?
}

/// The plan of a month of one branch: 300 cases over all channels, with all that happens on them. The same for the same seed.
struct MonthPlan: Sendable {
    private(set) var cases: [PlannedCase] = []
    private var random: SeededNumbers
    private let openDays: Int

    /// Makes the plan for a month of so many open days.
    init(seed: UInt64, openDays: Int, count: Int) {
        random = SeededNumbers(seed: seed)
        self.openDays = openDays
        var rare: [(MonthFate, Int)] = [
            (.merged, 3), (.late, 0), (.late, 1), (.late, 4), (.extended, 0), (.extended, 1), (.extended, 6), (.extensionDeclined, 5),
            (.amount, 0), (.aboutHead, 1), (.undelivered, 2), (.undelivered, 7), (.refusedLater, 1), (.refusedLater, 5),
            (.refusedLater, 9), (.statement, 3), (.aboutClerk, 4), (.kept, 2), (.handedOn, 3), (.unreachable, 3), (.special, 8),
            (.outsideDate, 2), (.upstairs, openDays - 3), (.reviewed, 2), (.twoDates, 1), (.callBackOnly, 4), (.mergedAcross, 0),
        ]
        for day in [1, 3, 5, 8, 11, 13] { rare.append((.sentBack, day)) }
        for day in [0, 4, 9, 12] { rare.append((.refusedAtOnce, day)) }
        for day in [0, 2, 4, 7, 9, 12, 14] { rare.append((.withdrawn, day)) }
        for day in [1, 6, 10] { rare.append((.withdrawnAtOnce, day)) }
        for day in [2, 5, 8, 13] { rare.append((.notAccepted, day)) }
        for day in [3, 7, 11] { rare.append((.amended, day)) }
        for day in 0..<8 { rare.append((.agreed, day)) }
        for day in 0..<12 { rare.append((.result, day)) }
        for fate in [MonthFate.open, .open, .waiting, .waiting, .unsigned, .unsigned, .unsigned, .undecided] {
            rare.append((fate, openDays - 1))
        }
        var fates = rare
        for index in rare.count..<count {
            let usual: [MonthFate] = [.spot, .spot, .spot, .unfounded, .unfounded, .valid]
            fates.append((usual[random.number(in: 0...usual.count - 1)], index % openDays))
        }
        for (index, entry) in fates.enumerated() { cases.append(plan(entry.0, day: entry.1, index: index)) }
        // What is merged goes into a case that stays open for days.
        for index in cases.indices where cases[index].fate == .merged { cases[index].into = cases.firstIndex { $0.fate == .amount } }
    }

    // MARK: A case

    private mutating func plan(_ fate: MonthFate, day: Int, index: Int) -> PlannedCase {
        let slot = slot(for: fate, day: day)
        let channel = channel(for: fate, slot)
        let words = MonthWords(isChinese: index % 2 == 0, random: &random)
        var log: [String: JSONValue] = [
            "text": .text(words.matter), "asks": .text(words.wish), "business": .text(words.business), "reason": .text(words.reason),
        ]
        // One in nine gives no name; whoever gives one leaves a contact of their own, but for two in the book.
        let isNamed = index % 9 != 8 || fate != .spot && slot != .book
        if isNamed { log["customer"] = .text(words.customer) }
        let hasContact = isNamed && !(slot == .book && index % 3 == 0) && fate != .merged
        if fate == .mergedAcross { (log["customer"], log["contact"]) = (.text(ScriptedMonth.customer), .text(ScriptedMonth.contact)) }
        if hasContact, fate != .callBackOnly, fate != .mergedAcross { log["contact"] = .text("1380379\(1000 + index)") }
        if slot != .book {
            log["channel"] = .text(channel)
            switch channel {
            case "oral": log["repeated-back"] = .truth(true)
            case "phone":
                log["repeated-back"] = .truth(true)
                log["call-back-number"] = .text("0379-6592\(1000 + index)")
            case "letter":
                log["original-place"] = .text("柜\(index % 4 + 1)-\(index)")
                log["copy-place"] = .text("柜9-\(index)")
            case "hotline":
                log["verified"] = .truth(true)
                log["ticket"] = .text("955-\(20_261_000 + index)")
            case "referred":
                log["sender"] = .text(index % 2 == 0 ? "总行客服中心" : "Regulator's complaint line")
                log["reference"] = .text("R-\(index)")
            default: break
            }
            if slot != .manager, ![.spot, .withdrawnAtOnce, .amended].contains(fate) { log["hand-over-to"] = .integer(1002) }
        } else {
            log["page"] = .integer(Int64(day + 1))
            log["line"] = .integer(Int64(index % 20 + 1))
        }
        if fate == .spot, slot != .book { log["answer"] = .text(words.answer) }
        if fate == .aboutHead { log["about"] = .text("网点负责人王建国") }
        if fate == .aboutClerk || fate == .statement { log["about"] = .text("4号柜台陈晓") }
        if fate == .agreed { log["agreed"] = .text("+2 12:00") }
        if fate == .amount { log["amount"] = .text("8000") }
        let steps = MonthStory(words: words, slot: slot, hasContact: hasContact, index: index).steps(of: fate)
        return PlannedCase(fate: fate, day: day, slot: slot, log: log, steps: steps)
    }

    private mutating func slot(for fate: MonthFate, day: Int) -> PlannedCase.Slot {
        switch fate {
        case .result: return .manager
        case .aboutClerk: return .secondClerk
        case .waiting: return .afternoon
        case .spot, .withdrawnAtOnce, .amended, .statement, .refusedAtOnce, .refusedLater, .aboutHead, .agreed:
            return [.firstClerk, .firstClerk, .secondClerk, .afternoon][random.number(in: 0...3)]
        case .unfounded, .valid:
            // No entry of the book on the day whose review was missed.
            let bookDay = day == ScriptedMonth.missedDay ? PlannedCase.Slot.manager : .book
            return [.firstClerk, .firstClerk, .secondClerk, .secondClerk, .afternoon, .manager, bookDay][random.number(in: 0...6)]
        // Within the hours in which it can be merged, or brought to its question, on the same day.
        case .mergedAcross, .undecided: return .firstClerk
        default: return [.firstClerk, .secondClerk, .afternoon][random.number(in: 0...2)]
        }
    }

    private mutating func channel(for fate: MonthFate, _ slot: PlannedCase.Slot) -> String {
        switch slot {
        case .book: "comment-book"
        case .manager: fate == .result ? "referred" : ["letter", "letter", "other"][random.number(in: 0...2)]
        default:
            fate == .callBackOnly
                ? "phone"
                : fate == .withdrawn || fate == .merged
                    ? "oral" : ["oral", "oral", "oral", "phone", "phone", "letter", "hotline", "other"][random.number(in: 0...7)]
        }
    }
}
