import DeskTestSupport
import Testing

@testable import ComplaintRules

@Suite("The list of acts")
struct ActListTests {
    private func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

    @Test("every act has a name unlike all others, of small letters and hyphens, and a label in both languages")
    func names() {
        #expect(Set(acts.map { $0.name }).count == acts.count)
        for act in acts {
            #expect(!act.name.isEmpty && act.name.allSatisfy { $0 == "-" || ($0.isASCII && $0.isLowercase) }, "\(act.name)")
            #expect(!act.label.english.isBlank && !isChinese(act.label.english), "\(act.name)")
            #expect(isChinese(act.label.chinese), "\(act.name)")
            #expect(ActKind(rawValue: act.name) == ActKind(act))
            #expect(act.blank.kind == ActKind(act))
            #expect(act.blank.isSame(as: act.blank))
        }
        #expect(ActKind(rawValue: "") == nil && ActKind(rawValue: "log") == nil && ActKind(rawValue: "Sign") == nil)
    }

    @Test("every act makes an event of a kind that no other act makes, and that goes by its name")
    func events() {
        for act in acts {
            #expect(act.events.count == 1, "\(act.name)")
            for event in act.events { #expect(event.actName == act.name, "\(event.wireName)") }
        }
        #expect(Set(acts.flatMap { $0.events }.map { $0.wireName }).count == acts.count)
        #expect(Set(caseEvents.map { $0.wireName }).count == caseEvents.count)
        // And ten that no act of its own makes.
        #expect(caseEvents.count == acts.count + 10)
    }

    @Test("every field has a name unlike the others of its act, and a label in both languages")
    func fields() {
        for kind in ActKind.allCases {
            #expect(Set(kind.fields.map(\.name.text)).count == kind.fields.count, "\(kind)")
            #expect(Set(kind.fields.map(\.name.jsonKey)).count == kind.fields.count, "\(kind)")
            for field in kind.fields {
                #expect(!field.label.english.isBlank && !isChinese(field.label.english), "\(kind) \(field.name)")
                #expect(isChinese(field.label.chinese), "\(kind) \(field.name)")
                #expect(FieldName.text(ofKey: field.name.jsonKey) == field.name.text)
            }
        }
    }
}

/// What `act --describe` promises: a text of the kind that a field says is taken by it.
@Suite("What the fields of an act promise")
struct FieldPromiseTests {
    /// Texts that a field of that kind takes, whatever it is called.
    private func samples(_ kind: FieldShape.Kind) -> [String] {
        switch kind {
        case .text: ["两行\n字"]
        case .line: ["一行"]
        case .choice(let options): options.flatMap { [$0.code, $0.label.english, $0.label.chinese] }
        case .code(let axis): Desk.rules.codes.codes(on: axis).flatMap { [$0.key, $0.label.english, $0.label.chinese] }
        case .manager, .member: ["1005", "1008"]
        case .flag: ["yes", "no", "是", "否", "true", "false"]
        case .time: ["2026-12-01 10:00", "2026-12-01", "16:30", "2026-12-01T10:00:00Z"]
        case .day: ["2026-12-01", "2026-12-01 10:00", "2026-12-01T10:00:00Z"]
        case .amount: ["66.50", "1,200", "300元"]
        case .count: ["1", "7", "300"]
        case .file: ["/tmp/来信.pdf"]
        }
    }

    @Test("each field of each act takes what its kind says, and keeps it", arguments: ActKind.allCases)
    func acts(kind: ActKind) throws {
        var needed: [String: String] = [:]
        for field in kind.fields where field.isRequired { needed[field.name.text] = samples(field.kind)[0] }
        for field in kind.fields {
            let samples = samples(field.kind)
            try #require(!samples.isEmpty)
            var read: [Deed] = []
            for sample in samples {
                for key in [field.name.text, field.name.jsonKey] {
                    var values = needed
                    values[field.name.text] = nil
                    values[key] = sample
                    do throws(Refusal) {
                        read.append(try Deed(kind, values: values))
                    } catch {
                        Issue.record("\(kind) \(field.name): \(sample) is refused: \(error.sentence.english)")
                    }
                }
            }
            // What was written is not lost: without it, or with the type's own blank, it is another act.
            if !field.isRequired {
                let without = try Deed(kind, values: needed)
                #expect(read.contains { $0 != without }, "\(kind) \(field.name)")
            }
            if case .text = field.kind { #expect(read.allSatisfy { $0.act.isHolding("两行\n字", in: field.name) }, "\(kind)") }
        }
        // Not both spellings at once.
        for field in kind.fields where field.name.jsonKey != field.name.text {
            var values = needed
            values[field.name.text] = samples(field.kind)[0]
            values[field.name.jsonKey] = samples(field.kind)[0]
            #expect(throws: Refusal.givenTwice(field.name)) { try Deed(kind, values: values) }
        }
    }

    @Test("when a rectification is due is read from a day and from a time of it", arguments: ["2026-12-01", "2026-12-01 10:00"])
    func rectify(due: String) throws {
        let act = try Deed(.rectify, values: ["what": "x", "owner": "陈立", "due": due]).act as? Rectification
        #expect(act?.due == Day("2026-12-01"))
    }

    @Test("each field of a complaint takes what its kind says", arguments: Intake.fields.map(\.name.text))
    func intake(name: String) throws {
        let field = try #require(Intake.field(name))
        for sample in samples(field.shape.kind) {
            // Only what has happened can be logged, but every time can be read.
            for channel in Channel.allCases where field.isOf(channel) {
                var values = ["channel": channel.rawValue, "text": "x"]
                let referred = [Channel.referred.rawValue, Channel.referred.label.english, Channel.referred.label.chinese]
                let isReferred = name == "channel" ? referred.contains(sample) : channel == .referred
                if isReferred, name != "sender" { values["sender"] = "监管局" }
                values[name] = sample
                let read = try Intake(values: values, at: Desk.at("2026-11-20 10:00"), under: Desk.rules)
                #expect(Detail(field.name, field.value(read)).isKnown, "\(sample)")
            }
        }
    }
}

extension Act {
    /// Whether the field holds that text.
    fileprivate func isHolding(_ text: String, in name: FieldName) -> Bool {
        Self.fields.first { $0.name == name }?.value(self) == .text(text)
    }
}
