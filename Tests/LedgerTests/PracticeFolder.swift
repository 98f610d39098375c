import ComplaintRules
import Glibc
import Testing

@testable import Ledger

/// A desk in a temporary folder with one of each role, its clock where the test puts it. The folder goes with the value.
final class PracticeFolder {
    let path: String
    let ledger: Ledger
    let counter: Actor
    let manager: Actor
    let head: Actor
    let auditor: Actor
    static let passcode = "practice 练习"

    init(at now: String = "2026-11-20T09:00:00+08:00", timeZone: String = "Asia/Shanghai") throws {
        path = try PracticeFolder.makeFolder()
        let founder = try #require(StaffNumber("1001"))
        let settings = DeskSettings(
            branchCode: "0379", branchName: "洛阳分行营业部", hotline: "0379-65920000", timeZone: timeZone, language: .chinese, isPractice: true)
        (ledger, _) = try Ledger.found(
            Founding(settings: settings, manager: founder, managerName: "王建国", passcode: PracticeFolder.passcode), in: path,
            clock: .standing(at: try PracticeFolder.moment(now)))
        head = Actor(try #require(ledger.rules.staff[founder]))
        func add(_ number: String, _ name: String, _ role: Role, _ ledger: Ledger, _ head: Actor) throws -> Actor {
            let member = StaffMember(number: try #require(StaffNumber(number)), name: name, role: role)
            try ledger.addStaff(member, passcode: PracticeFolder.passcode, by: head)
            return Actor(member)
        }
        manager = try add("1002", "李敏", .complaintManager, ledger, head)
        counter = try add("1003", "张伟", .counter, ledger, head)
        auditor = try add("1009", "赵静", .auditor, ledger, head)
    }

    deinit {
        ledger.close()
        for name in ["", "-wal", "-shm"] { unlink(Ledger.path(in: path) + name) }
        rmdir(path)
    }

    /// A new empty folder of this process.
    static func makeFolder() throws -> String {
        var template = Array("/tmp/firstdesk-test-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func moment(_ iso: String) throws -> Moment {
        guard case .instant(let moment) = TimeReading.read(iso, today: Day(ordinal: 0)) else { throw LedgerError(.misuse, message: iso) }
        return moment
    }

    func setClock(_ iso: String) throws { ledger.clock = .standing(at: try PracticeFolder.moment(iso)) }

    /// An oral complaint, received now.
    func intake(_ text: String = "排队四十分钟无人管", customer: String = "刘女士", about: String = "") -> Intake {
        var intake = Intake(channel: .oral, received: ledger.clock.now(), text: text)
        intake.customer = customer
        intake.contact = "13800000000"
        intake.about = about
        intake.isRepeatedBack = true
        return intake
    }

    /// A case answered by the complaint manager with a finding that bears a signature.
    func repliedCase(_ text: String = "排队四十分钟无人管") throws -> Ledger.Stored {
        let number = try ledger.log(intake(text), then: [.handOver(.init(to: manager.number))], by: counter).state.number.description
        _ = try ledger.perform(.accept, on: number, by: manager)
        var finding = CaseEvent.Finding(fault: .none, facts: "监控显示已及时加开窗口。", classification: .unfounded)
        finding.explanation = "已耐心说明高峰时段安排。"
        _ = try ledger.perform(.finding(finding), on: number, by: manager)
        return try ledger.perform(.reply(.init(how: .phone, text: "已向客户说明。", isAccepted: true)), on: number, by: manager)
    }
}
