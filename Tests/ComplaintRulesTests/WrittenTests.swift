import DeskTestSupport
import Testing

@testable import ComplaintRules

/// What Chinese input methods, spreadsheets and chats make of plain signs.
@Suite("Full-width and invisible signs")
struct WrittenTests {
    @Test(
        "full-width letters and digits, blanks of every kind and invisible signs are read as plain ones",
        arguments: [
            ("１２３", "123"), ("ＡＢＣ－ｘ", "ABC-x"), ("　王芳　", "王芳"), ("1\u{3000}2", "1 2"), ("\u{FEFF}yes\u{200B}", "yes"),
            ("ye\u{200D}s", "yes"), ("\u{202E}12\u{202C}", "12"), ("１２：３０", "12:30"), ("￥６６．５", "¥66.5"), ("plain", "plain"),
            (" \u{A0}\u{2003}", ""), ("\u{200B}\u{2060}", ""),
        ]
    )
    func plain(text: String, expected: String) {
        #expect(Written.plain(text) == expected)
    }

    @Test(
        "yes and no",
        arguments: [("ＹＥＳ", true), ("１", true), ("　是　", true), ("y\u{200B}es", true), ("ｎｏ", false), ("０", false), ("\u{FEFF}否", false)]
    )
    func flags(text: String, expected: Bool) throws {
        #expect(Written.flag(text) == expected)
        let read = try Deed(.reply, values: ["how": "phone", "text": "x", "accepted": text])
        #expect(read == .reply(.init(how: .phone, text: "x", isAccepted: expected)))
    }

    @Test("a word that there is none is none: of contacts and references; a name with such a word in it is one")
    func none() throws {
        for text in ["-", "—", "none", "None", "N/A", "n/a", "ｎ／ａ", "无", "無", "没有", " 暂无 ", "未留", "\u{200B}-", "/"] {
            #expect(Written.saysNone(text, of: .contact), "\(text)")
            var intake = try Intake(values: ["channel": "oral", "text": "x", "contact": text], at: Desk.now, under: Desk.rules)
            #expect(!intake.hasContact && intake.contact.isEmpty, "\(text)")
            intake = try Intake(values: ["channel": "phone", "text": "x", "call-back-number": text], at: Desk.now, under: Desk.rules)
            #expect(!intake.hasContact, "\(text)")
            let date = ["due": "2026-12-10 17:00", "setBy": "监管局", "reference": text]
            #expect(try Deed(.outsideDate, values: date) == .setOutside("2026-12-10 17:00"), "\(text)")
        }
        for text in ["", "13800001234", "none@example.com", "无锡路 5 号", "无字〔2026〕9号", "Nina"] {
            #expect(![.anything, .contact, .name, .reference].contains { Written.saysNone(text, of: $0) }, "\(text)")
        }
    }

    @Test("amounts", arguments: ["１２００．５０", "１，２００．５", "1,200.50\u{200B}", "　1200.5　", "１２００．５元", "￥1200.50"])
    func amounts(text: String) throws {
        #expect(try Deed(.answer, values: ["text": "x", "amount": text]) == .answer(.init(text: "x", amount: Amount("1200.50"))))
    }

    @Test("counts", arguments: ["１２", "\u{200B}12", "　１2　", "1\u{2060}2"])
    func counts(text: String) throws {
        #expect(
            try Deed(.verifyRectification, values: ["item": text, "result": "x", "effective": "yes"])
                == .verifyRectification(.init(item: 12, result: "x", isEffective: true))
        )
        let intake = try Intake(
            values: ["channel": "comment-book", "text": "x", "page": text],
            at: Desk.at("2026-11-20 10:00"),
            under: Desk.rules
        )
        #expect(intake.page == 12)
    }

    @Test("days and times")
    func days() throws {
        for text in ["２０２６－１２－０１", "\u{200B}2026-12-01", "　2026-12-01　"] {
            let act = try Deed(.rectify, values: ["what": "x", "owner": "x", "due": text]).act as? Rectification
            #expect(act?.due == Day("2026-12-01"), "\(text)")
        }
        for text in ["２０２６－１２－０１　１６：３０", "2026-12-01\u{A0}16:30", "\u{FEFF}2026-12-01 16:30"] {
            #expect(try Deed(.agreeTime, values: ["agreed": text]) == .agreed("2026-12-01 16:30"), "\(text)")
        }
        #expect(try Deed(.agreeTime, values: ["agreed": "１６：３０"]) == .agreed("2026-11-20 16:30"))
    }

    @Test("staff numbers and codes")
    func codes() throws {
        for text in ["１００５", "\u{200B}1005", "　1005　"] {
            #expect(try Deed(.handOver, values: ["to": text]) == .handed(to: Desk.complaints))
        }
        for text in ["ｐｈｏｎｅ", "\u{200B}phone", "　电话　", "Ｐｈｏｎｅ"] {
            #expect(try Deed(.note, values: ["text": "x", "how": text]) == .note(.init(text: "x", how: .phone)))
        }
        for text in ["ｃａｒｄｓ", "银行卡\u{200B}", "　cards　"] {
            let intake = try Intake(
                values: ["channel": "ｏｒａｌ", "text": "x", "business": text],
                at: Desk.at("2026-11-20 10:00"),
                under: Desk.rules
            )
            #expect(intake.channel == .oral && intake.business == "cards")
        }
    }

    @Test("what stays unreadable in plain signs is refused as before")
    func broken() {
        #expect(throws: Refusal.badValue("item", .count)) {
            try Deed(.verifyRectification, values: ["item": "０", "result": "x", "effective": "yes"])
        }
        #expect(throws: Refusal.badValue("item", .count)) {
            try Deed(.verifyRectification, values: ["item": "１２ｘ", "result": "x", "effective": "yes"])
        }
        #expect(throws: Refusal.badValue("accepted", .flag)) { try Deed(.reply, values: ["how": "phone", "text": "x", "accepted": "２"]) }
        #expect(throws: Refusal.badValue("to", .staffNumber)) { try Deed(.handOver, values: ["to": "１００ ５"]) }
    }

    @Test(
        "a required text of invisible signs is missing, and one that may be left out is not given",
        arguments: [" ", "\u{3000}", "\u{200B}", "\u{FEFF}\u{2060} ", "\u{2800}"]
    )
    func invisible(text: String) throws {
        for kind in ActKind.allCases {
            guard let first = kind.fields.first(where: \.isRequired) else { continue }
            #expect(throws: Refusal.missing(first.name), "\(kind)") { try Deed(kind, values: [first.name.text: text]) }
        }
        #expect(throws: Refusal.missing("text")) {
            try Intake(values: ["channel": "oral", "text": text], at: Desk.at("2026-11-20 10:00"), under: Desk.rules)
        }
        #expect(try Life().refusal(of: .note(.init(text: text)), by: Desk.clerk) == .missing("text"))
        #expect(try Life().refusal(of: .amend("text", to: text), by: Desk.clerk) == .newValue(.missing("text")))
        #expect(try Deed(.answer, values: ["text": "x", "promise": text, "amount": text]) == .answer(.init(text: "x")))
        #expect(try Deed(.acknowledge, values: ["text": text]) == .acknowledge(.init()))
    }

    @Test("a text that is told is kept as it was written, but for white space at its ends")
    func kept() throws {
        #expect(try Deed(.note, values: ["text": " １２　点，ＡＴＭ "]) == .note(.init(text: "１２　点，ＡＴＭ")))
    }
}
