import ComplaintRules
import Ledger
import TableFiles

/// `staff stand-in`: who acts for an absent manager.
extension StaffCommand {
    static func standIn(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        if !arguments.has("for"), ["number", "from", "to", "end"].contains(where: arguments.has) { throw UsageError.missingOption("for") }
        let (ledger, person) = try invocation.openSignedIn()
        guard arguments.has("for") else {
            for standIn in ledger.rules.standIns.sorted(by: StandIn.isBefore) {
                let end =
                    standIn.isEnded
                    ? invocation.language(Phrase(en: "  ended", zh: "  已提前结束"))
                    : ledger.rules.canAct(standIn) ? "" : invocation.language(Phrase(en: "  can act no more", zh: "  已不能代理"))
                invocation.console.output.line("\(standIn.absent)  \(standIn.standIn)  \(standIn.from.iso)  \(standIn.to.iso)\(end)")
            }
            return .done
        }
        if arguments.has("end") {
            let absent = try invocation.staffNumber("for", try arguments.required("for"))
            let number = try arguments.value("number").map { try invocation.staffNumber("number", $0) }
            try ledger.endStandIn(for: absent, number, by: person.actor)
            invocation.console.say(
                Phrase(
                    en: "Nobody stands in for \(absent) from now on. What was accepted for them is theirs.",
                    zh: "\(absent) 的代理已结束；代为接收的投诉归其本人办理。"
                )
            )
            return .done
        }
        func day(_ option: String, else usual: Day) throws -> Day {
            try arguments.day(option) ?? usual
        }
        let from = try day("from", else: ledger.rules.zone.day(at: ledger.now))
        let standIn = StandIn(
            absent: try invocation.staffNumber("for", try arguments.required("for")),
            standIn: try invocation.staffNumber("number", try arguments.required("number")),
            from: from,
            to: try day("to", else: from)
        )
        try ledger.nameStandIn(standIn, by: person.actor)
        invocation.console.say(
            Phrase(
                en: "\(standIn.standIn) stands in for \(standIn.absent) from \(standIn.from.iso) to \(standIn.to.iso).",
                zh: "\(standIn.from.iso) 至 \(standIn.to.iso)，\(standIn.standIn) 代理 \(standIn.absent)。"
            )
        )
        return .done
    }
}

/// `calendar load`: public holidays and make-up working days.
enum CalendarCommand {
    static func load(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.arguments.operand(0) else { throw UsageError.missingOperand("FILE") }
        let (ledger, person) = try invocation.openSignedIn()
        // Who may not load one at all learns that, rather than what is wrong with the file.
        try permit(.loadCalendar, by: ledger.acting(person.actor))
        do {
            let isWhole = invocation.arguments.has("drop-others")
            let load = try ledger.load(try read(path, invocation), droppingOthers: isWhole, by: person.actor)
            invocation.console.say(load.sentence)
            if !load.others.isEmpty, !isWhole { invocation.console.say(othersStay) }
        } catch let fault as CalendarFault {
            throw UsageError.badCalendar(fault)
        }
        return .done
    }

    /// How what a file does not name is dropped.
    private static let othersStay = Phrase(
        en: "If the file has all days of its years, --drop-others makes these ordinary days.",
        zh: "文件如含该年全部日期，可用 --drop-others 删去这些日期。"
    )

    /// The calendar of a file: nothing of it is taken where one row is wrong.
    private static func read(_ path: String, _ invocation: Invocation) throws -> WorkCalendar {
        let dates = try invocation.dateOrder()
        guard var table = try invocation.wholeTable(path, WorkCalendar.judge) else { throw UsageError.badCalendar(.empty) }
        if let dates, let column = table.header.firstIndex(where: { $0.columnName == "date" }) {
            for index in table.rows.indices { table.rows[index].fields[column] = dates.rewritten(table.rows[index].fields[column]) }
        }
        return try WorkCalendar(header: table.header, rows: table.rows, nation: invocation.arguments.value("nation"))
    }

