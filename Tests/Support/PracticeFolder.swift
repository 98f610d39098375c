import Glibc
import Synchronization

@testable import ComplaintRules
@testable import Ledger

/// A desk in a temporary folder with one of each role, its clock where the test puts it. The folder goes with the value.
public final class PracticeFolder {
    public let path: String
    public let ledger: Ledger
    public let counter: Actor
    public let manager: Actor
    public let head: Actor
    public let auditor: Actor
    /// The four, signed in: no passcode is opened for that, since their keys are known from the founding.
    private let people: [SignedIn]
    public static let passcode = "practice 练习"

    /// What a test wrote wrongly.
    public struct Mistake: Error {
        let what: String
    }

    /// Makes the desk, its clock standing at `now`: a copy of the one that was founded in this run at that moment, with its keys.
    public init(at now: String = "2026-11-20T09:00:00+08:00", timeZone: String = "Asia/Shanghai", language: Language = .chinese) throws {
        path = try PracticeFolder.makeFolder()
        let isChinese = language == .chinese
        func member(_ number: String, _ chinese: String, _ english: String, _ role: Role) throws -> StaffMember {
            StaffMember(number: try PracticeFolder.number(number), name: isChinese ? chinese : english, role: role)
        }
        let staff = [
            try member("1001", "王建国", "George Wang", .branchManager), try member("1002", "李敏", "Lily Marsh", .complaintManager),
            try member("1003", "张伟", "Will Chang", .counter), try member("1009", "赵静", "Joan Ford", .auditor),
        ]
        let settings = DeskSettings(
            branchCode: "0379",
            branchName: isChinese ? "洛阳分行营业部" : "Luoyang Branch",
            hotline: "0379-65920000",
            timeZone: timeZone,
            language: language,
            isPractice: true
        )
        let clock = DeskClock.standing(at: try PracticeFolder.moment(now))
        let founded = try PracticeFolder.founded.withLock { [path] known in
            if let founded = known["\(now) \(timeZone) \(language)"] { return founded }
            let founder = staff[0]
            let founding = Founding(
                settings: settings,
                manager: founder.number,
                managerName: founder.name,
                passcode: PracticeFolder.passcode
            )
            let ledger = try Ledger.found(founding, in: path, clock: clock).ledger
            for other in staff.dropFirst() { try ledger.addStaff(other, passcode: PracticeFolder.passcode, by: Actor(founder)) }
            let people = try staff.map { try ledger.signIn($0.number, passcode: PracticeFolder.passcode) }
            ledger.close()
            let founded = Founded(file: try PracticeFolder.bytes(of: Ledger.path(in: path)), people: people)
            known["\(now) \(timeZone) \(language)"] = founded
            return founded
        }
        try PracticeFolder.write(founded.file, to: Ledger.path(in: path))
        ledger = try Ledger(folder: path, clock: clock)
        (head, manager, counter, auditor) = (Actor(staff[0]), Actor(staff[1]), Actor(staff[2]), Actor(staff[3]))
        people = founded.people
        hangKeys(at: ledger)
    }

    /// Signs the four in at another program on the same desk, or in again after a lock.
    public func hangKeys(at ledger: Ledger) {
        for person in people { ledger.keys.hang(person) }
    }

    /// Another program on the same desk, at which the four are signed in.
    public func another() throws -> Ledger {
        let other = try Ledger(folder: path, clock: ledger.clock)
        hangKeys(at: other)
        return other
    }

    private struct Founded {
        let file: [UInt8]
        let people: [SignedIn]
    }

    /// The desks that were founded in this run, by moment, zone and language: one file each, since the last who closes it brings the
    /// write-ahead log in.
    private static let founded = Mutex<[String: Founded]>([:])

    private static func bytes(of file: String) throws -> [UInt8] {
        guard let stream = fopen(file, "re") else { throw Mistake(what: "fopen \(file)") }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&piece, 1, piece.count, stream)
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    private static func write(_ bytes: [UInt8], to file: String) throws {
        guard let stream = fopen(file, "we") else { throw Mistake(what: "fopen \(file)") }
        let count = fwrite(bytes, 1, bytes.count, stream)
        guard fclose(stream) == 0, count == bytes.count else { throw Mistake(what: "fwrite \(file)") }
        chmod(file, 0o600)
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

    /// Sets the clock to a moment years later, with acts before it as a desk at work has them: nothing is erased right after a long silence.
    public func passYears(to iso: String) throws {
        let moment = try PracticeFolder.moment(iso)
        for days: Int64 in [40, 10] {
            ledger.clock = .standing(at: moment.adding(seconds: -86_400 * days))
            try ledger.recordExport(.init(.audit, name: "x", count: 1), by: head)
        }
        ledger.clock = .standing(at: moment)
    }

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
        var finding = Finding(fault: .none, classification: .unfounded, facts: "监控显示已及时加开窗口。")
        finding.explanation = "已耐心说明高峰时段安排。"
        _ = try ledger.perform(.finding(finding), on: number, by: manager)
        return try ledger.perform(.reply(.init(how: .phone, text: "已向客户说明。", isAccepted: true)), on: number, by: manager)
    }
}
