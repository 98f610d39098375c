import ComplaintRules
import DeskPapers
import Ledger

/// What a branch hands up for a period, as one signed file: the figures, the dossiers of what went up or is there, and the end of the chain
/// (1-domain, Figures and papers; 4-commands, export).
enum HeadOfficeFile {
    static func write(_ period: FiguresPeriod, _ invocation: Invocation) throws -> ExitStatus {
        let (ledger, person) = try invocation.openSignedIn()
        try permit(.export, by: person.actor)
        let figures = try FiguresCommand.figures(of: period, by: nil, ledger, person.actor)
        try invocation.tellFounding(period, in: ledger)
        let json = CaseJSON(ledger)
        let file = try OutgoingFile(invocation)
        try file.write(SignedFile.head(ledger, "head-office \(period.text)").line + "\n")
        let (now, mark) = (ledger.now, ledger.clockMark)
        let counted: JSONValue = [
            "figures": .object(FiguresJSON.object(figures, invocation.language)), "asOf": .text(ledger.rules.zone.iso(now)),
            // Head office sees whether the computer's clock stood right when it was counted.
            "clock": JSONValue(mark.map { invocation.language($0.words) }),
        ]
        try file.write(counted.line + "\n")
        try file.write(try issued(period, ledger))
        let numbers = try dossiers(of: figures, ledger, person.actor)
        var (count, hidden) = (0, 0)
        for number in numbers {
            let reading: CaseReading
            do {
                reading = try ledger.open(number, by: person.actor)
            } catch let refusal as Refusal where refusal == person.actor.mayNotRead {
                // Whoever a case is about hands up nothing of it; somebody else does, and the file says how many those are.
                hidden += 1
                continue
            }
            try file.write((["dossier": .object(json.whole(reading.stored))] as JSONValue).line + "\n")
            count += 1
        }
        try file.write((["dossiers": JSONValue(count), "notShown": JSONValue(hidden)] as JSONValue).line + "\n")
        // The proof bears the end of the chain itself: the event that records this file, and the link before it.
        try file.write((["seal": .text(try ledger.endSeal().text)] as JSONValue).line + "\n")
        let event = DeskEvent.Exported(.cases, name: "head-office \(period.text)", count: count, digest: file.digest())
        try file.finish(try SignedFile.proof(try ledger.signExport(event, by: person.actor)).line + "\n", invocation)
        return .done
    }

    /// A line for each issue of the month's report: its digest, so that what was handed up before can be held against it.
    private static func issued(_ period: FiguresPeriod, _ ledger: Ledger) throws -> String {
        guard period == FiguresPeriod(.month, of: period.first) else { return "" }
        return try ledger.figures(of: Month(of: period.first)).issues.map { issue in
            let line: JSONValue = [
                "issue": JSONValue(issue.report.issue), "at": .text(ledger.rules.zone.iso(issue.at)), "by": .text(issue.by.text),
                "digest": .text(issue.report.digest), "corrects": issue.report.corrects.map { .text($0) } ?? .null,
                "reason": issue.report.reason.map { .text($0) } ?? .null,
            ]
            return (["report": line] as JSONValue).line + "\n"
        }.joined()
    }

    /// The numbers of the cases whose dossiers go up.
    private static func dossiers(of figures: Figures, _ ledger: Ledger, _ actor: Actor) throws -> [String] {
        let period = figures.now.period
        let source = try ledger.figureSource(from: period.first, to: period.last, by: actor)
        // What is about whoever asks stands on no list of theirs: it is asked for by number, refused, and counted.
        let there = Set(try ledger.escalations(.everything).filter { $0.state == .withHeadOffice }.map(\.complaint.id))
        return try ledger.numbers(of: Figures.dossiers(in: period, from: source, under: ledger.rules) { there.contains($0) })
    }
}
