extension CaseEvent {
    /// One thing that an event says, by the name of its field, in a form that each kind of output can put in its own words.
    public struct Detail: Hashable, Sendable {
        /// What stands in it.
        public enum Value: Hashable, Sendable {
            case text(String)
            case code(String, Phrase)
            case moment(Moment)
            case day(Day)
            case flag(Bool)
            case count(Int)
        }

        /// The field's name, as in JSON.
        public let name: String
        /// What stands in it.
        public let value: Value

        init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// What the event says beside its heading, in the order in which it is read; for the events along a case, towards head office, and after
    /// its end. Nothing for those whose forms need more than fields.
    public var details: [Detail] {
        switch self {
        case .clockStarted(let clock):
            [Detail("rule", .code(clock.name.rawValue, clock.name.label)), Detail("due", .moment(clock.due))]
        case .acknowledged(let directions): [Detail("text", .text(directions.text))]
        case .contacted(let contact):
            [
                Detail("how", .code(contact.how.rawValue, contact.how.label)), Detail("text", .text(contact.text)),
                Detail("reached", .flag(contact.isReached)),
            ]
        case .timeAgreed(let agreed): [Detail("agreed", .moment(agreed.at))]
        case .interimAnswered(let answer):
            [Detail("how", .code(answer.how.rawValue, answer.how.label)), Detail("text", .text(answer.text))]
        case .personTold(let told): [Detail("who", .text(told.who)), Detail("text", .text(told.text))]
        case .attached(let attachment):
            [
                Detail("name", .text(attachment.name)), Detail("place", .text(attachment.place)),
                Detail("bytes", .text(attachment.byteCount == 0 ? "" : "\(attachment.byteCount)")),
                Detail("digest", .text(attachment.digest)),
            ]
        case .chased(let chaser): [Detail("number", .text(chaser.number)), Detail("text", .text(chaser.text))]
        case .delayExplained(let note): [Detail("number", .text(note.number)), Detail("cause", .text(note.cause))]
        case .extensionAsked(let grounds), .held(let grounds), .released(let grounds): [Detail("reason", .text(grounds.reason))]
        case .declined(let declined):
            (declined.what.map { [Detail("what", .code($0.rawValue, $0.label))] } ?? []) + [Detail("reason", .text(declined.reason))]
        case .escalationAsked(let asked):
            [Detail("kind", .code(asked.kind.rawValue, asked.kind.label))]
                + (asked.persons.map { [Detail("persons", .count($0))] } ?? [])
                + [Detail("reason", .text(asked.reason))]
                + (asked.isAtOnce ? [Detail("at-once", .flag(true))] : [])
        case .escalationConfirmed(let dossier): [Detail("number", .text(dossier.number))]
        case .headOfficeNoted(let note), .resultSent(let note), .answeredInBook(let note), .spotChecked(let note):
            [Detail("text", .text(note.text))]
        case .headOfficeAnswered(let answer):
            [Detail("text", .text(answer.text))] + (answer.isLonger == true ? [Detail("longer", .flag(true))] : [])
        case .ruled(let ruling):
            [Detail("reference", .text(ruling.reference)), Detail("text", .text(ruling.text))]
                + (ruling.told.map { [Detail("told", .text($0))] } ?? [])
        case .outsideDateSet(let date): [Detail("set-by", .text(date.by)), Detail("due", .moment(date.due))]
        case .answerRefused(let refused):
            [
                Detail("reason", .text(refused.reason)), Detail("told-channels", .text(refused.toldChannels)),
                Detail("next", .text(refused.next ?? "")),
            ]
        case .merged(let link), .linked(let link):
            [Detail("tie", .code(link.tie.rawValue, link.tie.label)), Detail("number", .text(link.number))]
        case .calledBack(let callBack):
            [Detail("level", .code(callBack.level.rawValue, callBack.level.label)), Detail("text", .text(callBack.text))]
        case .rectificationOpened(let action):
            [
                Detail("item", .count(action.item)), Detail("what", .text(action.what)), Detail("owner", .text(action.owner)),
                Detail("due", .day(action.due)),
            ]
        case .rectificationVerified(let check): [Detail("item", .count(check.item)), Detail("result", .text(check.result))]
        case .stated(let statement): [Detail("text", .text(statement.text))]
        case .logged, .imported, .answered, .handedOver, .accepted, .noted, .found, .replied, .signed, .sentBack, .withdrawn,
            .notAccepted, .amended, .addendumWritten, .extensionGranted:
            []
        }
    }

    /// The act that makes such an event, as on the command line; for those that no act of its own makes, what happened.
    public var actName: String {
        switch self {
        case .logged: "log"
        case .imported: "import"
        case .clockStarted: "clock"
        case .linked: "link"
        case .answered: ActKind.answer.rawValue
        case .handedOver: ActKind.handOver.rawValue
        case .accepted: ActKind.accept.rawValue
        case .noted: ActKind.note.rawValue
        case .found: ActKind.finding.rawValue
        case .replied: ActKind.reply.rawValue
        case .signed: ActKind.sign.rawValue
        case .sentBack: ActKind.sendBack.rawValue
        case .withdrawn: ActKind.withdraw.rawValue
        case .notAccepted: ActKind.notAccept.rawValue
        case .amended: ActKind.amend.rawValue
        case .addendumWritten: ActKind.addendum.rawValue
        case .acknowledged: ActKind.acknowledge.rawValue
        case .contacted: ActKind.contact.rawValue
        case .timeAgreed: ActKind.agreeTime.rawValue
        case .interimAnswered: ActKind.interimAnswer.rawValue
        case .personTold: ActKind.tellPerson.rawValue
        case .attached: ActKind.attach.rawValue
        case .chased: ActKind.chase.rawValue
        case .delayExplained: ActKind.delayNote.rawValue
        case .extensionAsked: ActKind.askExtension.rawValue
        case .extensionGranted: ActKind.grantExtension.rawValue
        case .escalationAsked: ActKind.askEscalation.rawValue
        case .escalationConfirmed: ActKind.confirmEscalation.rawValue
        case .declined: ActKind.decline.rawValue
        case .headOfficeNoted: ActKind.headOfficeNote.rawValue
        case .headOfficeAnswered: ActKind.headOfficeAnswer.rawValue
        case .ruled: ActKind.ruling.rawValue
        case .outsideDateSet: ActKind.outsideDate.rawValue
        case .resultSent: ActKind.sendResult.rawValue
        case .answeredInBook: ActKind.answerInBook.rawValue
        case .answerRefused: ActKind.refuseAnswer.rawValue
        case .merged: ActKind.merge.rawValue
        case .calledBack: ActKind.callBack.rawValue
        case .rectificationOpened: ActKind.rectify.rawValue
        case .rectificationVerified: ActKind.verifyRectification.rawValue
        case .spotChecked: ActKind.spotCheck.rawValue
        case .stated: ActKind.statement.rawValue
        case .held: ActKind.hold.rawValue
        case .released: ActKind.release.rawValue
        }
    }

    /// Whether it is a clock that started: it stands among the facts, with how it runs, and not in the time line.
    public var isClockStart: Bool {
        if case .clockStarted = self { return true }
        return false
    }

    /// Whether `actor` sees the event of the case `state`: a staff statement is for its author, the branch manager and the auditor only, and
    /// nobody lends that right over a case that is about themselves (6-sources, Staff statements).
    public func isVisible(to actor: Actor, on state: Case, by author: StaffNumber) -> Bool {
        guard case .stated = self else { return true }
        return author == actor.number || !actor.regarding(state).roles.isDisjoint(with: [.branchManager, .auditor])
    }
}
