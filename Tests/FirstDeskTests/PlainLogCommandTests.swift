import Testing

@testable import firstdesk

@Suite("firstdesk log --plain")
struct PlainLogCommandTests {
    @Test("Asks line by line and prints the number")
    func asks() throws {
        let desk = try CommandDesk()
        let result = try desk.run(
            "log",
            "--plain",
            as: "1003",
            input: "oral\n刘女士\n13800000000\n排队四十分钟。\n无人管。\n.\n\n\n\n服务态度及质量\nyes\n1002\n"
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(
            result.output == """
                New complaint. Press Enter to skip a field; Ctrl-D cancels, and nothing is logged.
                Channel: oral, letter, phone, comment-book, hotline, referred, other
                > Customer: the name; empty for an anonymous one
                > Contact
                > What happened, in the customer's words. End with a line that contains only a full stop (.).
                > Asks for
                > About: the staff or department complained about
                > Business: savings (Renminbi savings), loans, cards (Bank cards), payments (Payment and settlement), currency (Renminbi \
                notes and coins), personal-information (Personal financial information), foreign-exchange, agency (Agency business), wealth \
                (Bank's own wealth products), other-intermediary (Other intermediary business), treasury (State treasury), precious-metals, \
                debt-collection, other
                > Reason: service (Attitude and quality of service), facilities (Premises, equipment, systems), rules (Rules and procedures), \
                marketing, disclosure, free-choice (Right to choose), pricing (Prices and charges), yield (Product returns), contract (Contract \
                terms), funds-safety (Security of funds), information-safety (Information security), collection-methods (Debt collection \
                methods), other
                > Repeated back to the customer and agreed: yes or no
                > Hand over to: 1001 王建国 (branch manager), 1002 李敏 (complaint manager)
                > 0379-2611-001

                """
        )
        let shown = try desk.run("show", "0379-2611-001", "--json", as: "1002").objects()[0]
        #expect(shown["text"] == .text("排队四十分钟。\n无人管。"))
        #expect(shown["reason"] == .text("service"))
        #expect(shown["stage"] == .text("handed-over"))
        #expect(shown["repeatedBack"] == .truth(true))
    }

    @Test("A field that is refused is asked for again, with the reason, and the others are kept")
    func asksAgain() throws {
        let desk = try CommandDesk()
        let result = try desk.run(
            "log",
            "--plain",
            "--lang",
            "zh",
            as: "1003",
            input: "传真\n信函\n\n\n.\n柜台关闭\n。\n\n\n外太空\n\n\n1009\n1002\n"
        )
        #expect(result.status == 0, "\(result.errors)")
        let channels = "现场口头（oral）、信函（letter）、电话（phone）、意见簿（comment-book）、客服热线（hotline）、转办（referred）、其他（other）"
        #expect(result.output.contains("> “受理渠道”应为：\(channels)。\n"))
        #expect(result.output.contains("> 请填写“客户所述”。\n"))
        #expect(result.output.contains("> “业务类别”应为：人民币储蓄（savings）、"))
        #expect(result.output.contains("> 未登记。1009 不是管理人员。请移交给投诉管理人或网点负责人。\n"))
        #expect(result.lines.last == "> 0379-2611-001")
        let shown = try desk.run("show", "0379-2611-001", "--json", as: "1002").objects()[0]
        #expect(shown["channel"] == .text("letter"))
        #expect(shown["text"] == .text("柜台关闭"))
    }

    @Test("The end of the input cancels: nothing is logged")
    func cancelled() throws {
        let desk = try CommandDesk()
        let result = try desk.run("log", "--plain", as: "1003", input: "oral\n刘女士\n")
        #expect(result.status == 2)
        #expect(result.errors == "Cancelled. Nothing was changed.\n")
        #expect(try desk.log() == "0379-2611-001")
    }
}
