import ComplaintRules
import Glibc
import Ledger

/// A desk in a temporary folder with one of each role, its clock where the test puts it. The folder goes with the value.
public final class PracticeFolder {
    public let path: String
    public let ledger: Ledger
    public let counter: Actor
    public let manager: Actor
    public let head: Actor
    public let auditor: Actor
    public static let passcode = "practice 练习"

    /// What a test wrote wrongly.
    public struct Mistake: Error {
        let what: String
    }

    public init(at now: String = "2026-11-20T09:00:00+08:00", timeZone: String = "Asia/Shanghai", language: Language = .chinese) throws {
        path = try PracticeFolder.makeFolder()
        let isChinese = language == .chinese
        let settings = DeskSettings(
            branchCode: "0379",
            branchName: isChinese ? "洛阳分行营业部" : "Luoyang Branch",
            hotline: "0379-65920000",
            timeZone: timeZone,
            language: language,
            isPractice: true
        )
        let founding = Founding(
            settings: settings,
            manager: try PracticeFolder.number("1001"),
            managerName: isChinese ? "王建国" : "George Wang",
            passcode: PracticeFolder.passcode
        )
        (ledger, _) = try Ledger.found(founding, in: path, clock: .standing(at: try PracticeFolder.moment(now)))
        let boss = StaffMember(number: founding.manager, name: founding.managerName, role: .branchManager)
        head = Actor(boss)
        func add(_ number: String, _ chinese: String, _ english: String, _ role: Role, to ledger: Ledger) throws -> Actor {
            let member = StaffMember(number: try PracticeFolder.number(number), name: isChinese ? chinese : english, role: role)
            try ledger.addStaff(member, passcode: PracticeFolder.passcode, by: Actor(boss))
            return Actor(member)
        }
        manager = try add("1002", "李敏", "Lily Marsh", .complaintManager, to: ledger)
        counter = try add("1003", "张伟", "Will Chang", .counter, to: ledger)
        auditor = try add("1009", "赵静", "Joan Ford", .auditor, to: ledger)
    }

    deinit {
        ledger.close()
        PracticeFolder.clear(path)
    }

    /// Removes a desk's files and its folder.
    public static func clear(_ folder: String) { Ledger.remove(folder: folder) }

    /// A new empty folder of this process.
    public static func makeFolder() throws -> String {
        var template = Array("/tmp/firstdesk-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Mistake(what: "mkdtemp") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    public static func moment(_ iso: String) throws -> Moment {
        guard case .instant(let moment) = TimeReading.read(iso, today: Day(ordinal: 0)) else { throw Mistake(what: iso) }
        return moment
    }

    public static func number(_ text: String) throws -> StaffNumber {
        guard let number = StaffNumber(text) else { throw Mistake(what: text) }
        return number
    }

    public func setClock(_ iso: String) throws { ledger.clock = .standing(at: try PracticeFolder.moment(iso)) }

    /// An oral complaint, received now.
    public func intake(_ text: String = "排队四十分钟无人管", customer: String = "刘女士", about: String = "") -> Intake {
        var intake = Intake(channel: .oral, received: ledger.clock.now(), text: text)
        intake.customer = customer
        intake.contact = "13800000000"
        intake.about = about
        intake.isRepeatedBack = true
        return intake
    }

    /// A case answered by the complaint manager with a finding that bears a signature.
    public func repliedCase(_ text: String = "排队四十分钟无人管") throws -> Ledger.Stored {
        let number = try ledger.log(intake(text), then: [.handOver(.init(to: manager.number))], by: counter).state.number.description
        _ = try ledger.perform(.accept, on: number, by: manager)
        var finding = CaseEvent.Finding(fault: .none, facts: "监控显示已及时加开窗口。", classification: .unfounded)
        finding.explanation = "已耐心说明高峰时段安排。"
        _ = try ledger.perform(.finding(finding), on: number, by: manager)
        return try ledger.perform(.reply(.init(how: .phone, text: "已向客户说明。", isAccepted: true)), on: number, by: manager)
    }
}
