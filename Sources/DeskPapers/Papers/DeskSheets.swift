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
                told.state.number.description, material.received(told),
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
                        .init(material.say("First responder", "首问责任人"), 10), .init(material.say("Stage", "状态"), 8),
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
                        .init(material.say("Number", "编号"), 6), .init(material.say("Received", "收到时间"), 14),
                        .init(material.say("Stage", "状态"), 4),
                        .init(material.say("Handled by", "经办人"), 6), .init(material.say("Limits", "时限"), 34),
                    ],
                    material.cases.map { told in
                        let then = material.atEnd(told)
                        return [
                            told.state.number.description, material.received(told),
                            material.stage(of: then), then?.state.holder.map(told.words.person) ?? "",
                            then?.clocks(at: material.end?.adding(seconds: -1) ?? material.now) ?? "",
                        ]
                    }
                )
            )
        )
        blocks.append(material.entryCount)
        blocks += outOfRemit(material) + groupCases(material) + rectifications(material) + points(material)
        blocks += FiguresDocument.definitions(material.language, material.rules)
        blocks += [
            .signatures([material.say("Complaint manager", "投诉管理人"), material.say("Branch manager", "网点负责人")]), material.printed,
        ]
        let title = material.say("Complaints report", "投诉统计报告") + " · \(material.settings.branchName) · \(material.periodLabel)"
        return material.document(title, blocks)
    }

    /// The cases that were found to be out of remit, with the reason that was told.
    private static func outOfRemit(_ material: PaperMaterial) -> [Block] {
        list(
            "notAccepted",
            material.language(Term.outOfRemitTitle),
            material,
            [(material.say("Business", "业务类别"), 9), (material.say("Reason told", "告知的原因"), 26)]
        ) {
            then in
            let end = then.last(NotAccepted.self)
            return [then.value("business"), end.map { $0.event.reason + "\n" + then.doneBy($0.happened) } ?? ""]
        }
    }

    /// The cases of many customers.
    private static func groupCases(_ material: PaperMaterial) -> [Block] {
        let columns = [(material.say("Reason", "原因"), 9), (material.say("To head office", "上报总行"), 26)]
        return list("groupCases", material.say("Group cases", "群体投诉"), material, columns) { then in
            let asked = then.all(Escalation.self).last { $0.event.why == .group }
            let persons = asked?.event.persons.map { material.say("\($0) people", "\($0) 人") }
            let dossier = then.last(Dossier.self).map { "\(then.times.dateTime($0.happened.at)) \($0.event.number)" }
            return [then.value("reason"), [persons, asked?.event.reason, dossier].compactMap { $0 }.joined(separator: "\n")]
        }
    }

    /// A list of cases of which a measure is true, as they stood at the period's end; nothing where there are none.
    private static func list(
        _ measure: String,
        _ title: String,
        _ material: PaperMaterial,
        _ columns: [(title: String, width: Int)],
        _ cells: (PaperCase) -> [String]
    ) -> [Block] {
        guard let found = material.counted[measure], !found.cases.isEmpty || found.hidden > 0 else { return [] }
        let head = [
            Block.Table.Column(material.say("Number", "编号"), 9), .init(material.say("Received", "收到时间"), 17),
            .init(material.say("Stage", "状态"), 7),
        ]
        let rows = found.cases.map { told in
            let then = material.atEnd(told) ?? told
            return [
                told.state.number.description, material.received(told), material.stage(of: then),
            ] + cells(then)
        }
        return [
            .heading(title), .table(Block.Table(head + columns.map { .init($0.title, $0.width) }, rows)),
            material.entryCount(found.cases.count, hidden: found.hidden),
        ]
    }

    /// What was opened to be put right in the period, by what gave rise to it: the period's proposals.
    private static func rectifications(_ material: PaperMaterial) -> [Block] {
        guard let found = material.counted["rectified"], !found.cases.isEmpty || found.hidden > 0 else { return [] }
        let zone = material.rules.zone
        let opened = found.cases.flatMap { told -> [(told: PaperCase, item: Case.RectificationItem)] in
            let then = material.atEnd(told) ?? told
            return then.state.rectifications.filter { item in
                let day = zone.day(at: item.openedAt)
                return material.period.map { day >= $0.first && day <= $0.last } ?? true
            }.map { (then, $0) }
        }
        func row(_ label: String, _ items: [(told: PaperCase, item: Case.RectificationItem)]) -> [String] {
            func count(_ isSo: (Case.RectificationItem) -> Bool) -> String { String(items.count { isSo($0.item) }) }
            return [
                label, String(items.count), count(\.isOpen), count { $0.outcome == .verified }, count { $0.outcome == .ineffective },
                count { $0.outcome == .cancelled || $0.outcome == .replaced },
            ]
        }
        var rows = RectificationTriggers.all.map { trigger in
            row(material.language(trigger.label), opened.filter { $0.item.triggers.contains(trigger) })
        }
        rows.append(row(material.language(Term.other), opened.filter { $0.item.triggers.isEmpty }))
        rows.append(row(material.language(Term.all), opened))
        return [
            .heading(material.say("Rectifications opened, by trigger", "期内开立的整改（按触发原因）")),
            .table(
                Block.Table(
                    [
                        .init(material.say("Because of", "触发原因"), 10), .init(material.say("Opened", "开立"), 6, number: true),
                        .init(material.say("Open", "未完成"), 6, number: true), .init(material.say("It worked", "有效"), 6, number: true),
                        .init(material.say("Did not work", "无效"), 6, number: true),
                        .init(material.say("Dropped", "取消或替代"), 6, number: true),
                    ],
                    rows
                )
            ),
            .note(material.say("One may have several triggers; the total counts each once.", "一项可有多个触发原因；合计每项只计一次。")),
            .heading(material.say("Proposals", "整改建议")),
            .table(
                Block.Table(
                    [
                        .init(material.say("Number", "编号"), 10), .init(material.say("What is to be done", "整改事项"), 24),
                        .init(material.say("Because of", "触发原因"), 8), .init(material.language(FieldLabel.of("owner")), 8),
                        .init(material.language(FieldLabel.of("due")), 8), .init(material.say("How it stands", "情况"), 9),
                    ],
                    opened.map { told, item in
                        [
                            "\(told.state.number)/\(item.action.item)", item.action.what, told.triggers(of: item), item.action.owner,
                            material.times.longDay(item.action.due), told.standing(of: item),
                        ]
                    }
                )
            ),
            material.entryCount(found.cases.count, hidden: found.hidden),
        ]
    }

    /// The points of first responders, where the branch gives any.
    private static func points(_ material: PaperMaterial) -> [Block] {
        guard let points = material.points, !points.isEmpty else { return [] }
        return [
            .heading(material.say("Points by first responder", "首问责任人积分")),
            .table(
                Block.Table(
                    [
                        .init(material.say("First responder", "首问责任人"), 14), .init(material.say("Received", "受理"), 6, number: true),
                        .init(material.say("Points", "积分"), 6, number: true),
                    ],
                    points.map {
                        [StaffNumber($0.responder).map(material.rules.staff.person) ?? $0.responder, String($0.cases), String($0.points)]
                    }
                )
            ),
            .note(material.say("Weights: ", "权重：") + weights(material)),
        ]
    }

    /// The weights that held in the period, each but the first with the day from which it did.
    private static func weights(_ material: PaperMaterial) -> String {
        guard let period = material.period else { return "" }
        let held = material.rules.points(from: period.first, to: period.last)
        return held.enumerated().map { place, rule in
            let weights = rule.weights.isEmpty ? material.language(Term.none) : rule.weights
            let day = material.times.longDay(rule.from)
            return place == 0 ? weights : material.say("from \(day) ", "\(day)起 ") + weights
        }.joined(separator: material.say("; ", "；"))
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

extension PaperMaterial {
    /// When a case was received, on one line of a list: the year is said where it is not the period's own.
    fileprivate func received(_ told: PaperCase) -> String {
        let time = rules.zone.localTime(at: told.state.intake.received).time
        return period?.last.year == time.day.year ? "\(times.shortDay(time.day)) \(time.clock)" : times.dateTime(time)
    }
}
