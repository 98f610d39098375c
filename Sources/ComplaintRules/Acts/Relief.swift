extension Relief {
    /// What an answer gives, by the mark that was set and what it promises: an amount says itself that it is monetary.
    init?(_ mark: Relief?, promising amount: Amount?) {
        if amount ?? .none > .none {
            self = .monetary
        } else if let mark {
            self = mark
        } else {
            return nil
        }
    }

    /// Checks that a mark says nothing else than the amount beside it.
    ///
    /// - Throws: `Refusal.reliefContradictsAmount`.
    static func check(_ mark: Relief?, promising amount: Amount?) throws(Refusal) {
        guard let mark else { return }
        if (mark == .monetary) != (amount ?? .none > .none) { throw .reliefContradictsAmount(mark) }
    }
}

extension Case {
    /// In what the customer was put right by the last reply, or by the answer on the spot where there was none; nil where nobody says.
    var relief: Relief? {
        reply.map { Relief($0.relief, promising: $0.amount) } ?? answer.flatMap { Relief($0.relief, promising: $0.amount) }
    }
}
