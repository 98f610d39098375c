// What is said where head office's word is needed.
extension Phrase {
    static func needsHeadOffice(_ field: FieldName) -> Phrase {
        Phrase(
            en: field == "ruling"
                ? "\"\(CaseClass.special.label.english)\" needs head office's ruling: cite it in \"\(field.label.english)\"."
                : "Head office's 30 more days need its reference: give it in \"\(field.label.english)\".",
            zh: field == "ruling"
                ? "认定为“\(CaseClass.special.label.chinese)”须有总行批复：请填写“\(field.label.chinese)”。"
                : "总行批准延长 30 天须有文号：请填写“\(field.label.chinese)”。"
        )
    }

    static func headOfficeReference(_ what: Phrase) -> Phrase {
        Phrase(
            en: "\(what.english.prefix(1).uppercased() + what.english.dropFirst()) is head office's to say: give its reference.",
            zh: "\(what.chinese)由总行决定：请填写总行文号。"
        )
    }
}
