import ComplaintRules
import Ledger
import TerminalKit

extension SettingsPage {
    /// The page of the staff: who works here in which role; who comes and who leaves.
    static let staff = SettingsPage(
        label: .tabStaff,
        columns: { language in
            [
                (.staffNumber, .fixed(12)), (FieldLabel.of("name"), .flexible(minimum: 14)), (FieldLabel.of("role"), .fixed(18)),
                (.columnOpenCases, .fixed(language.columns(.openCases))), (.columnState, .fixed(language.columns(.staffState))),
            ]
        },
        contents: StaffSettings.contents,
        things: { selected, session in
            [
                SettingsThing(.character("a"), .addStaff, whyNot: session.whyNot(.addStaff), form: StaffSettings.adding),
                SettingsThing(
                    .character("r"),
                    .retireStaff,
                    short: .retireStaffShort,
                    whyNot: StaffSettings.whyNotRetire(selected, session),
                    form: { try StaffSettings.retiring(selected, $0) }
                ),
                SettingsThing(
                    .character("e"),
                    .renameStaff,
                    whyNot: StaffSettings.whyNot(.name(" "), selected, session),
                    form: { StaffSettings.renaming(selected, $0) }
                ),
                SettingsThing(
                    .character("o"),
                    .changeRole,
                    whyNot: StaffSettings.whyNotChangeRole(selected, session),
                    form: { StaffSettings.changingRole(selected, $0) }
                ),
                SettingsThing(
                    .character("p"),
                    .resetPasscode,
                    short: .resetPasscodeShort,
                    whyNot: StaffSettings.whyNotReset(selected, session),
                    form: { StaffSettings.resetting(selected, $0) }
                ),
                SettingsThing(
                    .character("l"),
                    .unlockStaff,
                    short: .unlockStaffShort,
                    inFooter: (try? StaffSettings.isLockedOut(selected, session)) == true,
                    whyNot: StaffSettings.whyNotUnlock(selected, session),
                    form: { try StaffSettings.unlocking(selected, $0) }
                ),
                SettingsThing(
                    .character("b"),
                    .returnStaff,
                    whyNot: StaffSettings.whyNot(.comeBack, selected, session),
                    form: { StaffSettings.returning(selected, $0) }
                ),
            ]
        }
    )

    /// The page of those who act for absent managers.
    static let standIns = SettingsPage(
        label: .tabStandIns,
        columns: { language in
            [
                (.absent, .flexible(minimum: 14)), (.standIn, .flexible(minimum: 14)), (.fromDay, .fixed(language.columns(.longDay))),
                (.toDay, .fixed(language.columns(.longDay))), (.columnState, .fixed(8)),
            ]
        },
        contents: StandInSettings.contents,
        things: { selected, session in
            let isDeputy = session.actor.map { session.settings.deputies.contains($0.number) } ?? false
            return [
                SettingsThing(
                    .character("a"),
                    .addStandIn,
                    short: .addStandInShort,
                    whyNot: session.whyNot(.nameStandIn),
                    form: StandInSettings.naming
                ),
                SettingsThing(
                    .character("d"),
                    Setting.label(of: "deputies"),
                    short: .deputiesShort,
                    whyNot: session.whyNot(.changeSettings),
                    form: { Setting.named("deputies")?.form($0) }
                ),
                SettingsThing(
                    .character("t"),
                    .declareAbsence,
                    short: .declareAbsenceShort,
                    whyNot: isDeputy ? nil : Phrase.onlyDeputies,
                    form: StandInSettings.declaring
                ),
                SettingsThing(
                    .character("x"),
                    .endStandIn,
                    short: .endStandInShort,
                    whyNot: selected == nil ? Phrase.nothingHere : session.whyNot(.nameStandIn),
                    form: { StandInSettings.ending(selected, $0) }
                ),
            ]
        },
        empty: .noStandIns
    )
}

/// Who works here in which role, and the forms in which somebody comes and leaves.
enum StaffSettings {
    static func contents(_ session: DeskSession) throws -> SettingsContents {
        let language = session.language
        let rows = try session.ledger.rules.staff.all.map { member in
            let open = try session.ledger.openCases(with: member.number, for: session.actor?.number)
            return SettingsRow(
                id: member.number.text,
                cells: [
                    member.number.text, member.name, language(member.role.label), open == 0 ? "" : "\(open)",
                    member.isRetired ? language(.hasLeft) : "",
                ],
                role: member.isRetired ? .dim : .text
            )
        }
        return SettingsContents(rows: rows)
    }

