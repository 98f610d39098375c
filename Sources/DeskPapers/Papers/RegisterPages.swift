import ComplaintRules

extension PaperKind {
    /// The complaints register, 意见登记簿: a row a case, as in the paper register.
    static let register = PaperKind("register", Phrase(en: "Complaints register", zh: "意见登记簿"), of: .register) {
        material throws(PaperRefusal) in
        let columns = [
            Block.Table.Column(material.say("Number", "编号"), 11), .init(material.say("Received", "收到时间"), 8),
            .init(material.say("Channel", "渠道"), 6),
            .init(material.say("First responder", "首问责任人"), 8), .init(material.say("Customer, contact", "客户及联系方式"), 11),
            .init(material.say("What happened", "投诉内容"), 30), .init(material.say("Handling", "处理情况"), 18),
            .init(material.say("Agreed time", "约定时限"), 8), .init(material.say("Reply", "回复情况"), 28),
            .init(material.say("To head office", "上报总行"), 10), .init(material.say("Complaint manager", "投诉管理人"), 8),
            .init(material.say("Signed off", "负责人签字"), 13),
        ]
        let rows = material.cases.map { row($0, material) }
        let title = material.say("Complaints register", "意见登记簿") + " · \(material.settings.branchName) · \(material.periodLabel)"
        return material.document(
            title,
            landscape: true,
            [.table(Block.Table(columns, rows)), material.entryCount, material.printed]
        )
    }

    private static func row(_ told: PaperCase, _ material: PaperMaterial) -> [String] {
        let state = told.state
        let customer = [state.intake.customer, told.value("contact")].filter { !$0.isBlank }.joined(separator: "\n")
        let finding = state.finding.map { "\(material.language($0.classification.label))\(material.language.colon)\($0.facts)" }
        let escalated = told.all(Dossier.self).map {
            "\(material.times.longDay(material.rules.zone.day(at: $0.happened.at))) \($0.event.number)"
        }
        return [
            state.number.description, material.times.dateTime(state.intake.received), material.language(state.intake.channel.shortLabel),
            state.firstResponder.map(told.words.person) ?? "", customer, state.intake.text, finding ?? told.sourceFinding,
            told.value("agreed"), state.isHistory ? told.sourceReply : outcomes(told, material), escalated.joined(separator: "\n"),
            told.complaintManager.map(told.words.person) ?? "", PaperKind.signature(told, material, isColumn: true),
        ]
    }

    /// How the customer was answered, how that was taken, and how the case ended, in order.
    private static func outcomes(_ told: PaperCase, _ material: PaperMaterial) -> String {
        told.events(of: PaperCase.outcomes).map { happened in
            let heading = "\(material.times.dateTime(happened.at)) \(material.language(happened.event.heading))"
            return [heading, told.said(happened.event)].filter { !$0.isEmpty }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The pages of the comment book, 客户意见簿: each day with its review and its entries.
    static let book = PaperKind("book", Phrase(en: "Comment book pages", zh: "客户意见簿"), of: .book) {
        material throws(PaperRefusal) in
        let columns = [
            Block.Table.Column(material.say("Day", "日期"), 8), .init(material.say("Review", "查阅"), 12),
            .init(material.say("Page, line", "页、行"), 6),
            .init(material.say("Number", "编号"), 11), .init(material.say("Words", "意见内容"), 24),
            .init(material.say("Answer in the book", "意见簿回复"), 18), .init(material.say("Customer answered", "回复客户"), 14),
            .init(material.say("Signed off", "负责人签字"), 13),
        ]
        var rows: [[String]] = []
        let known = Dictionary(material.cases.map { ($0.state.number.description, $0) }, uniquingKeysWith: { first, _ in first })
        for (day, status, review) in material.bookDays where status != .outside {
            var text = material.language(status.label)
            if let review { text += "\n\(material.times.dateTime(review.openedAt)) \(person(review.by, material))" }
            if let review, !review.reason.isEmpty { text += "\n\(review.reason)" }
            for corrected in material.bookNotes where corrected.day == day { text += "\n\(corrected.note)" }
            let date = material.times.longDayWithWeekday(day)
            // What whoever prints may not read is on none of its pages, by its number neither.
            let entries = (review?.entries ?? []).filter { known[$0] != nil }
            if entries.isEmpty { rows.append([date, text, "", "", "", "", "", ""]) }
            for (place, number) in entries.enumerated() {
                let start = place == 0 ? [date, text] : ["", ""]
                if let told = known[number] { rows.append(start + entry(told, material)) }
            }
        }
        let title = material.say("Comment book", "客户意见簿") + " · \(material.settings.branchName) · \(material.periodLabel)"
        return material.document(title, landscape: true, [.table(Block.Table(columns, rows)), material.printed])
    }

    private static func entry(_ told: PaperCase, _ material: PaperMaterial) -> [String] {
        let place = [told.value("page"), told.value("line")].filter { !$0.isEmpty }.joined(separator: material.language.comma)
        let answer = told.last(BookAnswer.self).map { "\(told.doneBy($0.happened))\n\(told.said($0.event))" } ?? ""
        // What was written in the book alone answers nobody who left a contact.
        let outcome = told.events(of: PaperCase.outcomes).last { !($0.event is SendingBack) }
        let isElsewhere = (outcome?.event as? Reply)?.how.reachesCustomer ?? true
        let unreachable = outcome.flatMap { happened in
            told.state.hasLeftContact || !isElsewhere
                ? nil : "\(material.times.dateTime(happened.at))\n\(material.language(happened.event.heading))"
        }
        let reply =
            told.state.outcomeTold.map { telling in
                let way = telling.isUndelivered ? FieldLabel.of("undelivered") : telling.how?.label
                return [material.times.dateTime(telling.at), way.map { material.language($0) }].compactMap { $0 }.joined(separator: "\n")
            } ?? unreachable
        return [
            place, told.state.number.description, told.state.intake.text, answer, reply ?? told.sourceReply,
            PaperKind.signature(told, material, isColumn: true),
        ]
    }

    static func person(_ number: StaffNumber, _ material: PaperMaterial) -> String {
        material.rules.staff.person(number)
    }
}
