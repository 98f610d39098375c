import ComplaintRules

extension PaperKind {
    /// What the customer takes home: that the complaint was taken, and by when they hear. Nothing of the matter, since slips are left lying about.
    static let slip = PaperKind("slip", Phrase(en: "Customer's slip", zh: "受理回执"), of: .oneCase) { material throws(PaperRefusal) in
        let told = try material.oneCase()
        let (state, settings) = (told.state, material.settings)
        // Where nothing runs towards the customer any more, there is nothing to wait for.
        let due = state.clocks.filter { $0.ended == nil && $0.name.isTowardsCustomer }.map(\.due).min()
        let reply =
            due.map {
                Block.Field(material.say("You will hear from us by", "最迟答复时间"), material.weekdayTime($0))
            } ?? outcome(of: state, material)
        return material.document(
            material.say("Complaint received", "投诉受理回执"),
            [
                .fields([
                    Block.Field(material.say("Branch", "网点"), settings.branchName, wide: true),
                    Block.Field(material.say("Number", "编号"), state.number.description),
                    Block.Field(material.say("Received", "收到时间"), material.weekdayTime(state.intake.received)),
                    reply,
                    Block.Field(material.say("Taken by", "首问责任人"), state.firstResponder.map(told.words.person) ?? ""),
                    Block.Field(material.say("Complaints hotline", "投诉电话"), settings.hotline),
                ]),
                .text(material.say("Please keep this slip and give its number when you ask.", "请保存本回执，查询时请出示编号。")),
                .signatures([material.say("Stamp", "盖章")]),
            ]
        )
    }

    /// What came of a case on which the customer waits for nothing any more: a reply, unless it ended otherwise.
    private static func outcome(of state: Case, _ material: PaperMaterial) -> Block.Field {
        if state.stage == .merged, let other = state.links.last(where: { $0.tie == .mergedInto }) {
            return Block.Field(material.say("Goes on in", "并入"), other.number)
        }
        let given = material.say("given", "已答复")
        let isEnd = Stage.endsOfTheirOwn.contains(state.stage)
        return Block.Field(material.say("Reply", "答复情况"), isEnd ? material.language(state.stage.label) : given)
    }
}