    static func whyNotRetire(_ selected: String?, _ session: DeskSession) -> (any Reason)? { whyNot(.leave, selected, session) }

    /// Why the selected member may not be changed in that way; nil where they may. Whether a new name will do is seen in its form.
    static func whyNot(_ edit: StaffEdit, _ selected: String?, _ session: DeskSession) -> (any Reason)? {
        guard let actor = session.acting, let number = selected.flatMap(StaffNumber.init) else { return Phrase.nothingHere }
        do {
            let open = try session.ledger.cases(heldBy: number)
            let found = refusal { () throws(Refusal) in
                _ = try decideStaffEdit(edit, of: number, holding: open, in: Occasion(actor, at: session.now, under: session.ledger.rules))
            }
            if case .name = edit, found == .missing("name") { return nil }
            return found
        } catch {
            return error.sentence(at: session.ledger.folder)
        }
    }

    /// The last branch manager keeps the role; which other roles will do depends on the open cases.
    static func whyNotChangeRole(_ selected: String?, _ session: DeskSession) -> (any Reason)? {
        guard let member = member(selected, session) else { return Phrase.nothingHere }
        let reasons = ComplaintRules.Role.allCases.filter { $0 != member.role }.map { whyNot(.role($0), selected, session) }
        return reasons.contains { $0 == nil } ? nil : reasons.first ?? nil
    }

    static func whyNotReset(_ selected: String?, _ session: DeskSession) -> (any Reason)? {
        guard let actor = session.acting, let number = selected.flatMap(StaffNumber.init) else { return Phrase.nothingHere }
        return refusal { () throws(Refusal) in
            _ = try decideResetting(number, publicKey: "", in: Occasion(actor, at: session.now, under: session.ledger.rules))
        }
    }

    static func whyNotUnlock(_ selected: String?, _ session: DeskSession) -> (any Reason)? {
        guard let actor = session.acting, let number = selected.flatMap(StaffNumber.init) else { return Phrase.nothingHere }
        return refusal { () throws(Refusal) in
            _ = try decideUnlocking(number, in: Occasion(actor, at: session.now, under: session.ledger.rules))
        }
    }

    static func isLockedOut(_ selected: String?, _ session: DeskSession) throws(LedgerError) -> Bool {
        guard let number = selected.flatMap(StaffNumber.init) else { return false }
        return try session.ledger.hasToWait(number)
    }

    static func resetting(_ selected: String?, _ session: DeskSession) -> PromptScreen? {
        guard let member = member(selected, session) else { return nil }
        let name = "\(member.number) \(member.name)"
        return PromptScreen(.resetPasscode, form: "staff/passcode/\(member.number)", keepsDraft: false, session) { session in
            [.words("who", session.language(.resetWords(name)))] + FormField.newPasscode(.firstPasscode, session.language)
        } send: { values, session in
            let passcode = try FormField.chosenPasscode(values)
            do {
                try session.ledger.resetPasscode(of: member.number, to: passcode, by: try session.signedIn())
            } catch let refusal as Refusal {
                throw FormField.passcodeProblem(refusal)
            }
            return .passcodeReset(name)
        }
    }

    static func unlocking(_ selected: String?, _ session: DeskSession) throws -> PromptScreen? {
        guard let member = member(selected, session) else { return nil }
        let name = "\(member.number) \(member.name)"
        // It is asked now: wrong passcodes are typed elsewhere, while this page stands as it is.
        if try !isLockedOut(selected, session) { throw FieldProblem(field: "who", sentence: .notLockedOut(name)) }
        return PromptScreen(.unlockStaff, form: "staff/unlock/\(member.number)", submit: .unlockStaffShort, keepsDraft: false, session) {
            session in
            [.words("who", session.language(.unlockWords(name)))]
        } send: { _, session in
            try session.ledger.unlock(member.number, by: try session.signedIn())
            return .staffUnlocked(name)
        }
    }

    private static func member(_ selected: String?, _ session: DeskSession) -> StaffMember? {
        selected.flatMap(StaffNumber.init).flatMap { session.ledger.rules.staff[$0] }
    }

    static func renaming(_ selected: String?, _ session: DeskSession) -> PromptScreen? {
        guard let member = member(selected, session) else { return nil }
        return PromptScreen(.renameStaff, form: "staff/rename/\(member.number)", keepsDraft: false, session) { session in
            [
                session.nowWords("\(member.number) \(member.name)"),
                .line("name", session.language(.newName), isRequired: true),
            ]
        } send: { values, session in
            let name = (values["name"] ?? "").trimmed
            let told = try session.ledger.edit(member.number, .name(name), by: try session.signedIn())
            return .staffRenamed("\(member.number) \(member.name)", name).followed(by: told)
        }
    }

