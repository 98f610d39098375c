/// What has been typed into a form and where one was, as it is kept for a draft.
public struct FormSnapshot: Codable, Equatable, Sendable {
    /// Values by the names of the fields, hidden ones too; secrets are left out.
    public var values: [String: String]
    /// The field that had the focus.
    public var focusedID: String
    /// Graphemes before the caret by field, for those that have one.
    public var carets: [String: Int]

    /// Makes a snapshot.
    public init(values: [String: String], focusedID: String, carets: [String: Int]) {
        self.values = values
        self.focusedID = focusedID
        self.carets = carets
    }
}

extension Form {
    /// What has been typed so far (2-screens rule 1); passcodes are never in it.
    public var snapshot: FormSnapshot {
        var values: [String: String] = [:]
        var carets: [String: Int] = [:]
        for field in fields where !field.isSecret {
            switch field.kind {
            case .line, .text:
                values[field.id] = field.value
                carets[field.id] = field.caret
            case .choice, .check:
                values[field.id] = field.value
            case .note: break
            }
        }
        return FormSnapshot(values: values, focusedID: focusedID, carets: carets)
    }

    /// Puts a draft back, with the focus and carets where they were; fields that the draft does not know stay as they are.
    public mutating func restore(_ snapshot: FormSnapshot) {
        for index in fields.indices where !fields[index].isSecret {
            let id = fields[index].id
            if let value = snapshot.values[id] { fields[index].setValue(value) }
            if let caret = snapshot.carets[id] { fields[index].caret = caret }
        }
        focus(snapshot.focusedID)
    }
}
