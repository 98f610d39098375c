import Testing

@testable import firstdesk

@Suite("firstdesk codes, reassign, and scans")
struct DeskDataCommandTests {
    @Test("Codes are printed as the file that is taken back; a new one can be chosen, an old one keeps its name")
    func codes() throws {
        let desk = try CommandDesk()
        let old = try desk.log("卡被吞", "--business", "cards")
        let listed = try desk.run("codes", "list", as: "1003").output
        #expect(listed.hasPrefix("axis,key,en,zh,pinyin,offered,parent,official\nbusiness,savings,Renminbi savings,人民币储蓄,rmbcx,true,,\n"))
        try desk.folder.write(
            listed.replacing("business,cards,Bank cards,银行卡,yhk,true,,\n", with: "business,insurance,,保险,bx,,wealth,0301\n"),
            to: "codes.csv"
        )
        #expect(try desk.run("codes", "load", desk.folder.path("codes.csv"), as: "1002").status == 1)
        let loaded = try desk.run("codes", "load", desk.folder.path("codes.csv"), as: "1001")
        #expect(loaded.status == 0, "\(loaded.errors)")
        #expect(loaded.errors == "Codes offered now: Business 14, Reason 13, Where done 10.\n")
        let new = try desk.log("保险理赔慢", "--business", "保险")
        #expect(try desk.run("show", new, "--json", as: "1003").objects()[0]["business"] == .text("insurance"))
        #expect(try desk.run("show", old, as: "1003").output.contains("Bank cards"))
        let refused = try desk.run("log", "--channel", "oral", "--text", "x", "--business", "cards", as: "1003")
        #expect(refused.status == 2)
        let list = try desk.run("codes", "list", "--json", as: "1003").objects()
        #expect(list.first { $0["key"] == .text("cards") }?["offered"] == .truth(false))
        let insurance = list.first { $0["key"] == .text("insurance") }
        #expect(insurance?["parent"] == .text("wealth") && insurance?["official"] == .text("0301"))
        #expect(try desk.run("verify").status == 0)
    }

    @Test("A file of codes leaves an axis as it is of which it says nothing")
    func oneAxis() throws {
        let desk = try CommandDesk()
        func reasons() throws -> [String] { try desk.run("codes", "list", as: "1001").lines.filter { $0.hasPrefix("reason,") } }
        let before = try reasons()
        try desk.folder.write("axis,key,en\nbusiness,gold,Gold\nbusiness,other,Other\n", to: "codes.csv")
        #expect(try desk.run("codes", "load", desk.folder.path("codes.csv"), as: "1001").status == 0)
        #expect(try reasons() == before)
        #expect(try desk.run("codes", "list", as: "1001").lines.filter { $0.hasPrefix("business,") && $0.hasSuffix(",true,,") }.count == 2)
    }

    @Test("A file of codes with a fault changes nothing and names the line")
    func badCodes() throws {
        let desk = try CommandDesk()
        let before = try desk.run("codes", "list", as: "1001").output
        for (text, sentence) in [
            ("axis,key,en\nbusiness,x,X\nfee,y,Y\n", "Line 3: axis must be one of: business, reason, done-at."),
            ("axis,key,en\nreason,x,X\n", "Reason: \"other\" must always be there, so that every complaint can be given a code."),
            ("", "The file has no column \"axis\". Expected: axis, key, en, zh, pinyin."),
            ("axis,key,en\nbusiness,\"x,X\n", "\(desk.folder.path("codes.csv")), line 2: A quote opens here and is never closed."),
        ] {
            try desk.folder.write(text, to: "codes.csv")
            let result = try desk.run("codes", "load", desk.folder.path("codes.csv"), as: "1001")
            #expect(result.status == 2)
            #expect(result.errors.hasPrefix(sentence + "\n"), "\(result.errors)")
        }
        #expect(try desk.run("codes", "list", as: "1001").output == before)
    }

