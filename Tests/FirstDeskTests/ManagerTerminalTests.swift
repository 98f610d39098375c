import Glibc
import Testing

@testable import firstdesk

@Suite("From the hand-over to the signature, in a terminal")
struct ManagerTerminalTests {
    @Test("Accept, note, finding and reply by keys; then the sign-off with a wrong and the right passcode")
    func wholeLife() throws {
        let desk = try CommandDesk()
        let number = try desk.log("柜员交班时态度生硬", "--hand-over-to", "1002")
        let manager = try desk.terminal(as: "1002")
        #expect(manager.rows[3].contains("To accept 1"))
        try manager.press(.enter)
        try manager.waitFor("Case \(number)")
        try manager.send("a")
        try manager.waitForMessage("\(number): \"Accept\" is recorded. Stage: in hand.")

        try manager.send("o")
        try manager.waitFor("Note \(number)")
        try manager.fill("已电话联系客户。")
        try manager.choose("phone")
        try manager.press(.ctrl("s"))
        try manager.waitForMessage("\(number): \"Note\" is recorded.")

        try manager.send("f")
        try manager.waitFor("Finding \(number)")
        try manager.choose("not at")
        try manager.choose("unf")
        try manager.fill("", "当班柜员已按规定交接。", "", "", "", "")
        try manager.send("已向客户耐心说明。")
        try manager.press(.ctrl("s"))
        try manager.waitForMessage("\(number): \"Finding\" is recorded.")

        try manager.send("r")
        try manager.waitFor("Reply")
        try manager.choose("phone")
        try manager.fill("已向客户说明并致意。")
        try manager.choose("yes")
        try manager.press(.ctrl("s"))
        try manager.waitForMessage("\(number): \"Reply\" is recorded. Stage: to sign.")
        // Who handled it alone does not sign it, and is told so.
        try manager.send("s")
        try manager.waitFor("Sign: only the branch manager may do that.")

        let signer = try desk.terminal(as: "1001")
        #expect(signer.rows[1].contains("1 to sign"))
        try signer.send("4")
        try signer.waitFor("Sign-off")
        try signer.waitForIdle()
        // The whole entry can be read before it is signed.
        for text in ["柜员交班时态度生硬", "已电话联系客户。", "当班柜员已按规定交接。", "已向客户耐心说明。", "已向客户说明并致意。"] {
            for _ in 0..<10 where !signer.screen.contains(text) {
                try signer.press(.pageDown)
                try signer.waitForIdle()
            }
            #expect(signer.screen.contains(text))
        }
        try signer.press(.end)
        try signer.waitForIdle()
        try signer.send("s")
        try signer.waitFor("Sign \(number) as you have read it?")
        try signer.waitForIdle()
        try signer.send("not my passcode")
        try signer.press(.enter)
        try signer.waitFor("The passcode is wrong")
        #expect(!signer.screen.contains("not my passcode"))
        #expect(try desk.shown(number)["stage"] == .text("to-sign"))
        try signer.send(CommandDesk.passcode)
        try signer.press(.enter)
        try signer.waitForMessage("Signed \(number).")
        try signer.waitFor("Nothing is waiting to be signed.")
        #expect(try desk.shown(number)["stage"] == .text("closed"))
        let verified = try desk.run("verify", "--json")
        #expect(verified.status == 0)
        let verification = try verified.objects()[0]
        // One a transaction, the founding, three members of staff, the case and five acts, and that of the sign-off itself.
        #expect(verification["signatures"] == .integer(11), "\(verification)")
    }