    /// `calendar correct`: whether the branch is, or was, open on a day.
    static func correct(_ invocation: Invocation) throws -> ExitStatus {
        let arguments = invocation.arguments
        guard let text = arguments.operand(0) else { throw UsageError.missingOperand("DATE") }
        let day = try ParsedArguments.day("DATE", text)
        if arguments.has("open"), arguments.has("closed") { throw UsageError.together("open", "closed") }
        if !arguments.has("open"), !arguments.has("closed") { throw UsageError.missingOption("open|--closed") }
        let (ledger, person) = try invocation.openSignedIn()
        let isOpen = arguments.has("open")
        try ledger.correctOpening(on: day, isOpen: isOpen, reason: arguments.value("reason") ?? "", by: person.actor)
        invocation.console.say(
            Phrase(en: "The branch is \(isOpen ? "open" : "closed") on \(day.iso).", zh: "\(day.iso) \(isOpen ? "营业" : "不营业")。")
        )
        return .done
    }
}

extension Invocation {
    /// A small table of a file, which is taken whole or not at all; nil where the file has no line. Says its encoding where that is not UTF-8.
    func wholeTable(_ path: String, _ judge: ([String]) -> (known: Int, isWhole: Bool)) throws -> WholeTable? {
        do {
            let table = try WholeTable(path: path, try encodingChoice(else: .recognised), header: judge)
            tellEncoding(table?.encoding, of: path)
            return table
        } catch let refusal as TableRefusal {
            throw UsageError.badFile(path: path, refusal)
        } catch let error as TextFileError {
            throw UsageError.cannotRead(file: path, error)
        }
    }
}

/// `codes load|list`: business types and reasons.
enum CodesCommand {
    static func load(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.arguments.operand(0) else { throw UsageError.missingOperand("FILE") }
        let (ledger, person) = try invocation.openSignedIn()
        guard let table = try invocation.wholeTable(path, CodeTable.judge) else { throw UsageError.badCodes(.noColumn("axis")) }
        let codes: CodeTable
        do throws(CodeFault) {
            codes = try CodeTable(header: table.header, rows: table.rows)
        } catch {
            throw UsageError.badCodes(error)
        }
        try ledger.change(codes, by: person.actor)
        let counts = Code.Axis.allCases.map { axis in
            let count = ledger.rules.codes.codes(on: axis).count
            return Phrase(en: "\(axis.label.english) \(count)", zh: "\(axis.label.chinese) \(count) 项")
        }
        let listed = Phrase.listed(counts)
        invocation.console.say(Phrase(en: "Codes offered now: \(listed.english).", zh: "现可选用：\(listed.chinese)。"))
        return .done
    }

    static func list(_ invocation: Invocation) throws -> ExitStatus {
        let ledger = try invocation.openSignedIn().ledger
        for code in ledger.rules.codes.codes {
            let row = CodeTable.row(code)
            if invocation.arguments.has("json") {
                var object = Dictionary(uniqueKeysWithValues: zip(CodeTable.columns, row.map { JSONValue.text($0) }))
                object["offered"] = .truth(code.isOffered)
                invocation.printJSON(.object(object))
            } else {
                if code == ledger.rules.codes.codes.first { invocation.console.output.line(CodeTable.columns.joined(separator: ",")) }
                invocation.console.output.line(row.map { CSVField.text($0) }.joined(separator: ","))
            }
        }
        return .done
    }
}

/// `scripts load|list|show`: model answers.
enum ScriptsCommand {
    static func load(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.arguments.operand(0) else { throw UsageError.missingOperand("FILE") }
        let (ledger, person) = try invocation.openSignedIn()
        guard let table = try invocation.wholeTable(path, ScriptTable.judge) else {
            throw UsageError.badScriptTable(ScriptFault(.noColumn("key")))
        }
        let scripts: ScriptTable
        do throws(ScriptFault) {
            scripts = try ScriptTable(header: table.header, rows: table.rows, codes: ledger.rules.codes)
        } catch {
            throw UsageError.badScriptTable(error)
        }
        try ledger.change(scripts, by: person.actor)
        let count = try ledger.scripts().offered.count
        invocation.console.say(Phrase(en: "Scripts offered now: \(count).", zh: "现可选用的话术：\(count) 条。"))
        return .done
    }

