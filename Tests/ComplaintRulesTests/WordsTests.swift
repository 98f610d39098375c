import Testing

@testable import ComplaintRules

/// Whether `text` holds a Chinese character.
private func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

@Suite("Words in both languages")
struct WordsTests {
    /// What is wrong with a phrase of which no part comes from outside.
    private func faults(_ name: String, _ phrase: Phrase) -> [String] {
        var found: [String] = []
        if phrase.english.isBlank || phrase.english != phrase.english.trimmed {
            found.append("\(name): English is blank or has loose ends")
        }
        if isChinese(phrase.english) { found.append("\(name): Chinese in the English text") }
        if !isChinese(phrase.chinese) { found.append("\(name): no Chinese in the Chinese text") }
        if phrase.chinese.unicodeScalars.contains(where: { (65...90).contains($0.value) || (97...122).contains($0.value) }) {
            found.append("\(name): English in the Chinese text")
        }
        return found
    }

    @Test("every name has a word in English and one in Chinese")
    func labels() {
        var found: [String] = []
        for value in [Role.counter, .complaintManager, .branchManager, .auditor] { found += faults(value.rawValue, value.label) }
        for value in [Stage.logged, .handedOver, .inHand, .withHeadOffice, .toSign, .closed, .withdrawn, .notAccepted, .merged] {
            found += faults(value.rawValue, value.label)
        }
        for value in [Channel.oral, .letter, .phone, .commentBook, .hotline, .referred, .other] {
            found += faults(value.rawValue, value.label) + faults(value.rawValue, value.shortLabel)
            if value.shortLabel.english.count > 7 || !(2...3).contains(value.shortLabel.chinese.count) {
                found.append("\(value): too wide for its column")
            }
        }
        for value in [CaseKind.complaint, .suggestion, .enquiry, .requestForHelp, .venting] { found += faults(value.rawValue, value.label) }
        for value in [CaseClass.valid, .unfounded, .special] { found += faults(value.rawValue, value.label) }
        for value in [Fault.bank, .partly, .none] { found += faults(value.rawValue, value.label) }
        for value in ContactWay.allCases { found += faults(value.rawValue, value.label) }
        for value in SenderKind.allCases { found += faults(value.rawValue, value.label) }
        for value in Relief.allCases { found += faults(value.rawValue, value.label) }
        for value in Mediation.Step.allCases { found += faults(value.rawValue, value.label) }
        for value in ClockName.allCases { found += faults(value.rawValue, value.label) }
        for value in Clock.State.allCases { found += faults(value.rawValue, value.label) }
        for value in ActKind.allCases { found += faults(value.rawValue, value.label) }
        for value in DeskAct.allCases { found += faults(value.rawValue, value.label) }
        for value in Escalation.Kind.allCases { found += faults(value.rawValue, value.label) }
        for value in SatisfactionLevel.allCases { found += faults(value.rawValue, value.label) }
        for value in [Linked.Tie.mergedInto, .absorbed, .refusedAnswer, .repeated, .reviewed] {
            found += faults(value.rawValue, value.label)
        }
        for value in Declined.Question.allCases { found += faults(value.rawValue, value.label) }
        for value in MonthlyFigures.Status.allCases where value != .outside { found += faults(value.rawValue, value.label) }
        #expect(found == [])
        let counts: [Int] = [
            Role.allCases.count, Stage.allCases.count, Channel.allCases.count, CaseKind.allCases.count, CaseClass.allCases.count,
            Fault.allCases.count, ContactWay.allCases.count, ClockName.allCases.count, Clock.State.allCases.count, ActKind.allCases.count,
            DeskAct.allCases.count, AmendableField.allCases.count, Language.allCases.count, Escalation.Kind.allCases.count,
            SatisfactionLevel.allCases.count,
        ]
        #expect(counts == [4, 9, 7, 5, 3, 3, 10, 13, 5, 47, 26, 22, 2, 11, 5], "a name was added: see that it has its words")
    }

