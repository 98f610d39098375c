extension Intake {
    mutating func amend(_ amendment: CaseEvent.Amendment) {
        switch amendment.field {
        case .customer: customer = amendment.new
        case .contact: contact = amendment.new
        case .proxy: proxy = amendment.new
        case .text: text = amendment.new
        case .asks: asks = amendment.new
        case .business: business = amendment.new
        case .reason: reason = amendment.new
        case .about:
            about = amendment.new
            subjects = amendment.subjects ?? subjects
        case .amount: amount = Amount(amendment.new)
        case .happened: happened = Int64(amendment.new).map(Moment.init(milliseconds:))
        }
    }

    /// What a field says, in the form in which an amendment keeps it.
    func amendableText(_ field: AmendableField) -> String {
        switch field {
        case .customer: customer
        case .contact: contact
        case .proxy: proxy
        case .text: text
        case .asks: asks
        case .business: business
        case .reason: reason
        case .about: about
        case .amount: amount?.text ?? ""
        case .happened: happened.map { String($0.milliseconds) } ?? ""
        }
    }
}
