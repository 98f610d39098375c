import Testing

@testable import firstdesk

/// What commands say is true, names things as they were typed, and has a number that fits.
@Suite("Sentences of commands")
struct CommandSentenceTests {
    private func check(_ desk: CommandDesk, _ words: [String], as person: String = "1001", _ status: Int32, _ says: String...) throws {
        for (language, sentence) in zip(["en", "zh"], says) {
            let signedIn = ["--as", person, "--passcode-file", desk.folder.path("passcode"), "--desk", desk.path, "--at", desk.now]
            let result = try run(words + ["--lang", language] + signedIn)
            #expect(result.status == status, "\(words): \(result.errors)")
            #expect((result.errors + result.output).contains(sentence), "\(words): \(result.errors)\(result.output)")
        }
    }

    @Test("an option of another channel is named as it was typed, with the channels that have it")
    func otherChannel() throws {
        let desk = try CommandDesk()
        try check(
            desk,
            ["log", "--channel", "oral", "--text", "x", "--came-by", "12378"],
            2,
            "--came-by is only for these channels: hotline, referred, other.",
            "--came-by 仅用于以下渠道：客服热线（hotline）、转办（referred）、其他（other）。"
        )
        try check(
            desk,
            ["log", "--channel", "phone", "--text", "x", "--postmark", "2026-11-19"],
            2,
            "--postmark is only for these channels: letter.",
            "--postmark 仅用于以下渠道：信函（letter）。"
        )
    }

    @Test("what stands by place is named by its place, a code that is none as none")
    func places() throws {
        let desk = try CommandDesk()
        try check(
            desk,
            ["calendar", "correct", "xx", "--open", "--reason", "r"],
            2,
            "DATE: \"xx\" is not a date. Write it as 2026-11-22.",
            "DATE：“xx”不是日期，请写成 2026-11-22。"
        )
        try check(
            desk,
            ["staff", "role", "--number", "1003", "--role", "boss"],
            2,
            "--role: \"boss\" is not one of: counter (counter clerk),",
            "--role：没有“boss”，应为以下之一：柜员（counter）"
        )
    }

    @Test("an entry of the book is told by the names that its fields have there")
    func writtenOn() throws {
        let desk = try CommandDesk()
        #expect(try desk.run("book", "open", as: "1002").status == 0)
        try check(
            desk,
            ["book", "entry", "--page", "1", "--line", "1", "--written", "2026-11-22", "--text", "x"],
            as: "1002",
            1,
            "\"Written on\" must not be later than now.",
            "“填写日期”不能晚于现在。"
        )
    }

    @Test("a finding says what it lacks for the signature when it is recorded, as on screen")
    func lacking() throws {
        let desk = try CommandDesk()
        let number = try desk.log("排队四十分钟无人管", "--hand-over-to", "1002")
        #expect(try desk.run("act", number, "accept", as: "1002").status == 0)
        let fields = #"{"fault":"bank","facts":"x","class":"valid"}"#
        try check(
            desk,
            ["act", number, "finding", "--json", fields],
            as: "1002",
            0,
            "Complete the finding: it lacks \"Words of apology\", \"Correction\", \"Rectification\".",
            "补全责任认定：缺少“致歉内容”、“纠正”、“整改”。"
        )
    }

    @Test("a recovery key that is none says that, and not that a number or passcode is wrong")
    func recoveryKey() throws {
        let desk = try CommandDesk(isLikeNoOther: true)
        try desk.folder.write("ABCD-ABCD\n", to: "key")
        try desk.folder.write("another passcode 1\n", to: "new")
        let files = ["--recovery-key-file", desk.folder.path("key"), "--new-passcode-file", desk.folder.path("new")]
        let result = try run(["passcode", "--as", "1001", "--desk", desk.path, "--at", desk.now] + files)
        #expect(result.status == 5)
        #expect(result.errors.contains("The recovery key is wrong, or another has taken its place since."))
    }

    @Test("counts of one, and of none, read well: days loaded, days passed over, rows read; a borrower is called one")
    func counts() throws {
        let desk = try CommandDesk()
        try desk.folder.write("date,name,is_off_day\n2026-11-23,停业,true\n", to: "past.csv")
        desk.now = "2026-11-25T09:00:00+08:00"
        let past = try desk.run("calendar", "load", desk.folder.path("past.csv"), as: "1001").errors
        #expect(past.hasPrefix("0 days loaded") && past.contains("1 day up to today was passed over: the past stays as it is."))
        #expect(!past.contains("loaded 1"))
        try desk.folder.write(
            #"{"number":"x-1","received":"2019-04-10","channel":"phone","text":"a","source":"s","sourceNumber":"1"}"# + "\n",
            to: "one.jsonl"
        )
        let read = try desk.run("import", desk.folder.path("one.jsonl"), "--dry-run", as: "1001").output
        #expect(read.hasPrefix("1 row read:"), "\(read)")
        let number = try desk.log()
        try check(desk, ["archive", "out", number, "--to", " "], as: "1002", 1, "\"Borrower\" is missing.", "请填写“借阅人”。")
    }
}
