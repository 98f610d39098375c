import ComplaintRules

extension OptionSpec {
    /// The option for a field of a complaint, from the core's table of them.
    init(_ field: IntakeField) {
        let (name, shape) = (field.name.text, field.shape)
        let label = shape.box ?? shape.label
        var help = Phrase(en: label.english, zh: label.chinese)
        if case .choice(let options) = shape.kind {
            let codes = options.map(\.code).joined(separator: ", ")
            help = Phrase(en: "\(help.english): \(codes)", zh: "\(help.chinese)：\(codes)")
        } else if let hint = shape.hint {
            help = Phrase(en: "\(help.english) (\(hint.english))", zh: "\(help.chinese)（\(hint.chinese)）")
        }
        if let channels = field.channels {
            let owners = Channel.allCases.filter(channels.contains).map(\.label)
            help = Phrase(
                en: owners.map(\.english).joined(separator: ", ") + ": " + help.english,
                zh: owners.map(\.chinese).joined(separator: "、") + "：" + help.chinese
            )
        }
        switch shape.kind {
        case .flag: self.init(name, help)
        case .text, .line, .file: self.init(name, "TEXT", help)
        case .choice, .code: self.init(name, "CODE", help)
        case .manager, .member: self.init(name, "STAFF", help)
        case .time: self.init(name, "TIME", help)
        case .day: self.init(name, "DAY", help)
        case .amount: self.init(name, "AMOUNT", help)
        case .count: self.init(name, "N", help)
        }
    }
}
