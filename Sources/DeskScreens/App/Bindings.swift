import ComplaintRules
import Ledger
import TerminalKit

/// What keys do on the desk: one record with its handler, for dispatch, footer, help and palette. (A bare `Binding` is TerminalKit's.)
typealias Binding = TerminalKit.Binding<Handler>

/// Does something on the desk, by the key that was pressed for it.
typealias Handler = (DeskApp, Key) throws -> Void

/// Why something cannot be done: a refusal of the rules, or a sentence of the screen. It is put into words only where it is shown.
protocol Reason {
    var sentence: Phrase { get }
}

extension Refusal: Reason {}

extension Phrase: Reason {
    var sentence: Phrase { self }
}

/// A key press as a handler of a screen gets it.
struct Press {
    let key: Key
    /// Where the screen is drawn.
    let area: Rect
    let session: DeskSession
}

/// Makes the bindings of a screen, in the language of the session.
struct Binder<Owner: Screen> {
    let session: DeskSession

    /// A binding that the screen itself answers.
    func callAsFunction(
        _ keys: [Key],
        _ label: Phrase,
        short: Phrase? = nil,
        inFooter: Bool = true,
        isPinned: Bool = false,
        leadsToTyping: Bool = false,
        whyNot: (any Reason)? = nil,
        do body: @escaping (inout Owner, Press) throws -> Step
    ) -> Binding {
        let language = session.language
        return Binding(
            keys,
            label: language(label),
            shortLabel: short.map { language($0) },
            inFooter: inFooter,
            isPinned: isPinned,
            leadsToTyping: leadsToTyping,
            whyNot: whyNot.map { reason in { language(reason.sentence) } },
            action: { app, key in try app.run(body, by: key) }
        )
    }

    /// A binding for a form or a passcode, behind which one types.
    func form(
        _ key: Character,
        _ label: Phrase,
        short: Phrase? = nil,
        inFooter: Bool = true,
        whyNot: (any Reason)? = nil,
        do body: @escaping (inout Owner, Press) throws -> Step
    ) -> Binding {
        self([.character(key)], label, short: short, inFooter: inFooter, leadsToTyping: true, whyNot: whyNot, do: body)
    }

    /// A binding that stands in footer and help for keys which the screen takes as they come.
    func passing(_ keys: [Key], _ label: Phrase, short: Phrase? = nil, whyNot: (any Reason)? = nil) -> Binding {
        self(keys, label, short: short, whyNot: whyNot) { screen, press in
            // Out of the palette it is the first of them.
            let key = keys.contains(press.key) ? press.key : keys[0]
            return try screen.handle(key, in: press.area, press.session) ?? .stay
        }
    }
}

extension Screen {
    /// Makes bindings that this screen answers.
    func binder(_ session: DeskSession) -> Binder<Self> { Binder(session: session) }
}

extension DeskApp {
    /// The main screens with their keys, in the order of the footer.
    static var mainScreens: [(key: Character, screen: any MainScreen.Type)] {
        [
            ("1", DeskScreen.self), ("2", RegistersScreen.self), ("3", BookScreen.self), ("4", SignOffScreen.self),
            ("5", HeadOfficeScreen.self), ("6", FiguresScreen.self), ("7", PaperScreen.self), ("8", RectificationScreen.self),
            ("9", SettingsScreen.self), ("0", MeScreen.self), ("A", AuditScreen.self),
        ]
    }

    /// What the signs in lists mean, as lines of help: nothing is done by them.
    private var signs: [Binding] {
        [Phrase.signOverdue, .signDueSoon(glyphs.dot), .signHandedOver(glyphs.arrowRight)].map { sign in
            Binding([], label: language(sign)) { _, _ in }
        }
    }

