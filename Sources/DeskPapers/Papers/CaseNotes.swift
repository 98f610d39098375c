import ComplaintRules

extension PaperKind {
    /// The dossier that goes to head office: all that is known, with the digests of what is attached.
    static let dossier = PaperKind("dossier", Phrase(en: "Escalation dossier", zh: "上报卷"), of: .oneCase) { material throws(PaperRefusal) in
        let told = try material.oneCase()
        guard let dossier = told.last(Dossier.self), let number = told.state.dossier else { throw .neverEscalated }
        let asked = told.last(Escalation.self)
        var blocks: [Block] = [
            .fields([
                Block.Field(material.say("Dossier", "上报卷号"), number),
                Block.Field(material.say("Number", "编号"), told.state.number.description),
                Block.Field(material.say("Sent to head office", "上报时间"), told.doneBy(dossier.happened), wide: true),
                Block.Field(material.say("Why", "上报原因"), asked.map { told.said($0.event) } ?? "", wide: true),
                Block.Field(material.say("Asked for by", "申请人"), asked.map { told.doneBy($0.happened) } ?? "", wide: true),
            ]),
            .heading(material.say("The matter", "投诉内容")), .fields(matter(told, material)),
        ]
        if let finding = told.last(Finding.self) {
            blocks += [.heading(material.language(Finding.label)), .text("\(told.doneBy(finding.happened))\n\(told.said(finding.event))")]
        }
        blocks += [.heading(material.say("What happened", "办理经过")), told.timeLine]
        let attached = told.all(Attachment.self).map(\.event)
        blocks.append(.heading(material.say("Attachments", "附件清单")))
        blocks.append(
            attached.isEmpty
                ? .text(material.say("None.", "无。"))
                : .table(
                    Block.Table(
                        [
                            .init(material.say("No.", "序号"), 2, number: true), .init(material.say("Name", "名称"), 8),
                            .init(material.say("Kept at", "存放处"), 8), .init(material.say("Bytes", "字节数"), 4, number: true),
                            .init(material.say("Digest", "摘要值"), 18),
                        ],
                        attached.enumerated().map {
                            [String($0 + 1), $1.name, $1.place, $1.byteCount == 0 ? "" : String($1.byteCount), $1.digest]
                        }
                    )
                )
        )
        blocks += [
            .signatures([material.say("Branch manager", "网点负责人"), material.say("Received by head office", "总行签收")]), material.printed,
        ]
        return material.document(material.say("Dossier for head office", "投诉上报卷"), blocks)
    }

    /// A reminder to whoever has an overdue case.
    static let chaser = PaperKind("chaser", Phrase(en: "Chaser", zh: "催办单"), of: .oneCase) { material throws(PaperRefusal) in
        let told = try material.oneCase()
        guard let chased = told.last(Chaser.self) else { throw .neverChased }
        // Behind its due moment when it was chased, whether it was met since or not.
        let at = chased.happened.at
        let late = told.state.clocks.filter { $0.due < at && ($0.ended.map { $0 >= at } ?? true) }
        let limits = late.map { "\(told.words.name(of: $0)) \(material.times.dateTime($0.due))" }
        let holder = told.state.holder ?? told.state.awaitedReceiver
        return material.document(
            material.say("Chaser", "催办单"),
            [
                .fields([
                    Block.Field(material.say("Chaser", "催办单号"), chased.event.number),
                    Block.Field(material.say("Number", "编号"), told.state.number.description),
                    Block.Field(material.say("To", "致"), holder.map(told.words.person) ?? ""),
                    Block.Field(material.say("How often chased", "催办次数"), String(told.all(Chaser.self).count)),
                    Block.Field(material.say("From", "催办人"), told.doneBy(chased.happened), wide: true),
                    Block.Field(material.say("Overdue", "逾期时限"), limits.joined(separator: "\n"), wide: true),
                    Block.Field(material.say("Message", "催办内容"), chased.event.text, wide: true),
                ]),
                .text(material.say("Please reply, and say below by when.", "请尽快办理，并在下方注明预计答复时间。")),
                .fields([Block.Field(material.say("Answer", "答复"), String(repeating: "\n", count: 6), wide: true)]),
                .signatures([material.say("Received by, date", "签收人及日期")]), material.printed,
            ]
        )
    }

