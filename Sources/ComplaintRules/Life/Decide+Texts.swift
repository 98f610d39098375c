/// Checks a text that the act cannot do without.
func need(_ text: String, in field: String) throws(Refusal) {
    if text.isBlank { throw .missing(field) }
    try limit(text, in: field)
}

func limit(_ text: String, in field: String, to count: Int = Intake.textLimit) throws(Refusal) {
    // Counting bytes first spares the walk over graphemes for all but the longest texts.
    // A grapheme may hide any number of combining marks; eight bytes for each is more than any language writes.
    let bytes = text.utf8.count
    if bytes > count, bytes > count * 8 || text.count > count { throw .tooLong(field, limit: count) }
}

extension CaseEvent.Finding {
    var texts: [(name: String, text: String)] {
        [
            ("facts", facts), ("apology", apology), ("correction", correction), ("rectification", rectification),
            ("explanation", explanation), ("ruling", ruling),
        ]
    }
}