    @Test("Sending back asks once, with Cancel as the default; the reason stays in the form")
    func sendBack() throws {
        let desk = try CommandDesk()
        let number = try desk.repliedCase()
        let session = try desk.terminal(as: "1001")
        try session.send("4b")
        try session.waitFor("Send back \(number)")
        try session.send("请补充查明的事实。")
        try session.press(.ctrl("s"))
        try session.waitFor("Send \(number) back?")
        try session.waitForIdle()
        #expect(session.screen.contains(">[ Cancel ]"))
        // The key that opened the question does not answer it, and Enter takes the default.
        try session.press(.ctrl("s"))
        try session.waitForIdle()
        #expect(session.screen.contains("[ Cancel ]"))
        for _ in 0..<20 where session.screen.contains("[ Cancel ]") {
            // One that has just come takes no key yet.
            try session.press(.enter)
            try session.waitForIdle()
        }
        try session.waitForNo("[ Cancel ]")
        #expect(session.screen.contains("请补充查明的事实。"))
        #expect(try desk.shown(number)["stage"] == .text("to-sign"))

        try session.press(.ctrl("s"))
        try session.waitFor("Send \(number) back?")
        try session.waitForIdle()
        try session.confirm()
        try session.waitForMessage("\(number): \"Send back\" is recorded. Stage: in hand.")
        #expect(try desk.shown(number)["stage"] == .text("in-hand"))
        #expect(try desk.isWhole())
    }

    @Test("Keys typed before a question appears do not answer it")
    func typedAhead() throws {
        let desk = try CommandDesk()
        let number = try desk.repliedCase()
        let session = try desk.terminal(as: "1001")
        try session.send("4b")
        try session.waitFor("Send back \(number)")
        try session.send("原因")
        try session.waitFor("原因")
        // All in one write: to save, to choose the other button, to press it.
        try session.send("\u{13}\u{1b}[D\r")
        try session.waitFor("Send \(number) back?")
        try session.waitForIdle()
        #expect(session.screen.contains("[ Cancel ]"), "the question still waits")
        #expect(try desk.shown(number)["stage"] == .text("to-sign"))
    }

    @Test("Whoever a case is about gets it neither by hand-over nor to read; the reason is told")
    func subject() throws {
        let desk = try CommandDesk()
        let session = try desk.terminal(as: "1003")
        try session.send("n")
        try session.waitFor("New complaint")
        try session.fill("王先生", "", "经理态度生硬", "", "", "", "1002", "")
        try session.choose("李敏")
        try session.press(.ctrl("s"))
        try session.waitFor("The case is about 1002")
        try session.waitForIdle()
        #expect(session.rows[0].contains("New complaint") && session.screen.contains("经理态度生硬"))
        // To the branch manager instead: the refused value gives way to another.
        try session.choose("王建国")
        try session.press(.ctrl("s"))
        try session.waitForMessage("Saved 0379-2611-001 王先生, handed over to 1001 王建国.")

        let subject = try desk.terminal(as: "1002")
        #expect(!subject.screen.contains("0379-2611-001"))
        try subject.send("/")
        try subject.send("经理态度")
        try subject.waitFor("Nothing found.")
        // About themselves and in their own hands: they may hand it over, and are told why nothing more.
        let own = try desk.terminal(as: "1003")
        try own.send("n")
        try own.waitFor("New complaint")
        try own.fill("赵女士", "", "柜员张伟态度生硬", "", "", "", "1003")
        try own.press(.ctrl("s"))
        try own.waitForMessage("Saved 0379-2611-002")
        try own.waitForIdle()
        #expect(!own.rows[4...19].joined().contains("0379-2611-002"), "they read no further")
    }

    @Test("What cannot be done says why: in the list of acts, and at its key")
    func whyNot() throws {
        let desk = try CommandDesk()
        let number = try desk.log()
        let session = try desk.terminal(as: "1003")
        try session.press(.enter)
        try session.waitFor("Case \(number)")
        try session.send("s")
        try session.waitFor("Sign: only the branch manager may do that.")
        // What is typed on from habit runs no command.
        try session.send("nnn")
        try session.waitForIdle()
        #expect(session.rows[0].contains("Case \(number)"))
        try session.press(.escape)
        try session.waitForNo("[ Close ]")
        try session.press(.enter)
        try session.waitFor(": actions")
        try session.waitForIdle()
        #expect(session.screen.contains("only the branch manager may do that"))
        try session.press(.escape)
        try session.waitForNo(": actions")
    }
}
