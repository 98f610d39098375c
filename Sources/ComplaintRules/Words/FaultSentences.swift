// What can be wrong with a setting, a passcode or a file, as sentences; `Refusal.sentence` says them where they stand against something.
extension Refusal {
    /// That a value is none of a setting's, with one that is where people would not guess it.
    static func settingSentence(_ name: String) -> Phrase {
        let label = Setting.named(name)?.title ?? Setting.label(of: name)
        let example: Phrase? =
            switch Setting.named(name)?.kind {
            case .hours:
                Phrase(
                    en: "08:30-12:00, 13:30-17:00, each time later than the one before; or closed",
                    zh: "08:30-12:00, 13:30-17:00（时间须依次在后，不得颠倒或重叠），不营业写 closed"
                )
            case .staff: Phrase(en: "1002, 1004", zh: "1002, 1004")
            case .minutes: Phrase(en: "whole minutes, 0 (never) to 480", zh: "0（不锁定）至 480 的整数分钟")
            case .years: Phrase(en: "whole years, 1 to 100", zh: "1 至 100 的整数年")
            case .days: Phrase(en: "whole days, 1 to 3653", zh: "1 至 3653 的整数天")
            case .language: Phrase(en: "en or zh", zh: "en 或 zh")
            case .flag: Term.yesOrNo
            case .tier: Phrase(en: "1200.50", zh: "1200.50")
            case .size: Phrase(en: "a whole number, 1 or more", zh: "正整数")
            case .points: Phrase(en: "oral/on-the-spot=2, */replied=1", zh: "oral/on-the-spot=2, */replied=1")
            case .text where name == "hotline": Phrase(en: "a telephone number, such as 95588", zh: "电话号码，例如 95588")
            case .text, .clock, nil: nil
            }
        let (quoted, written) = (Language.english.quoted(label.english), Language.chinese.quoted(label.chinese))
        guard let example else { return Phrase(en: "\(quoted): that is not a valid value.", zh: "\(written)：该值无效。") }
        // No blank stands between Han and Han.
        let blank = example.chinese.unicodeScalars.first.map { $0.value >= 0x4E00 } == true ? "" : " "
        return Phrase(
            en: "\(quoted): that is not a valid value. Write it as \(example.english).",
            zh: "\(written)：该值无效，请写成\(blank)\(example.chinese)。"
        )
    }
}

extension Setting {
    /// A value as people say it, such as it is written; the text itself where that is how they say it.
    ///
    /// - Parameter country: whose money it is.
    public func words(for text: String, in country: Country) -> Phrase {
        switch kind {
        case _ where text.isEmpty: Phrase(en: "empty", zh: "空")
        case .minutes:
            Int(text).map { count in
                count == 0 ? Term.neverLocks : Phrase(en: Phrase.count(count, "minute"), zh: "\(count) 分钟")
            } ?? Phrase(verbatim: text)
        case .years: Int(text).map { Phrase(en: Phrase.count($0, "year"), zh: "\($0) 年") } ?? Phrase(verbatim: text)
        case .days: Int(text).map { Phrase(en: Phrase.count($0, "day"), zh: "\($0) 天") } ?? Phrase(verbatim: text)
        case .tier: Phrase(verbatim: Amount(text)?.text(in: country) ?? text)
        case .size: Phrase(verbatim: Amount.grouped(text))
        case .hours where text == DayHours.closed.text: BookDay.Status.closed.label
        case .clock: ClockLimit(text: text)?.words ?? Phrase(verbatim: text)
        case .flag: Written.flag(text).map { $0 ? Term.yes : Term.no } ?? Phrase(verbatim: text)
        case .text, .hours, .language, .staff, .points: Phrase(verbatim: text)
        }
    }

    /// Its name as the subject of a sentence: that of a clock's limit is a small word for something else, and says what it is.
    public var subject: Phrase {
        guard case .clock = kind else {
            return Phrase(en: Language.english.quoted(title.english), zh: Language.chinese.quoted(title.chinese))
        }
        return Phrase(en: "The limit \(Language.english.quoted(title.english))", zh: "\(Language.chinese.quoted(title.chinese))时限")
    }