    static func list(_ invocation: Invocation) throws -> ExitStatus {
        let ledger = try invocation.openSignedIn().ledger
        if !invocation.arguments.has("json") { invocation.console.output.line(ScriptTable.columns.joined(separator: ",")) }
        for script in try ledger.scripts().scripts {
            let row = ScriptTable.row(script)
            if invocation.arguments.has("json") {
                var object = Dictionary(uniqueKeysWithValues: zip(ScriptTable.columns, row.map { JSONValue.text($0) }))
                object["offered"] = .truth(script.isOffered)
                invocation.printJSON(.object(object))
            } else {
                invocation.console.output.line(row.map { CSVField.text($0) }.joined(separator: ","))
            }
        }
        return .done
    }

    /// Prints one with its blanks filled, as it is put into a text field.
    static func show(_ invocation: Invocation) throws -> ExitStatus {
        guard let key = invocation.arguments.operand(0) else { throw UsageError.missingOperand("KEY") }
        let (ledger, person) = try invocation.openSignedIn()
        let scripts = try ledger.scripts()
        guard let script = scripts.script(key, in: invocation.language) else {
            throw UsageError.noSuchScript(key, known: Set(scripts.scripts.map(\.key)).sorted())
        }
        let now = ledger.now
        let matter =
            try invocation.arguments.operand(1).map { ScriptMatter(try ledger.open($0, by: person.actor).state, at: now) } ?? ScriptMatter()
        invocation.console.output.line(script.filled(for: matter, under: ledger.rules))
        return .done
    }
}

/// `settings get|set`: what the branch has set.
enum SettingsCommand {
    static func get(_ invocation: Invocation) throws -> ExitStatus {
        let (ledger, _) = try invocation.openSignedIn()
        let (rules, now, wanted) = (ledger.rules, ledger.now, invocation.arguments.operand(0))
        let shown = try wanted.map { [try find($0)] } ?? Setting.all
        if invocation.arguments.has("json") {
            let texts = shown.map { ($0.name, JSONValue.text($0.text(under: rules, at: now, in: invocation.language))) }
            var object = Dictionary(uniqueKeysWithValues: texts)
            // No setting is called so.
            object["coming"] = .list(
                shown.flatMap { setting in
                    setting.coming(under: rules, at: now).map { change in
                        ["name": .text(setting.name), "from": .text(change.from.iso), "value": .text(change.text)]
                    }
                }
            )
            invocation.printJSON(.object(object))
            return .done
        }
        for setting in shown {
            let changes = setting.coming(under: rules, at: now).map { "\($0.from.iso): \($0.text)" }
            let coming = changes.isEmpty ? "" : "  (\(changes.joined(separator: "; ")))"
            invocation.console.output.line(
                (wanted == nil ? "\(setting.name) = " : "") + setting.text(under: rules, at: now, in: invocation.language) + coming
            )
        }
        return .done
    }

    static func set(_ invocation: Invocation) throws -> ExitStatus {
        guard let name = invocation.arguments.operand(0) else { throw UsageError.missingOperand("NAME") }
        guard let text = invocation.arguments.operand(1) else { throw UsageError.missingOperand("VALUE") }
        let (ledger, person) = try invocation.openSignedIn()
        let setting = try find(name)
        let from = invocation.arguments.value("from")
        let effective = try invocation.arguments.day("from")
        if from != nil, !setting.isDated { throw UsageError.onlyForRules(name) }
        let first = ledger.rules.earliestChange(at: ledger.now)
        try ledger.change(name, to: text, from: effective, reference: invocation.arguments.value("reference") ?? "", by: person.actor)
        let (rules, now) = (ledger.rules, ledger.now)
        // As it is kept, whatever it was written like.
        let day = setting.isDated ? effective ?? first : nil
        let coming = setting.coming(under: rules, at: now).first { $0.from == day }?.text
        let kept = coming ?? setting.text(under: rules, at: now, in: invocation.language)
        invocation.console.say(setting.told(set: kept, from: day, under: rules, at: now))
        return .done
    }

    private static func find(_ name: String) throws(UsageError) -> Setting {
        guard let setting = Setting.named(Written.plain(name).lowercased()) else {
            throw .noSuchSetting(name, known: Setting.all.map { .init(code: $0.name, label: $0.label) })
        }
        return setting
    }
}