    @Test("the words are those of the field")
    func fieldWords() {
        #expect(Role.complaintManager.label == Phrase(en: "complaint manager", zh: "投诉管理人"))
        #expect(Role.branchManager.label == Phrase(en: "branch manager", zh: "网点负责人"))
        #expect(Role.auditor.label == Phrase(en: "auditor", zh: "审计"))
        #expect(Channel.oral.label.chinese == "现场口头")
        #expect(Channel.letter.label.chinese == "信函")
        #expect(Channel.phone.label.chinese == "电话")
        #expect(CaseClass.valid.label.chinese == "有效")
        #expect(CaseClass.unfounded.label.chinese == "不成立")
        #expect(CaseClass.special.label.chinese == "特殊")
        #expect(FieldLabel.of("rectification").chinese == "整改")
    }

    @Test("no two stages, acts or channels go by one word")
    func distinct() {
        #expect(Set(Stage.allCases.map(\.label)).count == 9)
        #expect(Set(ActKind.allCases.map(\.label)).count == acts.count)
        #expect(Set(Channel.allCases.map(\.label)).count == 7)
        #expect(Set(Channel.allCases.map(\.shortLabel)).count == 7)
        for language in Language.allCases {
            #expect(Set(Stage.allCases.map { language($0.label) }).count == 9)
            #expect(Set(ActKind.allCases.map { language($0.label) }).count == acts.count)
            #expect(Set(Channel.allCases.map { language($0.shortLabel) }).count == 7)
        }
    }

    @Test("every event has a heading on the time line")
    func events() throws {
        #expect(caseEvents.flatMap { faults($0.wireName, $0.heading) } == [])
        #expect(Set(caseEvents.map { $0.heading }).count == caseEvents.count)
    }

    @Test("every field of a form has a label; an unknown one keeps its name")
    func fields() {
        let names =
            Intake.fields.map(\.name) + ActKind.allCases.flatMap { $0.fields.map(\.name) }
            + ["name", "passcode", "at-once", "month"].map { FieldName($0) }
        #expect(names.filter { $0.label == Phrase(verbatim: $0.text) }.map(\.text) == [])
        #expect(names.flatMap { faults($0.text, $0.label) } == [])
        #expect(FieldLabel.of("colour") == Phrase(en: "colour", zh: "colour"))
    }

    @Test("a form shows no two fields of one act under one label")
    func distinctFields() {
        for kind in ActKind.allCases {
            let labels = kind.fields.map(\.label)
            #expect(Set(labels.map(\.english)).count == labels.count, "\(kind)")
            #expect(Set(labels.map(\.chinese)).count == labels.count, "\(kind)")
        }
        for channel in Channel.allCases {
            let labels = Intake.fields.filter { $0.isOf(channel) }.map { $0.label(channel) }
            #expect(Set(labels.map(\.english)).count == labels.count, "\(channel)")
            #expect(Set(labels.map(\.chinese)).count == labels.count, "\(channel)")
        }
    }

    @Test("white space at the ends falls away, of every script's kind")
    func trimming() {
        #expect(" \t\n王芳　".trimmed == "王芳")
        #expect("　\u{A0} ".isBlank)
        // A mark upon nothing, a place for an object, a sign of some font's own, one that no script has.
        for sign in ["\u{301}", "\u{FFFC}", "\u{FFFD}", "\u{E000}", "\u{F8FF}", "\u{10FFFD}", "\u{20DD}", "\u{378}", " \u{301}\u{FFFC} "] {
            #expect(sign.isBlank, "\(sign.unicodeScalars.map { String($0.value, radix: 16) })")
        }
        for text in ["e\u{301}", "?", "…", "é", "☺", "①", "a\u{FFFC}"] { #expect(!text.isBlank, "\(text)") }
        #expect("".isBlank && "".trimmed.isEmpty)
        #expect(!" x ".isBlank)
        #expect("a b".trimmed == "a b")
    }
}
