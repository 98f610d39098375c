import Glibc

@testable import firstdesk

/// Runs a command in the test's own process: all of the program's code from the command line on, and no start of a process.
///
/// - Parameters:
///   - arguments: What follows the program's name on the command line: `--desk` and `--at` among it, since the process's own environment
///     has no say, and nothing that asks on a terminal.
///   - input: Standard input.
/// - Throws: `HarnessFailure` where one of the two is missing, or a file for the output cannot be made.
func runInProcess(_ arguments: [String], input: String = "") throws(HarnessFailure) -> CommandResult {
    for option in ["--desk", "--at"] where !arguments.contains(option) {
        throw HarnessFailure("\(option) is to be handed in: \(arguments.joined(separator: " "))")
    }
    let folder = try TemporaryFolder()
    try folder.write(input, to: "input")
    var descriptors: [Int32] = []
    defer {
        for descriptor in descriptors { close(descriptor) }
    }
    for name in ["input", "output", "errors"] {
        let descriptor = open(folder.path(name), name == "input" ? O_RDONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw HarnessFailure.system("open \(folder.path(name))") }
        descriptors.append(descriptor)
    }
    let given = arguments.contains("--lang") ? CommonOptions.language(of: arguments) : .english
    let console = Console(language: given, input: descriptors[0], output: descriptors[1], errors: descriptors[2])
    let status = Program(arguments: arguments.map { .success($0) }, console: console).run()
    return CommandResult(
        status: status,
        outputBytes: try SourceTree.bytes(of: folder.path("output")),
        errorBytes: try SourceTree.bytes(of: folder.path("errors"))
    )
}
