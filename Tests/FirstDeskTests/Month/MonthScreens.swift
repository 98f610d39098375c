import Testing

@testable import firstdesk

/// Every screen of the month's end at 80×24, in both languages.
struct MonthScreens {
    private let month: LivedMonth

    init(_ month: LivedMonth) {
        self.month = month
    }

    /// The keys to each screen, and its title in English and Chinese.
    private static let screens: [(keys: String, english: String, chinese: String)] = [
        ("press 1", "Desk", "工作台"), ("press 2", "Registers", "登记簿"), ("press 3", "Comment book", "意见簿"), ("press 4", "Sign-off", "签字"),
        ("press 5", "Head office", "总行"), ("press 8", "Rectification", "整改"), ("press 9", "Settings", "设置"),
        ("press 2\npress Enter", "Case 0379-2610-", "投诉 0379-2610-"),
    ]

    /// Opens each screen and looks at it.
    func check() throws {
        let due = try LivedMonth.object(month.due)
        func count(_ name: String) -> String { due[name]?.line ?? "" }
        for screen in Self.screens {
            for isChinese in [false, true] {
                let name = isChinese ? screen.chinese : screen.english
                let lines = try self.lines(screen.keys, isChinese ? "zh" : "en")
                #expect(lines.count == 24, "\(name)")
                for line in lines {
                    #expect(Self.columns(of: line) <= 80, "\(name): \(line)")
                    #expect(!line.unicodeScalars.contains("\u{FFFD}"), "\(name): \(line)")
                }
                guard lines.count == 24 else { continue }
                #expect(lines[0].contains(" · \(name)"), "\(lines[0])")
                #expect(lines[0].contains("1002 李敏") && lines[0].contains("10:00"), "\(lines[0])")
                let counts =
                    isChinese
                    ? ["逾期 \(count("overdue")) 件", "今日到期 \(count("dueToday")) 件", "待签字 \(count("toSign")) 件"]
                    : ["\(count("overdue")) overdue", "\(count("dueToday")) due today", "\(count("toSign")) to sign"]
                for text in counts { #expect(lines[1].contains(text), "\(name): \(lines[1])") }
                #expect(lines[1].contains("PRACTICE 练习"))
                // Something stands on every screen, and the keys below it.
                let body = lines[3..<20].filter { line in line.contains { $0.isLetter || $0.isNumber } }
                #expect(body.count >= 2, "\(name) is empty")
                #expect(!body.contains { $0.contains("Nothing is") || $0.contains("没有待") }, "\(name) is empty")
                #expect(lines[23].contains("?"), "\(lines[23])")
            }
        }
    }

    /// The screen after some keys, as 1002 has it.
    private func lines(_ keys: String, _ language: String) throws -> [String] {
        let script = try month.folder.write(keys + "\n", to: "keys")
        let result = try month.ask("--keys", script, "--screen", month.folder.path("screen"), "--lang", language, as: "1002")
        #expect(result.status == 0, "\(result.errors)")
        var lines = try SourceTree.text(of: month.folder.path("screen")).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init
        )
        // The file ends with a line break.
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// The columns of a line: two for Han characters and full-width signs, which are all that the month's texts have of that kind.
    private static func columns(of line: String) -> Int {
        line.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
                0x1F300...0x1FAFF:
                sum + 2
            default: sum + 1
            }
        }
    }
}
