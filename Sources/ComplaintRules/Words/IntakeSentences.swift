// What is said of what is taken down, and of what is attached to it.
extension Phrase {
    static func notOfChannel(_ field: Phrase, _ channels: [Channel]) -> Phrase {
        Phrase(
            en: "\"\(field.english)\" is only for complaints by these channels: "
                + "\(Language.english.listed(channels.map(\.label.english))). Choose another field.",
            zh: "“\(field.chinese)”仅用于以下渠道的投诉：\(Language.chinese.listed(channels.map(\.label.chinese)))。请选择其他字段。"
        )
    }

    static var attachedNowhere: Phrase {
        Phrase(
            en: "Attach: nothing says where it is. Give a file, or where the paper is kept.",
            zh: "添加附件：既无文件，也未写明存放处。请选择文件，或填写纸质件的存放处。"
        )
    }
}
