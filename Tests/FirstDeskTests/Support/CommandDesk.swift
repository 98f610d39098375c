import Glibc
import Synchronization
import TableFiles
import Testing

@testable import firstdesk

/// A practice desk that the program itself made, with one of each role, and the ways to ask the program about it.
final class CommandDesk {
    /// The folder of the test, with the desk in `desk` and files with passcodes.
    let folder: TemporaryFolder
    /// The desk's folder.
    var path: String { folder.path("desk") }
    /// The desk's file.
    var file: String { "\(path)/firstdesk.db" }
    /// The branch manager's key for a forgotten passcode.
    let recoveryKey: String
    /// At what time the desk's clock stands, unless a command says otherwise.
    var now: String

    /// Makes a desk: 1001 is the branch manager, 1002 the complaint manager, 1003 at the counter, 1009 the auditor.
    ///
    /// - Parameter isLikeNoOther: whether it is founded for this test alone. The others are copies of one that was founded in this run at
    ///   the same moment, and have its keys.
    init(
        at now: String = "2026-11-20T09:00:00+08:00",
        zone: String = "Asia/Shanghai",
        staff: Bool = true,
        isLikeNoOther: Bool = false
    ) throws {
        self.now = now
        folder = try TemporaryFolder()
        try folder.write("practice 练习\n", to: "passcode")
        if isLikeNoOther {
            recoveryKey = try CommandDesk.found(in: folder, at: now, zone: zone, staff: staff)
            return
        }
        let founded = try CommandDesk.founded.withLock { [folder] known in
            if let copy = known["\(now) \(zone) \(staff)"] { return copy }
            let recoveryKey = try CommandDesk.found(in: folder, at: now, zone: zone, staff: staff)
            let copy = Founded(file: try SourceTree.bytes(of: folder.path("desk/firstdesk.db")), recoveryKey: recoveryKey)
            known["\(now) \(zone) \(staff)"] = copy
            // The copies have none: no test may depend on whether it was the first.
            unlink(folder.path("desk/firstdesk.witness"))
            return copy
        }
        recoveryKey = founded.recoveryKey
        guard access(folder.path("desk"), F_OK) != 0 else { return }
        guard mkdir(folder.path("desk"), 0o700) == 0 else { throw HarnessFailure.system("mkdir \(folder.path("desk"))") }
        try folder.write(founded.file, to: "desk/firstdesk.db")
    }

    /// A desk as the program left it: one file, since the last who closes it brings the write-ahead log in.
    private struct Founded {
        let file: [UInt8]
        let recoveryKey: String
    }

    /// The desks that were founded in this run, by moment, zone and staff.
    private static let founded = Mutex<[String: Founded]>([:])

    /// Founds the desk by the program's commands, and gives its recovery key.
    private static func found(in folder: TemporaryFolder, at now: String, zone: String, staff: Bool) throws -> String {
        let (path, passcode) = (folder.path("desk"), folder.path("passcode"))
        let founded = try FirstDeskTests.run(
            [
                "init", "--desk", path, "--code", "0379", "--name", "洛阳分行营业部", "--hotline", "0379-65920000", "--timezone", zone,
                "--manager", "1001", "--manager-name", "王建国", "--passcode-file", passcode, "--practice",
            ],
            clock: .at(now)
        )
        try #require(founded.status == 0, "\(founded.errors)")
        let people = [("1002", "李敏", "complaint-manager"), ("1003", "张伟", "counter"), ("1009", "赵静", "auditor")]
        for (number, name, role) in staff ? people : [] {
            let added = try FirstDeskTests.run(
                [
                    "staff", "add", "--number", number, "--name", name, "--role", role, "--initial-passcode-file", passcode, "--as", "1001",
                    "--passcode-file", passcode, "--desk", path,
                ],
                clock: .at(now)
            )
            try #require(added.status == 0, "\(added.errors)")
        }
        return String(founded.output.dropFirst("Recovery key: ".count).prefix { $0 != "\n" })
    }

    /// Runs a command on the desk, signed in as somebody where a number is given.
    func run(
        _ arguments: String...,
        as staff: String? = nil,
        input: String? = nil,
        clock: ProgramClock? = nil,
        environment: [String: String] = [:]
    ) throws -> CommandResult {
        let person = staff.map { ["--as", $0, "--passcode-file", folder.path("passcode")] } ?? []
        return try FirstDeskTests.run(
            arguments + person,
            input: input,
            clock: clock ?? .at(now),
            environment: ["FIRSTDESK_HOME": path].merging(environment) { _, changed in changed }
        )
    }

    /// Logs an oral complaint as 1003 and gives its number.
    func log(_ text: String = "排队四十分钟无人管", _ more: String...) throws -> String {
        let person = ["--as", "1003", "--passcode-file", folder.path("passcode")]
        let result = try FirstDeskTests.run(
            ["log", "--channel", "oral", "--text", text, "--customer", "刘女士", "--contact", "13800000000"] + more + person,
            clock: .at(now),
            environment: ["FIRSTDESK_HOME": path]
        )
        try #require(result.status == 0, "\(result.errors)")
        return String(result.output.dropLast())
    }

    /// What the branch manager signs with, who has read a case as it stands: `{"read": 9}`.
    func reading(_ number: String) throws -> String {
        let shown = try run("show", number, "--json", as: "1001").objects().first
        return #"{"read": \#(shown?["lastEvent"]?.line ?? "")}"#
    }

    /// A case that 1002 found and replied to, and that bears a signature.
    func repliedCase() throws -> String {
        let number = try log("排队四十分钟无人管", "--hand-over-to", "1002")
        let acts = [
            ("accept", "{}"),
            ("finding", #"{"fault":"none","facts":"已及时加开窗口。","class":"unfounded","explanation":"已耐心说明。"}"#),
            ("reply", #"{"how":"phone","text":"已向客户说明。","accepted":true}"#),
        ]
        for (act, fields) in acts {
            let result = try run("act", number, act, "--json", fields, as: "1002")
            try #require(result.status == 0, "\(result.errors)")
        }
        return number
    }
}

extension CommandResult {
    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The objects of standard output, one a line.
    func objects() throws -> [JSONValue] {
        try lines.map { try JSONValue(reading: $0) }
    }
}

extension JSONValue {
    /// A member of an object; nil where there is none.
    subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The members of a list.
    var elements: [JSONValue] {
        if case .list(let elements) = self { elements } else { [] }
    }

    /// The keys of an object.
    var keys: Set<String> {
        if case .object(let members) = self { Set(members.keys) } else { [] }
    }
}
