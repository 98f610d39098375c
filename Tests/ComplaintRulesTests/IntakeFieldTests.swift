import Testing

@testable import ComplaintRules

/// The one table of what is taken down: each field as text, as it is told, and put back.
@Suite("The fields of a complaint")
struct IntakeFieldTests {
    private static let now = Desk.at("2026-11-20 10:00")
    private static let afternoon = Detail.Value.moment(Desk.at("2026-11-19 16:30"))

    /// Each field, with a text and what it means.
    private static let samples: [(name: String, text: String, value: Detail.Value)] = [
        ("channel", "letter", .code("letter", Phrase(en: "letter", zh: "信函"))),
        ("came-by", "12378", .code("12378", Phrase(en: "12378 (supervisor)", zh: "12378 金融监管热线"))),
        ("received", "2026-11-19 16:30", afternoon),
        ("sender", "监管局", .text("监管局")),
        ("reference", "〔2026〕3号", .text("〔2026〕3号")),
        ("due", "2026-11-19 16:30", afternoon),
        ("page", "12", .count(12)),
        ("line", "3", .count(3)),
        ("postmark", "2026-11-17", .day(Day(ordinal: 20_774))),
        ("original-place", "3号柜12号", .text("3号柜12号")),
        ("copy-place", "3号柜13号", .text("3号柜13号")),
        ("verified", "no", .flag(false, .ifSo)),
        ("ticket", "T17", .text("T17")),
        ("customer", "刘女士", .text("刘女士")),
        ("contact", "13812340000", .contact("13812340000")),
        ("call-back-number", "0379-6543", .contact("0379-6543")),
        ("text", "排队四十分钟\n无人管", .text("排队四十分钟\n无人管")),
        ("hotline-answer", "已答复", .text("已答复")), ("sum-not-promised", "yes", .flag(true, .ifSo)),
        ("asks", "道歉", .text("道歉")),
        ("business", "cards", .deskCode("cards", .business)),
        ("reason", "service", .deskCode("service", .reason)),
        ("about", "王芳", .text("王芳")),
        ("repeated-back", "yes", .flag(true, .ifSo)),
        ("quiet-place", "yes", .flag(true, .ifSo)),
        ("happened", "2026-11-19 16:30", afternoon),
        ("done-at", "自助机具", .deskCode("self-service", .place)),
        ("vulnerable", "yes", .flag(true, .ifSo)),
        ("vulnerability-failed", "no", .flag(false, .ifSo)),
        ("amount", "1,200.5", Amount("1200.50").map { .amount($0) } ?? .text("no amount")),
        ("proxy", "王太太", .text("王太太")), ("few-speak", "yes", .flag(true, .ifSo)), ("authority", "委托书，3号柜14号", .text("委托书，3号柜14号")),
        ("agreed", "2026-11-19 16:30", afternoon),
    ]

    @Test("a hint never looks like a value: it begins with an example, or says what a blank means or when it is needed (2-screens rule 3)")
    func hints() {
        let shapes = Intake.fields.map(\.shape) + ActKind.allCases.flatMap(\.fields)
        let hints = shapes.compactMap(\.hint)
        #expect(hints.count > 15)
        for hint in hints {
            #expect(["e.g. ", "blank", "needed "].contains { hint.english.hasPrefix($0) }, "\(hint.english)")
            #expect(["例如", "留空"].contains { hint.chinese.hasPrefix($0) } || hint.chinese.hasSuffix("必填"), "\(hint.chinese)")
        }
    }

    @Test("every field is read from its text, told by its name, and put back as it was")
    func roundTrip() throws {
        #expect(IntakeFieldTests.samples.map(\.name) == Intake.fields.map(\.name.text))
        for (field, sample) in zip(Intake.fields, IntakeFieldTests.samples) {
            let comment = Comment(rawValue: sample.name)
            for key in [field.name.text, field.name.jsonKey] {
                let channel = try #require(Channel.allCases.first { field.isOf($0) })
                var values = ["channel": channel.rawValue, "text": "x"]
                if channel == .referred, field.name != "sender" { values["sender"] = "x" }
                values[key] = sample.text
                let read = try Intake(values: values, at: IntakeFieldTests.now, under: Desk.rules)
                #expect(read.details.first { $0.name == field.name }?.value == sample.value, comment)
                // Into an intake that had nothing, and into one that had something in every field.
                for other in [Intake(channel: .other, received: Moment(milliseconds: 0), text: ""), SampleEvent.intake] {
                    var other = other
                    field.put(&other, sample.value)
                    #expect(field.value(other) == sample.value, comment)
                }
            }
        }
    }

    @Test("what is put back changes no other field, and nothing empties a field that may be empty")
    func apart() {
        for field in Intake.fields {
            let comment = Comment(rawValue: field.name.text)
            var emptied = SampleEvent.intake
            field.put(&emptied, nil)
            let value = field.value(emptied)
            let stays = ["channel", "received", "repeated-back"].contains(field.name.text)
            #expect(Detail(field.name, value).isKnown == stays, comment)
            for other in Intake.fields where other.name != field.name {
                #expect(other.value(emptied) == other.value(SampleEvent.intake), "\(field.name), \(other.name)")
            }
            field.put(&emptied, field.value(SampleEvent.intake))
            #expect(emptied == SampleEvent.intake, comment)
        }
    }

    @Test("a complaint tells the fields of its channel, and no others, by the labels of that channel")
    func told() {
        var book = Intake(channel: .commentBook, received: IntakeFieldTests.now, text: "x")
        book.page = 12
        book.ticket = "of another channel"
        let names = book.details.map(\.name.text)
        #expect(names.contains("page") && names.contains("line") && !names.contains("ticket") && !names.contains("quiet-place"))
        #expect(book.details.first { $0.name == "received" }?.name.label == Phrase(en: "Written on", zh: "填写日期"))
        let phone = Intake(channel: .phone, received: IntakeFieldTests.now, text: "x")
        #expect(phone.details.first { $0.name == "contact" }?.name.label == Phrase(en: "Caller's number", zh: "来电号码"))
        #expect(phone.details.first { $0.name == "received" }?.name.label == Phrase(en: "Received", zh: "收到时间"))
    }

    @Test("history has what its source knew: a name in place of a code, no text, but the limits hold")
    func history() throws {
        func refusal(_ change: (inout Intake) -> Void) -> Refusal? {
            var intake = Intake(channel: .other, received: IntakeFieldTests.now, text: "x")
            change(&intake)
            let occasion = Occasion(Actor(Desk.manager), at: IntakeFieldTests.now, under: Desk.rules)
            do throws(Refusal) {
                _ = try decideImporting(Imported(number: Desk.caseNumber, intake: intake), in: occasion)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal { $0.business = "贵金属回购" } == nil)
        #expect(refusal { $0.text = "" } == nil)
        #expect(refusal { $0.text = " \u{200B}" } == nil)
        #expect(refusal { $0.received = IntakeFieldTests.now.adding(seconds: 1) } == .inTheFuture("received"))
        let long = String(repeating: "x", count: 201)
        #expect(refusal { $0.business = long } == .tooLong("business", limit: 200))
        #expect(refusal { $0.reason = long } == .tooLong("reason", limit: 200))
        #expect(refusal { $0.customer = long } == .tooLong("customer", limit: 200))
        #expect(refusal { $0.ticket = long } == .tooLong("ticket", limit: 200))
        #expect(refusal { $0.text = String(repeating: "x", count: 1_000_001) } == .tooLong("text", limit: 1_000_000))
    }
}
