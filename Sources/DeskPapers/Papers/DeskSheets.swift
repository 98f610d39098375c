import ComplaintRules

extension PaperKind {
    /// The day's sheet for the paper file, with the seal of the ledger's end: who has it can prove that nothing was cut off since.
    static let daily = PaperKind("daily", Phrase(en: "Daily sheet", zh: "日终单"), of: .day) { material throws(PaperRefusal) in
        guard let figures = material.figures else { throw .noFigures }
        let names = ["received", "answered", "inTime", "openAtEnd", "overdue", "escalated", "repeats"]
        let words = FigureWords(material.language)
        let counts = names.compactMap { name in
            FigureMeasure.all.first { $0.name == name }.map {
                Block.Field(material.language($0.label), words.text(figures.now.value(name)))
            }
        }
        let book = material.bookDays.map { day, status, review in
            material.language(status.label) + (review.map { "\(material.language.comma)\(person($0.by, material))" } ?? "")
        }
        let rows = material.cases.map { told in
            [
                told.state.number.description, material.times.dateTime(told.state.intake.received),
                material.language(told.state.intake.channel.label),
                told.state.firstResponder.map(told.words.person) ?? "", material.stage(of: material.atEnd(told)),
            ]
        }
        let keys =
            [Block.Field(material.say("Founding key", "建立网点的密钥"), material.foundingKey)]
            + material.newKeys.map { owner, fingerprint in
                let whose = owner.map { material.say("New key of \(person($0, material))", "\(person($0, material)) 的新密钥") }
                return Block.Field(whose ?? material.say("New recovery key", "新恢复密钥"), fingerprint)
            }
        var blocks: [Block] = [.fields(counts + [Block.Field(material.say("Comment book", "意见簿"), book.joined(separator: "\n"))])]
        blocks += material.corrections
        blocks += [
            .heading(material.say("Received this day", "当日受理")),
            .table(
                Block.Table(
                    [
                        .init(material.say("Number", "编号"), 9), .init(material.say("Received", "收到时间"), 10),
                        .init(material.say("Channel", "渠道"), 8),
                        .init(material.say("First responder", "首问责任人"), 10), .init(material.say("State", "状态"), 8),
                    ],
                    rows
                )
            ),
            material.entryCount, .heading(material.say("Seal", "封签")), .text(material.seal),
            .heading(material.say("Key fingerprints", "密钥指纹")), .fields(keys),
            .note(
                material.say(
                    "Keep this sheet in the paper file. firstdesk verify --seal proves by it that nothing was cut off since; the founding key that it names "
                        + "must be the one above, on every sheet the same.",
                    "请将本单归入纸质档案。凭此封签可用 firstdesk verify --seal 校验此前记录未被删改；其显示的建立网点密钥应与上列一致，每份日终单均相同。"
                )
            ),
            .signatures([material.say("Complaint manager", "投诉管理人"), material.say("Branch manager", "网点负责人")]), material.printed,
        ]
        let title = material.say("Daily sheet", "投诉日终单") + " · \(material.settings.branchName) · \(material.periodLabel)"
        return material.document(title, blocks)
    }

    /// The report of a month, a quarter or a year: figures, what rose, what is open, and what the figures mean.
    static let report = PaperKind("report", Phrase(en: "Report", zh: "投诉统计报告"), of: .figures) { material throws(PaperRefusal) in
        guard let figures = material.figures else { throw .noFigures }
        let page = FiguresDocument(figures, material.rules, material.language)
        var blocks = page.whole
        blocks += material.corrections
        blocks.append(.heading(material.say("Open at the end", "期末未结")))
        blocks.append(
            .table(
                Block.Table(
                    [
                        .init(material.say("Number", "编号"), 9), .init(material.say("Received", "收到时间"), 9),
                        .init(material.say("State", "状态"), 7),
                        .init(material.say("Handled by", "经办人"), 9), .init(material.say("Limits", "时限"), 20),
                    ],
                    material.cases.map { told in
                        let then = material.atEnd(told)
                        return [
                            told.state.number.description, material.times.dateTime(told.state.intake.received),
                            material.stage(of: then), then?.state.holder.map(told.words.person) ?? "",
                            then?.clocks(at: material.end?.adding(seconds: -1) ?? material.now) ?? "",
                        ]
                    }
                )
            )
        )
        blocks.append(material.entryCount)
        blocks += FiguresDocument.definitions(material.language, material.rules)
        blocks += [
            .signatures([material.say("Complaint manager", "投诉管理人"), material.say("Branch manager", "网点负责人")]), material.printed,
        ]
        let title = material.say("Complaints report", "投诉统计报告") + " · \(material.settings.branchName) · \(material.periodLabel)"
        return material.document(title, blocks)
    }

    /// The notice of the hotline for the hall.
    static let notice = PaperKind("notice", Phrase(en: "Hotline notice", zh: "投诉电话公示"), of: .desk) { material throws(PaperRefusal) in
        let settings = material.settings
        var blocks: [Block] = [
            .large(material.say("Complaints hotline", "投诉电话")), .large(settings.hotline),
            .text(
                material.say(
                    "Something went wrong? Tell any member of staff: whoever is asked first sees that you get an answer. Or call us, or write in the comment book.",
                    "如您对服务有意见，请告知任何一位工作人员，首问人员负责到底；也可拨打投诉电话，或在客户意见簿上留言。"
                )
            ),
        ]
        if !settings.outsideChannels.isBlank {
            blocks.append(.text(material.say("You can also turn to: ", "您也可通过以下渠道反映：") + settings.outsideChannels(in: material.language)))
        }
        blocks.append(.text(settings.branchName))
        return material.document(settings.branchName, blocks)
    }
}