    /// What works on every screen once somebody has signed in. Plain keys are commands outside text fields only.
    func bindingsEverywhere(_ session: DeskSession) -> [Binding] {
        func on(
            _ keys: [Key],
            _ label: Phrase,
            short: Phrase? = nil,
            isPinned: Bool = false,
            leadsToTyping: Bool = false,
            whyNot: (any Reason)? = nil,
            do body: @escaping Handler
        ) -> Binding {
            Binding(
                keys,
                label: language(label),
                shortLabel: short.map { language($0) },
                // What has a short word is meant for the footer.
                inFooter: short != nil,
                isPinned: isPinned,
                leadsToTyping: leadsToTyping,
                whyNot: whyNot.map { [language] reason in { language(reason.sentence) } },
                action: body
            )
        }
        // What a clerk does most stays in sight there.
        let isOnDesk = stack.last is DeskScreen
        let mayNotLog = session.actor.flatMap { actor in refusal { () throws(Refusal) in try permitLogging(by: actor) } }
        let first = [
            on([.character("n"), .alt("n")], .newComplaint, short: .newShort, isPinned: isOnDesk, leadsToTyping: true, whyNot: mayNotLog) {
                app,
                _ in
                try app.newComplaint(for: [:])
            },
            on([.character("N")], .anotherMatter, leadsToTyping: true, whyNot: mayNotLog) { app, _ in
                try app.newComplaint(for: app.customerAtHand)
            },
            on([.character("/"), .alt("/")], .search, short: .searchShort) { app, _ in try app.show(RegistersScreen(searching: true)) },
        ]
        let screens = DeskApp.mainScreens.map { key, screen in
            // Where one is needs no key in the footer.
            let isHere = stack.last.map { type(of: $0) == screen } ?? false
            return on([.character(key)], screen.title, short: isHere ? nil : screen.shortTitle) { app, _ in try app.show(screen) }
        }
        return first + screens + [
            on([.character("?"), .function(1)], .help, short: .helpShort, isPinned: true) { app, _ in
                var help = Palette(title: app.language(.helpTitle), rows: app.bindings + app.signs)
                help.nothingMatches = app.language(.nothingInHelp)
                app.open(help)
            },
            on([.function(6)], Setting.label(of: "contact-cards")) { app, key in app.showContactCards(by: key) },
            on([.character(":"), .control("p")], .palette, short: .paletteShort, isPinned: true) { app, _ in
                var palette = Palette(title: app.language(.paletteTitle), rows: app.everything)
                palette.looksUp = true
                app.open(palette)
            },
            on([.function(12), .control("l")], .lock, short: .lockShort, isPinned: true) { app, _ in app.lock(saying: "") },
            on([.function(9)], .switchLanguage) { app, _ in app.switchLanguage() },
            on([.function(8)], .nextTheme) { app, _ in app.showNextTheme() },
            on([.function(10)], .mouse) { app, _ in app.toggleMouse() },
            on([.character("v")], .reveal) { app, _ in app.session?.isRevealed.toggle() },
        ] + (stack.count > 1 ? [on([.escape], .back) { app, _ in try app.leaveScreen() }] : [])
            + [on([.control("q")], .quit) { app, key in app.askWhetherToLeave(by: key) }]
            + [
                on(
                    [.character("u")],
                    .undo,
                    short: session.justDone.map { .undo(of: $0.number) },
                    isPinned: true,
                    whyNot: session.justDone == nil ? Phrase.nothingToUndo : nil
                ) { app, key in try app.takeBack(by: key) },
                on(
                    [.function(5)],
                    tour == nil ? .startTour : .skipStation,
                    whyNot: session.settings.isPractice ? nil : Phrase.tourOnPractice
                ) { app, _ in app.goOnWithTour() },
            ]
            + (tour == nil ? [] : [on([.function(4)], .leaveTour) { app, _ in app.leaveTour() }])
    }

