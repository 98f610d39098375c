import ComplaintRules

extension FullScreen {
    /// The program without a command.
    static let table = CommandSpec(
        "",
        Phrase(en: "the complaint desk of a branch: opens the desk full-screen", zh: "网点投诉台：打开全屏界面"),
        options: [
            OptionSpec("keys", "FILE", Phrase(en: "plays a script of keys, on practice desks only", zh: "播放按键脚本，仅限练习网点")),
            OptionSpec(
                "screen",
                "FILE",
                Phrase(en: "writes the last screen to FILE as text, on practice desks only", zh: "将最后画面以文本写入 FILE，仅限练习网点")
            ),
        ],
        notes: HelpWords.exitStatus,
        run: FullScreen.run
    )

    /// The program on a desk made for practice.
    static let demoTable = CommandSpec(
        "demo",
        Phrase(en: "opens a throw-away practice desk with sample cases", zh: "打开临时练习网点，附样例投诉"),
        options: [
            OptionSpec("records", "N", Phrase(en: "number of sample cases; default 200", zh: "样例投诉件数，默认 200")),
            OptionSpec(
                "as-role",
                "ROLE",
                Phrase(
                    en: "the role you are signed in as: \(codes(Role.self))",
                    zh: "登录岗位：\(codes(Role.self))"
                )
            ),
            OptionSpec("seed", "S", Phrase(en: "random seed; the same seed gives the same cases", zh: "随机种子，相同种子生成相同投诉")),
            OptionSpec("keys", "FILE", Phrase(en: "plays a script of keys", zh: "播放按键脚本")),
            OptionSpec("screen", "FILE", Phrase(en: "writes the last screen to FILE as text", zh: "将最后画面以文本写入 FILE")),
        ],
        run: FullScreen.runDemo
    )
}

/// The codes of a type, as a help lists them.
func codes<Code: RawRepresentable & CaseIterable>(_ type: Code.Type) -> String where Code.RawValue == String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
}
