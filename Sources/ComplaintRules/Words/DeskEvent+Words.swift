extension DeskEvent {
    /// What changed by an event of the desk, in a few words: whom it is about, and what holds from when on. Nil where its name says all, and where
    /// more would name a case, which not everybody may know of.
    public func gist(_ words: CaseWords) -> String? {
        let language = words.times.language
        func from(_ day: Day) -> String { language(Phrase(en: "from \(words.times.longDay(day))", zh: "\(words.times.longDay(day))起")) }
        func listed(_ parts: String?...) -> String { parts.compactMap { $0 }.joined(separator: language.comma) }
        func changed(_ before: String, _ now: String) -> String {
            "\(now)\(language.bracketed(language(Phrase(en: "was \(before)", zh: "原为\(before)"))))"
        }
        switch self {
        case .staffAdded(let added): return listed("\(added.number) \(added.name)", language(added.role.label))
        case .staffChanged(let change):
            let name = change.formerName.map { changed($0, change.name) } ?? change.name
            let role = language(change.role.label)
            return listed(
                "\(change.number) \(name)",
                change.formerRole.map { changed(language($0.label), role) } ?? role,
                change.isRetired ? language(Phrase(en: "has left", zh: "已调离")) : nil
            )
        case .keyChanged(let change): return words.person(change.number)
        case .lockOutLifted(let lifted): return words.person(lifted.number)
        case .signInRefused(let refused): return words.person(refused.number)
        case .standInNamed(let standIn), .standInEnded(let standIn):
            return listed(
                language(
                    Phrase(
                        en: "\(words.person(standIn.standIn)) for \(words.person(standIn.absent))",
                        zh: "\(words.person(standIn.standIn)) 代 \(words.person(standIn.absent))"
                    )
                ),
                "\(words.times.longDay(standIn.from)) - \(words.times.longDay(standIn.to))"
            )
        case .hoursSet(let rule):
            let weekday = Weekday(rawValue: rule.weekday).map { language(TimeWords.weekday($0)) }
            return listed(
                [weekday, rule.hours.isClosed ? language(Term.closedDay) : rule.hours.text].compactMap { $0 }.joined(separator: " "),
                from(rule.effective)
            )
        case .clockRuleSet(let rule): return listed("\(language(rule.name.label)) \(language(rule.limit.words))", from(rule.effective))
        case .tierSet(let rule): return listed("\(language(rule.role.label)) \(words.text(.amount(rule.amount)))", from(rule.effective))
        case .sizeSet(let rule):
            return listed("\(language(Setting.label(of: rule.size.rawValue))) \(Amount.grouped(String(rule.count)))", from(rule.effective))
        case .pointsSet(let rule):
            let weights = rule.weights.isEmpty ? language(Term.none) : rule.weights
            return listed("\(language(Setting.label(of: "points"))) \(weights)", from(rule.effective))
        case .openingCorrected(let exception):
            return listed(words.times.longDay(exception.day), language(exception.isOpen ? Term.openDay : Term.closedDay), exception.reason)
        case .bookCorrected(let correction):
            return listed(
                words.times.longDay(correction.day),
                changed(language(correction.stood.label), language(correction.status.label)),
                correction.reason
            )
        case .clockDeclaredWrong(let wrong): return listed("\(wrong.from)-\(wrong.to)", wrong.reason)
        case .reportIssued(let report):
            return language(Phrase(en: "\(report.month), issue \(report.issue)", zh: "\(report.month)，第 \(report.issue) 次"))
        case .founded, .recoveryKeySet, .settingsChanged, .calendarLoaded, .codesChanged, .scriptsChanged, .lossDeclared, .restored,
            .exported,
            .paperSignedOut, .paperReturned, .erased:
            return nil
        }
    }
}