    /// What has no key of its own and is found in the list of everything: each page of the settings, each paper, one's drafts, what is one's
    /// own, and each member of staff with their cases.
    func bindingsInPalette(_ session: DeskSession) -> [Binding] {
        func row(_ label: String, do body: @escaping (DeskApp) throws -> Void) -> Binding {
            Binding([], label: label, action: { app, _ in try body(app) })
        }
        let pages = SettingsPage.all.enumerated().map { index, page in
            row(language.labelled(.settingsTitle, language(page.label))) { app in try app.show(SettingsScreen(page: index)) }
        }
        // What can be done on each page, where it is done to no row of it, with its form over the page.
        let shown = (stack.last as? SettingsScreen)?.chosenPage
        let things = SettingsPage.all.enumerated().flatMap { index, page in
            index == shown
                ? []
                : page.things(nil, session).filter { !$0.keys.contains(.enter) && $0.whyNot?.sentence != .nothingHere }.map { thing in
                    Binding(
                        [],
                        label: language.labelled(.settingsTitle, language(thing.label)),
                        leadsToTyping: true,
                        whyNot: thing.whyNot.map { [language] reason in { language(reason.sentence) } },
                        action: { app, key in
                            try app.show(SettingsScreen(page: index))
                            guard let session = app.session else { return }
                            try app.take(try thing.open(session, by: key), by: key)
                        }
                    )
                }
        }
        let papers = PaperScreen.ofDesk.map { kind in
            row(language.labelled(.papersTitle, language(kind.label))) { app in try app.show(PaperScreen(first: kind.name)) }
        }
        let drafts = row(language(.showDrafts)) { app in
            try app.show(DeskScreen.self)
            guard let session = app.session, var desk = app.stack.last as? DeskScreen else { return }
            try desk.showDrafts(in: app.area, session)
            app.stack[app.stack.count - 1] = desk
        }
        let staff = session.members.map { member in
            row(language(.casesOf("\(member.number) \(member.name)"))) { app in
                var filter = RegisterFilter()
                filter.member = member.number
                app.session?.registers.given = filter
                try app.show(RegistersScreen())
            }
        }
        let ownCases = OwnCase.acts.map { act in
            let roles = session.acting?.roles ?? []
            return Binding(
                [],
                label: language(.aboutMe(act)),
                leadsToTyping: true,
                whyNot: act.rule.roles.isDisjoint(with: roles)
                    ? { [language] in language(Refusal.roleMayNot(act, act.rule.roles).sentence) } : nil,
                action: { app, key in
                    guard let session = app.session else { return }
                    try app.take(try session.opening(OwnCase.form(act, session)), by: key)
                }
            )
        }
        return pages + things + papers + [drafts] + ownCases + ownChoices(session) + staff
    }

    /// Words that people type who call a thing otherwise than it is called here, by what it is called in either language.
    private static let otherWords: [String: String] = {
        let words: [(Phrase, String)] = [
            (.search, "find look for 搜索 查找 查询"), (.papersOfCase, "slip receipt print 回执 打印 处理单"),
            (.figuresTitle, "statistics report 报表 数据"), (.theme, "colour color 颜色 外观"), (.nextTheme, "colour color 颜色 外观"),
            (SettingsPage.staff.label, "add user employee 员工 新增 添加 增加"),
            (.pageBranch, "opening hours hotline 营业时间 热线"), (SettingsPage.clocks.label, "limits deadlines 时限 期限"),
            (.lock, "log out sign out switch user 退出登录 注销 换人"), (.changePasscode, "password 口令 改密码"),
            (.papersTitle, "print 打印 报告 report"), (.pageCalendar, "holidays 节假日 假期 工作日"), (.pageTiers, "limits amounts 限额 金额"),
            (.pageCodes, "business reasons 业务 原因"), (.quit, "exit 退出"), (.declareWrong, "computer time ahead 时间 电脑"),
            (.correctBook, "missed past day 漏查 改正"), (ActKind.handOver.label, "transfer forward 转办 转交"),
            (ActKind.sign.label, "approve close 结案 审批"), (ActKind.askEscalation.label, "head office 上报总行"),
            (ActKind.reply.label, "answer 答复"), (ActKind.notAccept.label, "reject 不予受理"),
        ]
        return Dictionary(words.flatMap { [($0.english, $1), ($0.chinese, $1)] }, uniquingKeysWith: { first, _ in first })
    }()

