import ComplaintRules

// What stands on the page of what is one's own.
extension Phrase {
    static let meTitle = Phrase(en: "Me", zh: "个人设置")
    static let meWords = Phrase(en: "Kept for you alone, at every terminal of this desk.", zh: "仅对您本人生效，在本投诉台各终端通用。")
    /// The name of a theme, which its file has, with what it is in Chinese beside; that of a branch's own as it is.
    static func themeNamed(_ name: String) -> Phrase {
        Phrase(en: name, zh: themeLabels[name].map { name + Language.chinese.bracketed($0) } ?? name)
    }
    private static let themeLabels = [
        "amber": "琥珀色", "bank-blue": "银行蓝", "colour-blind": "色觉友好", "dark": "深色", "green": "荧光绿", "high-contrast": "高对比度",
        "light-paper": "浅色纸面", "mono": "单色",
    ]
    static let theme = Phrase(en: "Theme", zh: "主题")
    static let bell = Phrase(en: "Bell", zh: "提示音")
    static let bellOn = Phrase(en: "The bell rings when another terminal changes a case.", zh: "其他终端更新投诉时将响铃提示。")
    static let bellOff = Phrase(en: "The bell is off.", zh: "提示音已关闭。")
    static let asStarted = Phrase(en: "not set here", zh: "未另设")
    static func languageKept(_ language: Language) -> Phrase {
        let name = Phrase.languageName(language)
        return Phrase(en: "Your language is \(name.english) from now on.", zh: "您的界面语言现为 \(name.chinese)。")
    }
    static let languageCommon = Phrase(en: "Your language is that in which FirstDesk is started.", zh: "您的界面语言现与启动时相同。")
    static let passcodeOwn = Phrase(en: "known to you alone", zh: "仅您本人知晓")
    static func passcodeGiven(_ giver: StaffNumber) -> Phrase { Phrase(en: "given by \(giver): change it", zh: "由 \(giver) 设置，请更改") }
    static let changePasscode = Phrase(en: "Change my passcode", zh: "更改我的密码")
    static let oldPasscode = Phrase(en: "Current passcode", zh: "当前密码")
    static let oldPasscodeWrong = Phrase(en: "The current passcode is wrong. The attempt was recorded.", zh: "当前密码错误，本次尝试已记录。")
    static let passcodeChanged = Phrase(en: "Your passcode is changed.", zh: "您的密码已更改。")
    static let themeWords = Phrase(en: "Move up or down to preview a theme; Enter keeps it.", zh: "上下移动即可预览，按 Enter 保留。")
    static let keepTheme = Phrase(en: "Keep this theme for me", zh: "为我保留此主题")
    static func themeKept(_ name: String) -> Phrase { Phrase(en: "Your theme is \(name) from now on.", zh: "您的主题现为 \(name)。") }
    static let themeSample = Phrase(en: "How it looks", zh: "效果")
    static let themeTyped = Phrase(en: "what is typed", zh: "输入的文字")
    static let commonTheme = Phrase(en: "Use the theme that FirstDesk is started with", zh: "使用启动时的主题")
    static let commonThemeShort = Phrase(en: "As at start", zh: "与启动时相同")
    static let themeCommon = Phrase(en: "Your theme is that with which FirstDesk is started.", zh: "您的主题现与启动时相同。")
    static func themeTrouble(_ name: String, _ why: String, shown: String) -> Phrase {
        Phrase(
            en: "The theme \(name) cannot be shown (\(why)). \(shown) stays; choose another under Me (0).",
            zh: "无法显示主题 \(name)（\(why)）。仍用 \(shown)，可在“个人设置”（按 0）中另选。"
        )
    }
}