    /// Why a case closed late.
    static let delayNote = PaperKind("delay-note", Phrase(en: "Delay note", zh: "逾期原因单"), of: .oneCase) { material throws(PaperRefusal) in
        let told = try material.oneCase()
        guard let note = told.last(DelayNote.self) else { throw .noDelayNote }
        let late = told.state.clocks.filter { $0.name.isTowardsCustomer && $0.state(at: material.now) == .breached }
        let limits = late.map { clock in
            let ended = told.bracketed(
                clock.ended.map { material.say("met \(material.times.dateTime($0))", "完成于 \(material.times.dateTime($0))") }
            )
            return "\(told.words.name(of: clock)) \(material.times.dateTime(clock.due))\(ended)"
        }
        return material.document(
            material.say("Delay note", "逾期原因单"),
            [
                .fields([
                    Block.Field(material.say("Delay note", "逾期原因单号"), note.event.number),
                    Block.Field(material.say("Number", "编号"), told.state.number.description),
                    Block.Field(material.say("Received", "收到时间"), material.times.dateTime(told.state.intake.received)),
                    Block.Field(material.say("Closed", "办结时间"), told.state.closedAt.map(material.times.dateTime) ?? ""),
                    Block.Field(material.say("Not met", "逾期时限"), limits.joined(separator: "\n"), wide: true),
                    Block.Field(material.language(FieldLabel.of("cause")), note.event.cause, wide: true),
                    Block.Field(material.say("Written by", "填写人"), told.doneBy(note.happened), wide: true),
                ]),
                .signatures([material.say("Branch manager", "网点负责人")]), material.printed,
            ]
        )
    }

    /// What is to be put right after a case: for whoever does it, and for whoever checks it.
    static let rectification = PaperKind("rectification", Phrase(en: "Rectification notice", zh: "整改通知单"), of: .oneCase) {
        material throws(PaperRefusal) in
        let told = try material.oneCase()
        let items = told.state.rectifications
        if items.isEmpty { throw .noRectification }
        let finding = told.state.finding
        var blocks: [Block] = [
            .fields(
                [
                    Block.Field(material.say("Number", "编号"), told.state.number.description),
                    Block.Field(material.say("Received", "收到时间"), material.times.dateTime(told.state.intake.received)),
                    told.field("business"), told.field("reason"),
                    Block.Field(material.language(FieldLabel.of("facts")), finding?.facts ?? told.value("text"), wide: true),
                    Block.Field(material.language(FieldLabel.of("responsible")), finding?.responsible ?? "", wide: true),
                ].filter { !$0.value.isBlank }
            )
        ]
        for item in items {
            let action = item.action
            blocks.append(.heading(material.say("Item \(action.item)", "第 \(action.item) 项")))
            blocks.append(
                .fields(
                    [
                        Block.Field(material.say("What is to be done", "整改事项"), action.what, wide: true),
                        Block.Field(material.say("Opened", "开立时间"), material.times.dateTime(item.openedAt)),
                        Block.Field(material.say("Because of", "触发原因"), told.triggers(of: item)),
                        Block.Field(material.language(FieldLabel.of("owner")), action.owner),
                        Block.Field(material.language(FieldLabel.of("due")), material.times.longDay(action.due)),
                        Block.Field(material.say("How it stands", "情况"), told.standing(of: item)),
                        Block.Field(
                            material.say("Result", "整改结果"),
                            item.isOpen ? String(repeating: "\n", count: 4) : told.checks(of: item).joined(separator: "\n"),
                            wide: true
                        ),
                    ].filter { !$0.value.isEmpty }
                )
            )
        }
        blocks += [
            .signatures([
                material.say("Owner, date", "整改负责人及日期"), material.say("Verified by, date", "核验人及日期"),
                material.say("Branch manager", "网点负责人"),
            ]),
            material.printed,
        ]
        return material.document(material.say("Rectification notice", "整改通知单"), blocks)
    }

    /// What a member of staff says on a case; with no statement yet, a form to write one by hand.
    static let statement = PaperKind("statement", Term.staffStatement, of: .oneCase) {
        material throws(PaperRefusal) in
        let told = try material.oneCase()
        let statements = told.all(StaffStatement.self)
        var blocks: [Block] = [
            .fields([
                Block.Field(material.say("Number", "编号"), told.state.number.description),
                Block.Field(material.say("Received", "收到时间"), material.times.dateTime(told.state.intake.received)),
            ])
        ]
        for statement in statements { blocks += [.heading(told.doneBy(statement.happened)), .text(statement.event.text)] }
        if statements.isEmpty {
            blocks.append(.fields([Block.Field(material.say("Statement", "情况说明"), String(repeating: "\n", count: 12), wide: true)]))
        }
        blocks += [
            .signatures([material.say("Name, staff number", "姓名、工号"), material.say("Signature and date", "签名及日期")]), material.printed,
        ]
        return material.document(material.say("Staff statement", "情况说明"), blocks)
    }

    private static func matter(_ told: PaperCase, _ material: PaperMaterial) -> [Block.Field] {
        let own: Set<String> = ["received", "channel", "customer", "contact", "text", "asks"]
        return [
            Block.Field(material.say("Received", "收到时间"), material.weekdayTime(told.state.intake.received)),
            told.field("channel"),
            told.field("customer"), told.field("contact"), told.field("text", wide: true), told.field("asks", wide: true),
        ] + told.otherFields(besides: own.union(PaperCase.tellsElsewhere))
            + [Block.Field(material.say("Limits", "时限"), told.clocks(at: material.now), wide: true)]
    }
}
