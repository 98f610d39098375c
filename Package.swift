// swift-tools-version: 6.0
import PackageDescription

// The program is optimised in debug builds as well: the tests live through months and tens of thousands of keys, in half the time, and what
// they prove is what a branch runs. Take it out here to step through with a debugger.
let optimised: [SwiftSetting] = []

let package = Package(
    name: "firstdesk",
    products: [
        .executable(name: "firstdesk", targets: ["firstdesk"])
    ],
    targets: [
        // Doors to C. ncursesw takes no pkgConfig: SwiftPM refuses its flags and the wide calls then vanish silently.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        .target(name: "CTerminal"),

        // The house, bottom to top.
        .target(name: "ComplaintRules", swiftSettings: optimised),
        .target(name: "TableFiles", swiftSettings: optimised),
        .target(name: "Ledger", dependencies: ["ComplaintRules", "TableFiles", "CSQLite", "CSodium"], swiftSettings: optimised),
        .target(name: "TerminalKit", dependencies: ["CNcurses", "CTerminal"], swiftSettings: optimised),
        .target(
            name: "DeskScreens",
            dependencies: ["ComplaintRules", "TableFiles", "Ledger", "TerminalKit"],
            swiftSettings: optimised
        ),
        .executableTarget(
            name: "firstdesk",
            dependencies: ["ComplaintRules", "TableFiles", "Ledger", "TerminalKit", "DeskScreens"],
            swiftSettings: optimised
        ),

        // Tests: one folder a module, and one that drives the built program through a terminal.
        .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
        .target(name: "DeskTestSupport", dependencies: ["Ledger", "ComplaintRules"], path: "Tests/Support"),
        .testTarget(name: "ComplaintRulesTests", dependencies: ["ComplaintRules", "DeskTestSupport"]),
        .testTarget(name: "TableFilesTests", dependencies: ["TableFiles"]),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger", "ComplaintRules", "DeskTestSupport"], exclude: ["Desks"]),
        .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit"]),
        .testTarget(
            name: "DeskScreensTests",
            dependencies: ["DeskScreens", "Ledger", "ComplaintRules", "TerminalKit", "DeskTestSupport"]
        ),
        .testTarget(name: "FirstDeskTests", dependencies: ["firstdesk", "TableFiles", "CTerminal", "CVterm"]),
    ],
    swiftLanguageModes: [.v6]
)