    /// What was set just now, and from which day on it holds; where that is later, what holds until then.
    ///
    /// - Parameters:
    ///   - day: the first on which it holds; nil where it holds at once.
    public func told(set text: String, from day: Day?, under rules: DeskRules, at now: Moment) -> Phrase {
        let country = rules.settings.country
        let set = words(for: text, in: country)
        guard let day, day > rules.zone.day(at: now) else {
            return Phrase(en: "\(subject.english) is \(set.english) now.", zh: "\(subject.chinese)现为\(set.chineseBehindHan)。")
        }
        let between = coming(under: rules, at: now).filter { $0.from < day }
        let held = words(for: self.text(under: rules, at: now), in: country)
        let english = [held.english] + between.map { "\(words(for: $0.text, in: country).english) from \($0.from.iso) on" }
        let chinese =
            ["仍为\(held.chineseBehindHan)"]
            + between.map { "自 \($0.from.iso) 起为\(words(for: $0.text, in: country).chineseBehindHan)" }
        return Phrase(
            en: "\(subject.english) is \(set.english) from \(day.iso) on; until then it is \(english.joined(separator: ", ")).",
            zh: "\(subject.chinese)自 \(day.iso) 起为\(set.chineseBehindHan)；此前\(chinese.joined(separator: "，"))。"
        )
    }
}

extension Refusal {
    /// What stands against one act as several sentences, numbered, and the act named once before them.
    static func numbered(_ refusals: [Refusal]) -> Phrase {
        func told(_ language: Language) -> String {
            let lead = language(ActKind.sign.label) + language.colon
            let parts = refusals.map { language($0.sentence) }.map { $0.hasPrefix(lead) ? String($0.dropFirst(lead.count)) : $0 }
            return lead + parts.enumerated().map { "(\($0 + 1)) \($1)" }.joined(separator: language == .english ? " " : "")
        }
        return Phrase(en: told(.english), zh: told(.chinese))
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

extension Refusal.FieldFault {
    /// What is wrong with a value, as a sentence that names its field.
    func sentence(of label: Phrase) -> Phrase {
        switch self {
        case .noneOf(let options):
            Phrase(
                en: "\"\(label.english)\" must be one of: \(Language.english.listed(options.map { $0.named(in: .english) })).",
                zh: "“\(label.chinese)”应为：\(Language.chinese.listed(options.map { $0.named(in: .chinese) }))。"
            )
        case .atMost(let most):
            Phrase(en: "\"\(label.english)\" must be \(most) or less.", zh: "“\(label.chinese)”不得大于 \(most)。")
        case .share:
            Phrase(
                en: "\"\(label.english)\": shares are whole percents, 100 in all at most, e.g. 1003 60%, Cash office 40%.",
                zh: "“\(label.chinese)”：比例为整数百分比，合计不超过 100%，例如 1003 60%、现金中心 40%。"
            )
        case .amount:
            Phrase(
                en: "\"\(label.english)\" is not an amount. Write it as 1200.50.",
                zh: "“\(label.chinese)”不是金额，请写成 1200.50。"
            )
        case .amountTooLarge:
            Phrase(
                en: "\"\(label.english)\" has more than 13 digits before the point. Check it.",
                zh: "“\(label.chinese)”小数点前超过 13 位，请核对。"
            )
        case .time:
            Phrase(
                en: "\"\(label.english)\" is not a time. Write it as 2026-11-22 09:14, 2026-11-22 or 09:14.",
                zh: "“\(label.chinese)”不是时间，请写成 2026-11-22 09:14、2026-11-22 或 09:14。"
            )
        case .day:
            Phrase(
                en: "\"\(label.english)\" is not a day. Write it as 2026-11-22.",
                zh: "“\(label.chinese)”不是日期，请写成 2026-11-22。"
            )
        case .month:
            Phrase(
                en: "\"\(label.english)\" is not a month. Write it as 2026-11.",
                zh: "“\(label.chinese)”不是月份，请写成 2026-11。"
            )
        case .branchCode:
            Phrase(
                en: "\"\(label.english)\": one to twelve letters (A-Z) or digits, e.g. 0379.",
                zh: "“\(label.chinese)”为一至十二位字母或数字，例如 0379。"
            )
        case .limit:
            Phrase(
                en: "A limit is written like 3d, 7wd (working days), 60m (of opening time) or 2h (day and night), a year at most.",
                zh: "时限写成 3d、7wd（工作日）、60m（营业分钟）或 2h（不分昼夜），最长一年。"
            )
        case .setting(let name): Refusal.settingSentence(name)
        case .file(let fault): fault.sentence
        case .count:
            Phrase(en: "\"\(label.english)\" must be a whole number, 1 or more.", zh: "“\(label.chinese)”应为正整数。")
        case .atLeast(let least):
            Phrase(en: "\"\(label.english)\" must be at least \(least).", zh: "“\(label.chinese)”至少为 \(least)。")
        case .flag:
            Phrase(en: "\"\(label.english)\" must be yes or no.", zh: "“\(label.chinese)”请填是或否。")
        case .staffNumber:
            Phrase(
                en: "\"\(label.english)\" is not a staff number: one to twelve letters or digits.",
                zh: "“\(label.chinese)”不是工号：一至十二位字母或数字。"
            )
        }
    }
}
