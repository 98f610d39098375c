import ComplaintRules
import DeskPapers
import Ledger

extension Ledger {
    /// What was corrected of the days of the comment book from `first` to `last`: what stood before, why, by whom and when; and how a day was
    /// judged before a clock was declared wrong.
    ///
    /// - Throws: `LedgerError`.
    func bookNotes(from first: Day, to last: Day, _ language: Language) throws(LedgerError) -> [(day: Day, note: String)] {
        let before = try bookStatusBefore(from: first, to: last)
        let givers = try bookPasscodeGivers(from: first, to: last)
        let since = try entriesLoggedSince(from: first, to: last)
        let correctors = try bookCorrectors(from: first, to: last)
        let times = TimeWords(language, zone: rules.zone)
        return (first.ordinal...last.ordinal).compactMap { ordinal in
            let day = Day(ordinal: ordinal)
            let who = correctors[day].map { found in
                language.bracketed(rules.staff.person(found.by) + language.comma + times.dateTime(found.at))
            }
            let corrected = rules.correction(of: day).map { language($0) + (who ?? "") }
            let given = givers[day].flatMap { Term.passcodeGiven(by: $0.map(rules.staff.person)) }.map { "(! \(language($0)))" }
            let entries = since[day].map { language(BookDay.Status.entriesSince($0)) }
            let notes = [corrected, entries, before[day].map { language($0.judgedBefore) }, given].compactMap { $0 }
            return notes.isEmpty ? nil : (day, notes.joined(separator: " "))
        }
    }
}
