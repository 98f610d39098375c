// What somebody reads who reads a case only to enter head office's ruling on it, and could not read it otherwise: no more than that needs
// (1-domain, Roles).
extension Case {
    /// The case without the customer's contacts.
    public var withoutContacts: Case {
        var narrow = self
        narrow.intake.maskContacts()
        return narrow
    }
}

extension Happened<any CaseEvent> {
    /// What happened, without the customer's contacts.
    public var withoutContacts: Happened<any CaseEvent> {
        var narrow = self
        if var logged = event as? Logged {
            logged.intake.maskContacts()
            narrow.event = logged
        } else if var amendment = event as? Amendment, amendment.isOfContact {
            amendment.old.text = amendment.old.text?.maskedContact
            amendment.new.text = amendment.new.text?.maskedContact
            narrow.event = amendment
        }
        return narrow
    }
}

extension Intake {
    fileprivate mutating func maskContacts() {
        contact = contact.maskedContact
        callBackNumber = callBackNumber?.maskedContact
    }
}

extension Amendment {
    /// Whether it is told as a contact, which stays masked.
    fileprivate var isOfContact: Bool {
        details.contains { detail in
            guard case .change(let old, let new)? = detail.value else { return false }
            return [old, new].contains { value in if case .contact? = value { true } else { false } }
        }
    }
}