    /// The settings by the page on which they stand, with the names that messages give them.
    private static let settingsOnPages: [String: String] = {
        var names: [String: String] = [:]
        for setting in Setting.all {
            let page: SettingsPage =
                switch setting.kind {
                case .text, .minutes, .years, .days, .hours, .language, .flag, .size, .points: .branch
                case .staff: .standIns
                case .tier: .tiers
                case .clock: .clocks
                }
            for label in [page.label.english, page.label.chinese] {
                names[label, default: ""] += " \(setting.title.english) \(setting.title.chinese)"
            }
        }
        return names
    }()

    /// What acts, screens and pages are called in the other language: in Chinese an act is found by its English name too, and the other way round.
    private static let otherNames: [String: String] = {
        let names = ActKind.allCases.map(\.label) + mainScreens.map { $0.screen.title } + SettingsPage.all.map(\.label)
        return Dictionary(
            names.flatMap { [($0.english, $0.chinese), ($0.chinese, $0.english)] },
            uniquingKeysWith: { first, _ in first }
        )
    }()

    /// The other words for what stands in a list, or, where that says where it is and what, for either: "Settings: Calendar".
    func otherWords(for label: String) -> String {
        let place = label.place(of: language.colon)
        let parts = place.map { [String(label[..<$0]), String(label[$0...].dropFirst(language.colon.count))] } ?? [label]
        return parts.flatMap { [DeskApp.otherNames[$0], DeskApp.otherWords[$0], DeskApp.settingsOnPages[$0]] }.compactMap { $0 }.joined(
            separator: " "
        )
    }

    /// One's own passcode, languages and themes, each a row.
    private func ownChoices(_ session: DeskSession) -> [Binding] {
        func choice(_ label: Phrase, _ value: String, _ said: Phrase, _ change: @escaping (inout Preferences) -> Void) -> Binding {
            Binding([], label: language.labelled(label, value)) { app, key in
                guard var wanted = app.session?.preferences else { return }
                change(&wanted)
                try app.prefer(wanted, said, by: key)
            }
        }
        let passcode = Binding([], label: language.labelled(.meTitle, language(.changePasscode)), leadsToTyping: true) { app, key in
            guard let session = app.session else { return }
            try app.take(.open(MeScreen.passcodeForm(session)), by: key)
        }
        let languages = Language.allCases.map { other in
            choice(.languageField, language(.languageName(other)), .languageKept(other)) { $0.language = other }
        }
        let themes = session.themes.names.map { name in
            choice(.theme, language(.themeNamed(name)), .themeKept(name)) { $0.theme = name }
        }
        return [passcode] + languages + themes
    }

    /// What keys do in the list of everything and in help, for the footer.
    func bindingsInList(_ palette: Palette<Handler>) -> [Binding] {
        func item(_ keys: [Key], _ label: String) -> Binding { Binding(keys, label: label, action: { _, _ in }) }
        return [
            item([.enter], palette.choice ?? language(.run)), item([.down, .up], language(.choose)), item([.escape], language(.close)),
        ]
    }

