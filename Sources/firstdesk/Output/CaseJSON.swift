import ComplaintRules
import Ledger

/// Cases as JSON, with the keys that stay (4-commands, JSON keys).
struct CaseJSON {
    /// The branch's time zone, whose offset every time carries.
    let zone: any LocalZone
    /// The moment as of which clocks are told.
    let now: Moment
    private let rules: DeskRules

    /// Makes the writer for a desk as of now.
    init(_ ledger: Ledger) {
        rules = ledger.rules
        zone = ledger.rules.zone
        now = ledger.now
    }

    /// A time; null where there is none.
    func time(_ moment: Moment?) -> JSONValue { JSONValue(moment.map(zone.iso)) }

    /// A line of a register.
    func object(_ row: RegisterRow) -> [String: JSONValue] {
        [
            "number": .text(row.number), "channel": .text(row.channel.rawValue), "kind": JSONValue(row.kind?.rawValue),
            "class": JSONValue(row.classification?.rawValue), "stage": .text(row.stage.rawValue), "received": time(row.received),
            "closed": time(row.closed), "customer": .text(row.customer), "contact": .text(row.contact), "about": .text(row.about),
            "business": .text(row.business), "reason": .text(row.reason), "text": .text(row.text), "source": .text(row.source),
            "sourceNumber": .text(row.sourceNumber), "overdue": .truth(row.nearest?.isOverdue(at: now) ?? false),
            "nearest": nearest(row.nearest),
        ]
    }

    /// A case, with the keys of a line of a register.
    func object(_ state: Case) -> [String: JSONValue] {
        let intake = state.intake
        return [
            "number": .text(state.number.description), "channel": .text(intake.channel.rawValue),
            "kind": JSONValue(state.finding?.kind.rawValue), "class": JSONValue(state.finding?.classification.rawValue),
            "stage": .text(state.stage.rawValue), "received": time(intake.received), "closed": time(state.closedAt),
            "customer": .text(intake.customer), "contact": .text(intake.contact), "about": .text(intake.about),
            "business": .text(intake.business), "reason": .text(intake.reason), "text": .text(intake.text), "source": .text(intake.source),
            "sourceNumber": .text(intake.sourceNumber), "overdue": .truth(state.isOverdue(at: now)), "nearest": nearest(state.nearestClock),
        ]
    }

    /// What is left to tell whoever may not read a case that they logged or acted on (1-domain, Recusal).
    func object(unread state: Case) -> [String: JSONValue] {
        ["number": .text(state.number.description), "stage": .text(state.stage.rawValue)]
    }

    /// A case with its clocks and all that happened on it.
    func whole(_ stored: Ledger.Stored) -> [String: JSONValue] {
        let state = stored.state
        let intake = state.intake
        // Each field that was taken down, by its key; a channel's own fields stand beside those of all.
        var object = self.object(intake.details).merging(object(state)) { $1 }
        object["logged"] = time(state.loggedAt)
        object["senderKind"] = JSONValue(intake.senderKind?.rawValue)
        object["firstContact"] = time(state.firstContact?.at)
        object["firstResponder"] = JSONValue(state.firstResponder?.text)
        object["holder"] = JSONValue(state.holder?.text)
        object["awaitedReceiver"] = JSONValue(state.awaitedReceiver?.text)
        object["lastEvent"] = JSONValue(state.version)
        object["lateClaim"] = .truth(state.isLateClaim)
        object["headOfficeNumber"] = JSONValue(state.headOfficeNumber)
        object["headOfficeDue"] = time(state.headOfficeDue)
        object["promised"] = .text(state.promised.text)
        object["approved"] = JSONValue(state.ceiling?.text)
        object["paid"] = .text(state.paid.text)
        object["awaitingResult"] = .list(state.awaitingResult.map { .text($0) })
        object["signedBy"] = JSONValue(state.signer?.text)
        object["signedAt"] = time(state.signedAt)
        object["history"] = .truth(state.isHistory)
        object["dossier"] = JSONValue(state.dossier)
        object["links"] = .list(state.links.map { ["number": .text($0.number), "tie": .text($0.tie.rawValue)] })
        let before = stored.events.judgedBefore?.clocks ?? []
        object["clocks"] = .list(
            state.clocks.enumerated().map { index, clock in self.clock(clock, judgedBefore: index < before.count ? before[index] : nil) }
        )
        object["events"] = .list(stored.events.map { .object(event($0)) })
        return object
    }

    private func nearest(_ clock: Clock?) -> JSONValue {
        guard let clock else { return .null }
        return [
            "rule": .text(clock.name.rawValue), "due": time(clock.due), "state": .text(clock.state(at: now).rawValue),
            "urgency": urgency(of: clock),
        ]
    }

    private func urgency(of clock: Clock) -> JSONValue { .text(rules.urgency(of: clock, at: now).code) }

    /// - Parameter before: the clock as it was judged before the computer's clock was declared wrong; nil where it was not.
    private func clock(_ clock: Clock, judgedBefore before: Clock?) -> JSONValue {
        var object: [String: JSONValue] = [
            "rule": .text(clock.name.rawValue), "by": JSONValue(clock.setBy), "from": JSONValue(clock.from), "started": time(clock.started),
            "due": time(clock.due), "ended": time(clock.ended), "ruleFrom": JSONValue(clock.ruleFrom?.iso),
            "state": .text(clock.state(at: now).rawValue), "urgency": urgency(of: clock),
        ]
        if let before {
            object["judgedBefore"] = .text(before.state(at: now).rawValue)
            if before.due != clock.due { object["dueBefore"] = time(before.due) }
        }
        return .object(object)
    }
}
