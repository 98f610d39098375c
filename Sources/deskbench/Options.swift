/// What is to be measured, as the command line says.
struct Options {
    /// What can be measured apart from the rest.
    enum Group: String, CaseIterable {
        case size, demo, screens, log, files
        case importing = "import"
    }

    static let help = """
        deskbench [--sizes 1000,10000] [--folder FOLDER] [--program FILE] [--seed N] [--fresh] [--only GROUP,GROUP]
                  [--rows N] [--demo-records N] [--tig FOLDER] [--json FILE]

        Measures the firstdesk that stands beside it (or FILE) on practice desks of these sizes (1000 and 10000; up to 1000000), which are
        made in FOLDER ($TMPDIR/deskbench) and used again next time, unless --fresh. Groups: \(Group.allCases.map(\.rawValue).joined(separator: ", ")).
        --rows is how many rows are imported (20000), --demo-records a larger demo to be filled besides (none), --tig a git repository that
        tig shows as a yardstick (the present folder). Yardsticks whose programs (sqlite3, tig, b2sum, strace, cp) are missing are left out.
        """

    var sizes = [1000, 10_000]
    var folder = "\(environment("TMPDIR") ?? "/tmp")/deskbench"
    var program: String?
    var seed: UInt64 = 1
    var isFresh = false
    var groups = Set(Group.allCases)
    var importRows = 20_000
    var demoRecords: Int?
    var tigFolder = "."
    var json: String?

    /// Reads the arguments; nil where help was asked for.
    init?(_ arguments: some Sequence<String>) throws(BenchFailure) {
        var rest = Array(arguments)[...]
        func value(_ option: String) throws(BenchFailure) -> String {
            guard let value = rest.popFirst() else { throw BenchFailure("\(option) needs a value") }
            return value
        }
        func count(_ option: String, _ text: String) throws(BenchFailure) -> Int {
            guard let count = Int(text), (1...10_000_000).contains(count) else { throw BenchFailure("\(option): \(text) is no count") }
            return count
        }
        while let option = rest.popFirst() {
            switch option {
            case "--help": return nil
            case "--fresh": isFresh = true
            case "--folder": folder = try value(option)
            case "--program": program = try value(option)
            case "--tig": tigFolder = try value(option)
            case "--json": json = try value(option)
            case "--seed": seed = UInt64(try count(option, try value(option)))
            case "--rows": importRows = try count(option, try value(option))
            case "--demo-records": demoRecords = try count(option, try value(option))
            case "--sizes":
                sizes = []
                for text in try value(option).split(separator: ",") { sizes.append(try count(option, String(text))) }
            case "--only":
                groups = []
                for name in try value(option).split(separator: ",") {
                    guard let group = Group(rawValue: String(name)) else { throw BenchFailure("there is no group \(name)") }
                    groups.insert(group)
                }
            default: throw BenchFailure("unknown: \(option)\n\n\(Options.help)")
            }
        }
    }
}
