extension Intake {
    /// The names of the fields of an intake, as on the command line, in JSON and in the form.
    public static let fieldNames =
        [
            "channel", "received", "customer", "contact", "proxy", "text", "asks", "business", "reason", "about", "happened", "amount",
            "repeated-back", "agreed",
        ] + Channel.allCases.flatMap(ChannelDetails.fieldNames(of:))

    /// Makes an intake from what was written in the fields. A field left out or blank is not given; where `received` is not given, the
    /// complaint is received at `now`.
    ///
    /// - Throws: `Refusal.unknownField`, `.missing` or `.badValue`, naming the field.
    public init(values: [String: String], at now: Moment, under desk: DeskRules) throws(Refusal) {
        for name in values.keys.sorted() where !Intake.fieldNames.contains(name) {
            throw .unknownField(name, known: Intake.fieldNames)
        }
        let written = FieldReader(values)
        self.init(
            channel: try written.requiredCode("channel"),
            received: try written.moment("received", at: now, under: desk) ?? now,
            text: try written.required("text")
        )
        customer = written.optional("customer")
        contact = written.optional("contact")
        proxy = written.optional("proxy")
        asks = written.optional("asks")
        for (name, axis) in [("business", Code.Axis.business), ("reason", .reason)] {
            let text = written.optional(name)
            if text.isEmpty { continue }
            guard let key = desk.codes.key(for: text, on: axis) else {
                throw .badValue(name, .noneOf(desk.codes.codes(on: axis).map(\.key)))
            }
            if axis == .business { business = key } else { reason = key }
        }
        about = written.optional("about")
        happened = try written.moment("happened", at: now, under: desk)
        amount = try written.amount("amount")
        isRepeatedBack = try written.flag("repeated-back") ?? false
        agreed = try written.moment("agreed", at: now, under: desk, isEnd: true)
        details = try ChannelDetails(written, of: channel, at: now, under: desk)
    }

    /// The lines of the intake, each a single line by nature, with the names of their fields.
    var lines: [(name: String, text: String)] {
        [
            ("customer", customer), ("contact", contact), ("proxy", proxy), ("business", business), ("reason", reason), ("about", about),
            ("original-place", details?.originalPlace ?? ""), ("copy-place", details?.copyPlace ?? ""),
            ("call-back-number", details?.callBackNumber ?? ""), ("ticket", details?.ticket ?? ""),
            ("hotline-answer", details?.hotlineAnswer ?? ""), ("sender", details?.sender ?? ""),
            ("reference", details?.reference ?? ""),
        ]
    }
}