    static func changingRole(_ selected: String?, _ session: DeskSession) -> PromptScreen? {
        guard let member = member(selected, session) else { return nil }
        let name = "\(member.number) \(member.name)"
        return PromptScreen(.changeRole, form: "staff/role/\(member.number)", keepsDraft: false, session) { session in
            let roles = ComplaintRules.Role.allCases.filter { $0 != member.role }
            return [
                .words("who", session.language(.roleWords(name, member.role.label))),
                .choice(
                    "role",
                    session.language(.newRole),
                    roles.map { Choice($0.rawValue, $0.label, session.language) },
                    isRequired: true
                ),
            ]
        } send: { values, session in
            guard let role = ComplaintRules.Role(rawValue: values["role"] ?? "") else { throw Refusal.missing("role") }
            do {
                let told = try session.ledger.edit(member.number, .role(role), by: try session.signedIn())
                return .roleChanged(name, role.label).followed(by: told)
            } catch let refusal as Refusal {
                throw FieldProblem(field: "role", sentence: refusal.sentence)
            }
        }
    }

    static func returning(_ selected: String?, _ session: DeskSession) -> PromptScreen? {
        guard let member = member(selected, session) else { return nil }
        let name = "\(member.number) \(member.name)"
        return PromptScreen(.returnStaff, form: "staff/return/\(member.number)", submit: .returnStaff, keepsDraft: false, session) {
            session in
            [.words("who", session.language(.returnWords(name, member.role.label)))]
        } send: { _, session in
            try session.ledger.edit(member.number, .comeBack, by: try session.signedIn())
            return .staffReturned(name)
        }
    }

    static func adding(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.addStaff, form: "staff/add", session) { session in
            let language = session.language
            return [
                .line("number", language(.staffNumber), limit: 12, isRequired: true),
                .line("name", language(FieldLabel.of("name")), isRequired: true),
                .choice(
                    "role",
                    language(FieldLabel.of("role")),
                    ComplaintRules.Role.allCases.map { Choice($0.rawValue, $0.label, language) },
                    isRequired: true
                ),
            ] + FormField.newPasscode(.firstPasscode, language)
        } send: { values, session in
            guard let number = StaffNumber(values["number"] ?? "") else { throw Refusal.badValue("number", .staffNumber) }
            guard let role = ComplaintRules.Role(rawValue: values["role"] ?? "") else { throw Refusal.missing("role") }
            let passcode = try FormField.chosenPasscode(values)
            let member = StaffMember(number: number, name: (values["name"] ?? "").trimmed, role: role)
            do {
                try session.ledger.addStaff(member, passcode: passcode, by: try session.signedIn())
            } catch let refusal as Refusal {
                if case .staffNumberTaken = refusal { throw FieldProblem(field: "number", sentence: refusal.sentence) }
                throw FormField.passcodeProblem(refusal)
            }
            return .staffCame("\(number) \(member.name)")
        }
    }

    /// Leaving cannot be taken back, so the number is typed once more.
    static func retiring(_ selected: String?, _ session: DeskSession) throws -> PromptScreen? {
        guard let number = selected.flatMap(StaffNumber.init), let member = session.ledger.rules.staff[number] else { return nil }
        let name = "\(number) \(member.name)"
        return PromptScreen(.retireStaff, form: "staff/retire/\(number)", submit: .retireStaffShort, keepsDraft: false, session) {
            session in
            [
                .words("who", session.language(.retireWords(name))),
                .line("number", session.language(.retireAgain), limit: 12, isRequired: true),
            ]
        } send: { values, session in
            guard StaffNumber(values["number"] ?? "") == number else {
                throw FieldProblem(field: "number", sentence: .retireOtherNumber(number.text))
            }
            let told = try session.ledger.edit(number, .leave, by: try session.signedIn())
            return .staffLeft(name).followed(by: told)
        }
    }
}

extension Phrase {
    /// A message with what is to be said besides.
    fileprivate func followed(by other: Phrase?) -> Phrase {
        other.map { Phrase(en: "\(english) \($0.english)", zh: chinese + $0.chinese) } ?? self
    }
}

