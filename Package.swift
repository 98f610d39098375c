// swift-tools-version: 6.0
import PackageDescription

// The modules without screens are optimised in debug builds too: the tests live thousands of random lives in them, and walk through every
// state that a case can come to. Overflow traps and preconditions stay. To step through one of them, take its setting out for as long.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]
// What people wait for a moment and no machine for long is built for size: half the program, and smaller by a fifth.
let small: [SwiftSetting] = [.unsafeFlags(["-Osize"], .when(configuration: .release))]

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
        // Of libxlsxwriter only the header is needed here; the program loads it when a workbook is written.
        .target(name: "CXlsxWriter"),
        .target(name: "CTerminal"),

        // The house, bottom to top.
        .target(name: "ComplaintRules", swiftSettings: optimized),
        .target(name: "TableFiles", swiftSettings: optimized),
        .target(name: "Ledger", dependencies: ["ComplaintRules", "TableFiles", "CSQLite", "CSodium"], swiftSettings: optimized),
        .target(name: "TerminalKit", dependencies: ["TableFiles", "CNcurses", "CTerminal"], swiftSettings: optimized),
        .target(name: "DeskPapers", dependencies: ["ComplaintRules", "CXlsxWriter"], swiftSettings: optimized),
        .target(
            name: "DeskScreens",
            dependencies: ["ComplaintRules", "TableFiles", "Ledger", "TerminalKit", "DeskPapers"],
            swiftSettings: small
        ),
        .executableTarget(
            name: "firstdesk",
            dependencies: ["ComplaintRules", "TableFiles", "Ledger", "TerminalKit", "DeskPapers", "DeskScreens"],
            exclude: ["WithoutUnwindTables.ld"],
            swiftSettings: small,
            // A smaller program that starts sooner: nothing is exported, so that what nobody calls is left out, and the places that the loader
            // has to fill in are told in a bit each (DT_RELR). lld comes with the toolchain.
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
                        "-Xlinker", "--no-eh-frame-hdr",
                        "-Xlinker", "--script=\(Context.packageDirectory)/Sources/firstdesk/WithoutUnwindTables.ld",
                    ],
                    .when(platforms: [.linux], configuration: .release)
                )
            ]
        ),

        // Tests: one folder a module, and one that drives the built program through a terminal.
        .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
        .target(name: "TerminalEmulator", dependencies: ["CVterm"], path: "Tests/Emulator", swiftSettings: optimized),
        .target(name: "DeskTestSupport", dependencies: ["Ledger", "ComplaintRules"], path: "Tests/Support"),
        .testTarget(name: "ComplaintRulesTests", dependencies: ["ComplaintRules", "TableFiles", "DeskTestSupport"]),
        .testTarget(name: "TableFilesTests", dependencies: ["TableFiles", "DeskTestSupport"]),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger", "ComplaintRules", "DeskTestSupport"], exclude: ["Desks"]),
        .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit", "DeskTestSupport"]),
        .testTarget(name: "DeskPapersTests", dependencies: ["DeskPapers", "Ledger", "ComplaintRules", "TerminalKit", "DeskTestSupport"]),
        .testTarget(
            name: "DeskScreensTests",
            dependencies: ["DeskScreens", "Ledger", "ComplaintRules", "TerminalKit", "DeskTestSupport"]
        ),
        .testTarget(
            name: "FirstDeskTests",
            dependencies: [
                "firstdesk", "desktrial", "DeskPapers", "TableFiles", "CTerminal", "CVterm", "TerminalEmulator", "DeskTestSupport",
            ],
            exclude: ["Papers", "Counts"]
        ),

        // From outside, knowing no module of the house: one measures the built program, the other does it every harm.
        .executableTarget(name: "deskbench", dependencies: ["CTerminal", "CSQLite", "CSodium", "TerminalEmulator"]),
        .executableTarget(name: "desktrial", dependencies: ["CSQLite", "CSodium"]),
    ],
    swiftLanguageModes: [.v6]
)