    @Test("Scripts are printed as the file that is taken back, as CSV or JSON lines; one is shown with its blanks filled from a case")
    func scripts() throws {
        let desk = try CommandDesk()
        let number = try desk.log("排队四十分钟")
        let listed = try desk.run("scripts", "list", as: "1003").output
        #expect(
            listed.hasPrefix(
                "language,key,title,text,business,reason,offered\nen,received,Your complaint is logged,\"Dear {customer},\n\nThank"
            )
        )
        try desk.folder.write(listed, to: "scripts.csv")
        #expect(try desk.run("scripts", "load", desk.folder.path("scripts.csv"), as: "1002").status == 1)
        let loaded = try desk.run("scripts", "load", desk.folder.path("scripts.csv"), as: "1001")
        #expect(loaded.status == 0 && loaded.errors == "Scripts offered now: 30.\n", "\(loaded.errors)")
        #expect(try desk.run("scripts", "list", as: "1003").output == listed)
        let json = try desk.run("scripts", "list", "--json", as: "1003").lines
        try desk.folder.write(json.filter { $0.contains(#""key":"waiting""#) }.joined(separator: "\n"), to: "scripts.jsonl")
        #expect(try desk.run("scripts", "load", desk.folder.path("scripts.jsonl"), as: "1001").errors == "Scripts offered now: 2.\n")
        let shown = try desk.run("scripts", "show", "waiting", number, "--lang", "zh", as: "1003")
        #expect(shown.output.hasPrefix("刘女士，让您久等了，我们向您致歉。"), "\(shown)")
        #expect(try desk.run("scripts", "show", "waiting", as: "1003").output.hasPrefix("Dear [Customer],\n"))
        let unknown = try desk.run("scripts", "show", "wating", as: "1003")
        #expect(unknown.status == 2 && unknown.errors.hasPrefix("There is no script \"wating\". There are: disputed-payment, "))
        #expect(try desk.run("verify").status == 0)
    }

    @Test("A file of scripts with a fault changes nothing and names the line")
    func badScripts() throws {
        let desk = try CommandDesk()
        let before = try desk.run("scripts", "list", as: "1001").output
        for (text, sentence) in [
            ("key,title,text\na,A,Hello\nb,B,\"Two\nlines, {name}\"\n", "Line 3: \"b\": there is no blank {name}. There are: {number}, "),
            ("key,title\na,A\n", "The file has no column \"text\". Expected: language, key, title, text, business, reason, offered."),
            ("", "The file has no column \"key\". Expected: "), ("key,title,text\n", "There are no scripts in it."),
            (
                "{\"key\":\"a\",\"title\":\"A\",\"text\":\"B\"}\n{\"key\":\"b\",\"title\":\"A\",\"text\":\"{x}\"}\n",
                "Line 2: \"b\": there is no blank {x}."
            ),
            (
                "{\"key\":\"a\",\"title\":\"A\",\"text\":\"B\"}\n[1]\n",
                "\(desk.folder.path("scripts.csv")), line 2: There are no objects in the JSON that could be rows."
            ),
        ] {
            try desk.folder.write(text, to: "scripts.csv")
            let result = try desk.run("scripts", "load", desk.folder.path("scripts.csv"), as: "1001")
            #expect(result.status == 2)
            #expect(result.errors.hasPrefix(sentence), "\(result.errors)")
        }
        #expect(try desk.run("scripts", "list", as: "1001").output == before)
    }

    @Test("A letter is logged with its scan, which is given out again byte by byte and never over another file")
    func scan() throws {
        let desk = try CommandDesk()
        try desk.folder.write("scan of a letter", to: "letter.pdf")
        let logged = try desk.run(
            "log",
            "--channel",
            "letter",
            "--text",
            "来信",
            "--original-place",
            "1 柜 3 号",
            "--scan",
            desk.folder.path("letter.pdf"),
            as: "1003"
        )
        #expect(logged.status == 0, "\(logged.errors)")
        let number = String(logged.output.dropLast())
        let shown = try desk.run("show", number, "--json", as: "1003").objects()[0]
        #expect(shown["originalPlace"] == .text("1 柜 3 号"))
        let copy = desk.folder.path("copy.pdf")
        let saved = try desk.run("show", number, "--attachment", "1", "--output", copy, as: "1002")
        #expect(saved.status == 0, "\(saved.errors)")
        #expect(try TextFile.read(copy) == "scan of a letter")
        #expect(try desk.run("show", number, "--attachment", "1", "--output", copy, as: "1002").status == 2)
        #expect(try desk.run("show", number, "--attachment", "2", "--output", copy + "2", as: "1002").status == 1)
        let missing = try desk.run("log", "--channel", "letter", "--text", "x", "--scan", "/nowhere/x.pdf", as: "1003")
        #expect(missing.status == 2)
        #expect(missing.errors.hasPrefix("Nothing was logged. There is no such file. Check its path."), "\(missing.errors)")
        #expect(try desk.run("list", "--json", as: "1002").objects().count == 1)
    }

    @Test("All open cases of one manager go to another by one command")
    func reassign() throws {
        let desk = try CommandDesk()
        let numbers = [try desk.log("一"), try desk.log("二")]
        for number in numbers { #expect(try desk.run("act", number, "accept", as: "1002").status == 0) }
        let result = try desk.run("reassign", "--from", "1002", "--to", "1001", "--note", "交班", as: "1002")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.lines == numbers)
        #expect(try desk.run("show", numbers[0], "--json", as: "1001").objects()[0]["awaitedReceiver"] == .text("1001"))
        let empty = try desk.run("reassign", "--from", "1002", "--to", "1001", as: "1001")
        #expect(empty.errors == "1002 has no open cases.\n")
        // What cannot be handed on now is not denied.
        let third = try desk.log("三")
        #expect(try desk.run("act", third, "accept", as: "1002").status == 0)
        let reply = #"{"how":"other","text":"已答复","accepted":true}"#
        #expect(try desk.run("act", third, "reply", "--json", reply, as: "1002").status == 0)
        let waiting = try desk.run("reassign", "--from", "1002", "--to", "1001", as: "1001")
        #expect(
            waiting.status == 0
                && waiting.errors.hasPrefix("1002 has no case that can be handed on now. 1 is with head office or to be signed")
        )
        #expect(try desk.run("reassign", "--from", "9999", "--to", "1001", as: "1001").status == 1)
        let clerk = try desk.run("reassign", "--from", "1001", "--to", "1002", as: "1003")
        #expect(
            clerk.status == 1 && clerk.errors.hasPrefix("Reassign: only the complaint manager or the branch manager may do that."),
            "\(clerk.errors)"
        )
        let same = try desk.run("reassign", "--from", "1001", "--to", "1001", as: "1001")
        #expect(same.status == 1 && same.errors == "Reassign: the cases are with 1001 already. Name somebody else to take them.\n")
    }
}
