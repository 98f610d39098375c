import Testing

@testable import firstdesk

@Suite("firstdesk verify and seal")
struct VerifyCommandTests {
    @Test("A whole desk: text, JSON, and with the seal the end, too")
    func whole() throws {
        let desk = try CommandDesk()
        let number = try desk.repliedCase()
        #expect(try desk.run("act", number, "sign", "--json", desk.reading(number), as: "1001").status == 0)
        let sealed = try desk.run("seal")
        #expect(sealed.status == 0)
        let seal = try #require(sealed.output.wholeMatch(of: /(S-14(-[0-9A-Z]{4}){7})\n/)).1
        let verified = try desk.run("verify")
        #expect(verified.status == 0)
        let founding = try #require(verified.output.firstMatch(of: /paper file: ([0-9A-Z]{4}(-[0-9A-Z]{4}){3})\n/)).1
        #expect(
            verified.output == """
                Intact: 14 events, 10 signatures, 1 case.
                Current seal: \(seal)
                Key of the founding, to be compared with the paper file: \(founding)
                Without a seal from the paper file (--seal), the file alone cannot prove that its end was not cut off or everything rewritten.

                """
        )
        #expect(
            try desk.run("verify", "--json").output
                == #"{"afterSeal":null,"cases":1,"clockAhead":0,"clockBehind":0,"events":14,"fault":null,"foundingKey":"\#(founding)","#
                + #""judgedAnew":0,"ok":true,"seal":"\#(seal)","sealed":false,"signatures":10}"# + "\n"
        )
        _ = try desk.log()
        let proven = try desk.run("verify", "--seal", String(seal), "--lang", "zh")
        #expect(proven.status == 0)
        #expect(proven.lines.last == "封签相符：封签之前的内容未被截断或重写。封签之后未覆盖的事件：2 条。")
        #expect(try desk.run("verify", "--json", "--seal", seal.lowercased()).objects()[0]["sealed"] == .truth(true))
        #expect(try desk.run("seal", "--json").objects()[0].keys == ["seal", "events"])
    }

    @Test("A seal with a slip of the pen is no seal; that of another desk does not fit")
    func wrongSeal() throws {
        let desk = try CommandDesk()
        _ = try desk.log()
        let seal = try desk.run("seal").output.dropLast()
        let slip = try desk.run("verify", "--seal", seal.dropLast() + (seal.last == "7" ? "8" : "7"))
        #expect(slip.status == 2)
        #expect(slip.errors.contains("is not a seal, or one of its characters is wrong."))
        let other = try CommandDesk(isLikeNoOther: true)
        _ = try other.log()
        let cut = try desk.run("verify", "--json", "--seal", other.run("seal").lines[0])
        #expect(cut.status == 3)
        #expect(try cut.objects()[0]["fault"]?["where"] == .text("event 6"))
        #expect(try cut.objects()[0]["sealed"] == .truth(false))
        let shorter = try CommandDesk(staff: false)
        let missing = try shorter.run("verify", "--seal", String(seal))
        #expect(missing.status == 3)
        #expect(missing.output == "Fault at event 6: the sealed event is not there: the end was cut off.\n")
    }

    @Test("A stored value that was changed is found, and no seal is given for it")
    func changed() throws {
        let desk = try CommandDesk()
        _ = try desk.log("queue of forty minutes")
        var bytes = try SourceTree.bytes(of: desk.file)
        let (old, new) = (Array("queue of forty".utf8), Array("queue of fifty".utf8))
        var count = 0
        for start in bytes.indices.dropLast(old.count) where bytes[start] == old[0] && Array(bytes[start..<start + old.count]) == old {
            bytes.replaceSubrange(start..<start + old.count, with: new)
            count += 1
        }
        #expect(count > 0)
        try desk.folder.write(bytes, to: "desk/firstdesk.db")
        let text = try desk.run("verify")
        #expect(text.status == 3)
        #expect(text.output == "Fault at event 6: its contents were changed.\n")
        let json = try desk.run("verify", "--json", "--lang", "zh")
        #expect(json.status == 3)
        let object = try json.objects()[0]
        #expect(object["ok"] == .truth(false))
        #expect(object["fault"] == ["where": .text("event 6"), "what": .text("内容被改动")])
        let seal = try desk.run("seal")
        #expect(seal.status == 3)
        #expect(seal.output == "")
    }
}
