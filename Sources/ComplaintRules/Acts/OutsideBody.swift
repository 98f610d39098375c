/// Bodies outside the branch, which send cases and set dates, and what they write under.
extension Occasion {
    /// Checks that what is named is a body outside the branch: nobody who works here, not the customer and not the branch itself. A regulator whose
    /// words name one of the staff beside it is one.
    ///
    /// - Throws: `Refusal.notOutside`.
    func checkOutside(_ body: String, in field: FieldName, customer: String) throws(Refusal) {
        let (name, settings) = (CustomerName(body), desk.settings)
        let isCustomer = Written.saysNone(body, of: .name) || name.isFull && name == CustomerName(customer)
        let isBranch =
            !name.text.isEmpty && name.text == CustomerName(settings.branchName).text
            || Written.plain(body).lowercased() == settings.branchCode.lowercased() || Occasion.ownNames.contains(name.text)
        if isCustomer || isBranch || isStaffAlone(body) || Written.saysNone(body, of: .title) { throw .notOutside(field, body.trimmed) }
    }

    /// Whether words mean somebody who works here, and name nothing beside: their number, their name, their title.
    private func isStaffAlone(_ body: String) -> Bool {
        let subjects = desk.staff.subjects(in: body)
        if subjects.isEmpty { return false }
        var words = CustomerName(body).text.split(separator: " ").map(String.init)
        for member in subjects.compactMap({ desk.staff[$0] }) {
            let number = member.number.text.lowercased()
            for part in CustomerName(member.name).text.split(separator: " ").map(String.init) {
                words = words.map {
                    part.utf8.first.map { $0 >= 0x80 } == true ? $0.replacing(every: part, with: "") : $0 == part ? "" : $0
                }
            }
            words = words.map { $0 == number ? "" : $0 }
        }
        return words.allSatisfy { $0.isEmpty || Written.saysNone($0, of: .title) }
    }

    /// By what a branch calls itself, as names are compared.
    private static let ownNames: Set<String> = [
        "本网点", "网点", "本支行", "我们", "本单位", "us", "we", "ourselves", "branch the", "branch this", "branch our", "branch",
    ]
}

/// A reference, such as 洛金监〔2026〕15号, in the form in which it is compared: which brackets, blanks and marks stand between its letters and digits,
/// what counts it (第, 号, No.), zeros before a number, and by which signs digits and Han are written, make no other one.
struct ComparedReference: Hashable, Sendable {
    private let parts: [String]

    init(_ written: String) {
        var (parts, run) = ([String](), String.UnicodeScalarView())
        var (isDigits, isLetters) = (false, false)
        func end() {
            if !run.isEmpty, let part = ComparedReference.part(String(run), isDigits: isDigits) {
                // Letters that are spread out are one word: 洛 金 监.
                if !isDigits, isLetters { parts[parts.count - 1] += part } else { parts.append(part) }
                isLetters = !isDigits
            }
            run = String.UnicodeScalarView()
        }
        for scalar in ComparedReference.withDigits(PlainSigns.folded(written)) {
            guard scalar.isLetterOrNumber else {
                end()
                continue
            }
            let isDigit = (0x30...0x39).contains(scalar.value)
            if isDigit != isDigits { end() }
            isDigits = isDigit
            // Each of these is a word by itself, wherever it stands.
            if "第号".unicodeScalars.contains(scalar) { end() } else { run.append(scalar) }
        }
        end()
        self.parts = parts
    }

    /// A run of letters or digits as it is compared; nil for what only says that a number follows.
    private static func part(_ run: String, isDigits: Bool) -> String? {
        if isDigits {
            let number = run.drop { $0 == "0" }
            return number.isEmpty ? "0" : String(number)
        }
        let labels = ["文号", "编号", "来文", "函号"]
        let bare = labels.first(where: run.hasPrefix).map { String(run.dropFirst($0.count)) } ?? run
        return bare.isEmpty || ["no", "nr", "number", "ref", "reference", "文", "函", "our", "your"].contains(bare) ? nil : bare
    }

    /// With digits that are written in Han, one by one (二〇二六) or counted (十五, 二十), as digits.
    private static func withDigits(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
        let digits = Dictionary(uniqueKeysWithValues: zip("〇零○一二三四五六七八九".unicodeScalars, [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
        var (plain, run) = (String.UnicodeScalarView(), [Unicode.Scalar]())
        func end() {
            defer { run = [] }
            if let ten = run.firstIndex(of: "十"), run.count <= 3, !run[(ten + 1)...].contains("十"), ten <= 1 {
                let (tens, ones) = (ten == 0 ? 1 : digits[run[0]] ?? 1, ten + 1 < run.count ? digits[run[ten + 1]] ?? 0 : 0)
                if run.count - ten <= 2 { return plain.append(contentsOf: String(tens * 10 + ones).unicodeScalars) }
            }
            for sign in run { plain.append(contentsOf: (digits[sign].map(String.init) ?? String(sign)).unicodeScalars) }
        }
        for scalar in text {
            if digits[scalar] != nil || scalar == "十" {
                run.append(scalar)
                continue
            }
            end()
            plain.append(scalar)
        }
        end()
        return plain
    }
}