/// Who acts for whom, and the forms in which that is named or declared.
enum StandInSettings {
    static func contents(_ session: DeskSession) -> SettingsContents {
        let (language, rules, look) = (session.language, session.ledger.rules, session.look)
        let today = session.today
        let deputies = Setting.named("deputies")?.words(session) ?? ""
        // What is over is history; the audit trail has it.
        let current = rules.standIns.filter { $0.to >= today && !$0.isEnded && rules.canAct($0) }.sorted {
            ($0.from, $0.absent) < ($1.from, $1.absent)
        }
        let rows = current.map { standIn in
            let isNow = standIn.holds(on: today)
            return SettingsRow(
                id: "\(standIn.absent) \(standIn.from.ordinal)",
                cells: [
                    look.person(standIn.absent), look.person(standIn.standIn), look.words.longDay(standIn.from),
                    look.words.longDay(standIn.to), language(isNow ? .standsInNow : .standsInSoon),
                ],
                sign: isNow ? look.glyphs.check : ""
            )
        }
        return SettingsContents(notes: [(language.labelled(Setting.label(of: "deputies"), deputies), .text)], rows: rows)
    }

    static func naming(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.addStandIn, form: "stand-in/add", session) { session in
            let language = session.language
            return [
                .choice("absent", language(.absent), session.ledger.rules.staff.receivers.map(Choice.init), isRequired: true),
                .choice("stand-in", language(.standIn), session.members.map(Choice.init), isRequired: true),
                .line("from", language(.fromDay), hint: language(.todayHint(session.today.iso)), limit: 10, isRequired: true),
                .line("to", language(.toDay), hint: language(.lastDayHint), limit: 10, isRequired: true),
            ]
        } send: { values, session in
            guard let absent = StaffNumber(values["absent"] ?? "") else { throw Refusal.missing("absent") }
            guard let standIn = StaffNumber(values["stand-in"] ?? "") else { throw Refusal.missing("stand-in") }
            guard let from = try RegisterFilter.day("from", values) else { throw Refusal.missing("from") }
            guard let to = try RegisterFilter.day("to", values) else { throw Refusal.missing("to") }
            return try name(StandIn(absent: absent, standIn: standIn, from: from, to: to), session)
        }
    }

    static func ending(_ selected: String?, _ session: DeskSession) -> PromptScreen? {
        guard let standIn = session.ledger.rules.standIns.first(where: { "\($0.absent) \($0.from.ordinal)" == selected && !$0.isEnded })
        else {
            return nil
        }
        let words = Phrase.endWords(session.look.person(standIn.standIn), session.look.person(standIn.absent))
        return PromptScreen(.endStandIn, form: "stand-in/end", submit: .endStandInShort, keepsDraft: false, session) { session in
            [.words("who", session.language(words))]
        } send: { _, session in
            try session.ledger.endStandIn(for: standIn.absent, standIn.standIn, by: try session.signedIn())
            return words
        }
    }

    /// A standing deputy declares an absence on the spot, for today (1-domain, Roles).
    static func declaring(_ session: DeskSession) -> PromptScreen {
        PromptScreen(.declareAbsence, form: "stand-in/today", submit: .declareAbsenceShort, keepsDraft: false, session) { session in
            let language = session.language
            let absent = session.ledger.rules.staff.receivers.filter { $0.number != session.actor?.number }
            return [
                .words("hint", language(.declareHint)),
                .choice("absent", language(.absent), absent.map(Choice.init), isRequired: true),
            ]
        } send: { values, session in
            guard let absent = StaffNumber(values["absent"] ?? "") else { throw Refusal.missing("absent") }
            let actor = try session.signedIn()
            return try name(StandIn(absent: absent, standIn: actor.number, from: session.today, to: session.today), session)
        }
    }

    private static func name(_ standIn: StandIn, _ session: DeskSession) throws -> Phrase {
        do {
            try session.ledger.nameStandIn(standIn, by: try session.signedIn())
        } catch let refusal as Refusal {
            switch refusal {
            case .alreadyStoodInFor, .absentIsNoManager: throw FieldProblem(field: "absent", sentence: refusal.sentence)
            case .standsInForThemselves, .auditorActsForNobody: throw FieldProblem(field: "stand-in", sentence: refusal.sentence)
            case .endBeforeStart: throw FieldProblem(field: "to", sentence: refusal.sentence)
            case .inThePast: throw FieldProblem(field: "from", sentence: refusal.sentence)
            case .farFromNow(let day, _): throw FieldProblem(field: day.text, sentence: refusal.sentence)
            default: throw refusal
            }
        }
        let look = session.look
        return .standsIn(
            look.person(standIn.standIn),
            for: look.person(standIn.absent),
            look.words.shortDay(standIn.from),
            look.words.shortDay(standIn.to)
        )
    }
}