    /// The cases that answer what is typed into the list of everything: the one of that number, and those found by customer, contact or words.
    func casesFound(by text: String, _ session: DeskSession) throws -> (exact: Binding?, others: [Binding]) {
        guard text.trimmed.count >= 2 else { return (nil, []) }
        var query = session.query(.received)
        let numbered = try session.number(written: text).flatMap { try session.ledger.row(of: $0, in: query) }
        query.search = text
        query.textLimit = DeskApp.searchedText
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        let rules = session.ledger.rules
        guard let sought = SoughtWords(text, naming: rules.codes.codes, in: rules.areaCode) else { return (nil, []) }
        let numbers = Likeness.Identity(name: "", contact: text, in: rules.areaCode).contacts.filter { $0.count >= 7 }
        let found = try session.ledger.rows(query, limit: DeskApp.casesInPalette).filter { $0.id != numbered?.id }
        func whole(_ row: RegisterRow) -> String {
            let who = language(row.who)
            let line = CaseColumns.line(of: FoundPassage(nil, row.text, sought), in: 40, session.look)
            return "\(row.number)  \(who)\(language.colon)\(line)"
        }
        /// What is found of a case, so that one sees why: the line of the customer's words that has what was typed, or that it is the contact;
        /// nil where it is found in neither.
        func label(of row: RegisterRow) -> String? {
            let label = whole(row)
            if words.contains(where: { label.lowercased().holds($0) }) || !sought.parts(in: label).isEmpty { return label }
            let contacts = Written.plain(row.contact + " " + row.callBackNumber).lowercased().filter { !$0.isWhitespace && $0 != "-" }
            let typed = Written.plain(text).lowercased().filter { !$0.isWhitespace && $0 != "-" }
            // The same number may have been typed with the code of its country or its area.
            let isSame = contacts.holds(typed) || numbers.contains { contacts.holds($0) }
            return !isSame ? nil : label + language.bracketed(language(FieldLabel.of("contact")))
        }
        func binding(_ row: RegisterRow, _ label: String) -> Binding {
            Binding(
                [],
                label: label,
                leadsToTyping: false,
                action: { app, key in
                    guard let session = app.session else { return }
                    try app.take(.open(try CaseScreen(row.number, session)), by: key)
                }
            )
        }
        let exact = numbered.map { binding($0, whole($0)) }
        let others = found.compactMap { row in label(of: row).map { binding(row, $0) } }
        if exact == nil, others.isEmpty, try isWithColleagues(text, session) {
            // What is told of it stands in the registers.
            let search = Binding([], label: language(.searchRegisters(text.trimmed)), leadsToTyping: true) { app, _ in
                try app.show(RegistersScreen(searching: text.trimmed))
            }
            return (nil, [search])
        }
        return (exact, others)
    }

    /// Whether somebody who reads their own cases alone finds one of a colleague's by what they typed (1-domain, Coming back).
    private func isWithColleagues(_ text: String, _ session: DeskSession) throws -> Bool {
        guard let actor = session.acting, !actor.isManager, !actor.roles.contains(.auditor) else { return false }
        return try !session.ledger.colleaguesCases(text, toldTo: actor, limit: 1).isEmpty
    }

    /// So many cases are found at most: more are for the registers.
    private static let casesInPalette = 6
    /// So many characters of the customer's words are looked through for the line that answers.
    private static let searchedText = 2000

    /// What works before anybody has signed in, where all other keys are typed into the form.
    var bindingsAtGate: [Binding] {
        func on(_ keys: [Key], _ label: Phrase, inFooter: Bool = true, do body: @escaping Handler) -> Binding {
            Binding(keys, label: language(label), inFooter: inFooter, action: body)
        }
        func passing(_ key: Key, _ label: Phrase) -> Binding { on([key], label) { app, _ in try app.typeAtGate(key) } }
        return [
            firstRun == nil ? passing(.enter, signIn.changing == nil ? .signInTitle : .keepPasscode) : passing(.control("s"), .makeDesk),
            passing(.tab, .nextField),
        ] + (session?.peopleAtSignIn.isEmpty ?? true || signIn.changing != nil ? [] : [passing(.down, .choosePerson)]) + [
            on([.function(9)], .switchLanguage) { app, _ in app.switchLanguage() },
            on([.function(8)], .nextTheme, inFooter: false) { app, _ in app.showNextTheme() },
            on([.control("q"), .control("c")], .leave) { app, key in
                // Behind the lock somebody's forms are open; before anybody came there is nothing to lose.
                if app.lockedFor == nil { app.isFinished = true } else { app.askWhetherToLeave(by: key) }
            },
        ]
    }
}

/// The refusal with which the rules answer; nil where they allow it.
func refusal(_ body: () throws(Refusal) -> Void) -> Refusal? {
    do throws(Refusal) {
        try body()
        return nil
    } catch {
        return error
    }
}
