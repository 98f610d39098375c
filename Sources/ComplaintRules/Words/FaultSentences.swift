// What can be wrong with a setting, a passcode or a file, as sentences; `Refusal.sentence` says them where they stand against something.
extension Refusal {
    /// That a value is none of a setting's, with one that is where people would not guess it.
    static func settingSentence(_ name: String) -> Phrase {
        let label = Setting.label(of: name)
        let example: Phrase? =
            switch Setting.named(name)?.kind {
            case .hours: Phrase(en: "08:30-12:00, 13:30-17:00, or closed", zh: "08:30-12:00, 13:30-17:00，不营业写 closed")
            case .staff: Phrase(en: "1002, 1004", zh: "1002, 1004")
            case .minutes: Phrase(en: "whole minutes, 0 (never) to 480", zh: "0（不锁定）至 480 的整数分钟")
            case .years: Phrase(en: "whole years, 1 to 100", zh: "1 至 100 的整数年")
            case .days: Phrase(en: "whole days, 1 to 3653", zh: "1 至 3653 的整数天")
            case .language: Phrase(en: "en or zh", zh: "en 或 zh")
            case .flag: Term.yesOrNo
            case .tier: Phrase(en: "1200.50", zh: "1200.50")
            case .size: Phrase(en: "a whole number, 1 or more", zh: "正整数")
            case .points: Phrase(en: "oral/on-the-spot=2, */replied=1", zh: "oral/on-the-spot=2, */replied=1")
            case .text, .clock, nil: nil
            }
        let (quoted, written) = (Language.english.quoted(label.english), Language.chinese.quoted(label.chinese))
        guard let example else { return Phrase(en: "\(quoted): that is not a valid value.", zh: "\(written)：该值无效。") }
        return Phrase(
            en: "\(quoted): that is not a valid value. Write it as \(example.english).",
            zh: "\(written)：该值无效，请写成 \(example.chinese)。"
        )
    }
}

extension Refusal.PasscodeFault {
    /// The fault as a sentence.
    var sentence: Phrase {
        switch self {
        case .fewDigits(let minimum):
            Phrase(
                en: "A passcode of digits only is guessed too soon: take at least \(minimum), or add letters.",
                zh: "纯数字密码容易被猜到：至少 \(minimum) 位，或加入字母、文字。"
            )
        case .fewSigns:
            Phrase(en: "The passcode repeats one or two characters. Choose another.", zh: "密码只有一两种字符，请另选。")
        case .number: Phrase(en: "The staff number cannot be the passcode. Choose another.", zh: "不能用工号作密码，请另选。")
        case .known: Phrase(en: "That passcode is among the first to be guessed. Choose another.", zh: "该密码过于常见，请另选。")
        case .unchanged: Phrase(en: "The new passcode is the old one. Choose another.", zh: "新密码与原密码相同，请另选。")
        }
    }
}

extension Refusal.FileFault {
    /// The fault as a sentence.
    var sentence: Phrase {
        switch self {
        case .notFound: Phrase(en: "There is no such file. Check its path.", zh: "没有该文件，请检查路径。")
        case .notAFile: Phrase(en: "That is a folder or a device, not a file. Give the path of a file.", zh: "该路径不是普通文件，请填写文件路径。")
        case .noPermission: Phrase(en: "You may not read that file. Have it made readable, or choose another.", zh: "无权读取该文件，请先取得权限或另选文件。")
        case .empty: Phrase(en: "That file is empty. Choose another.", zh: "该文件是空的，请另选文件。")
        case .tooLarge(let megabytes):
            Phrase(en: "That file is too large: \(megabytes) MB at most.", zh: "文件过大：最多 \(megabytes) MB。")
        case .unreadable: Phrase(en: "That file cannot be read. Nothing was attached.", zh: "无法读取该文件，未添加附件。")
        }
    }
}
