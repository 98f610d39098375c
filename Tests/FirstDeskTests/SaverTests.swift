import DeskPapers
import DeskTestSupport
import Testing

@testable import ComplaintRules
@testable import DeskScreens
@testable import firstdesk

@Suite("Saving from a screen")
struct SaverTests {
    private let page = Document("Figures", .english, isPractice: true, [.heading("Reason"), .text("Service <3>")])

    /// Saves in the form that the name says, and gives what is in the file.
    private func saved(_ name: String, in folder: TemporaryFolder, _ figures: Figures? = nil) throws -> [UInt8] {
        let path = folder.path(name)
        let form = try #require(name.split(separator: ".").last.flatMap { SaveJob.Form(rawValue: String($0)) })
        let said = Saver.save(SaveJob(path: path, form: form, document: page, figures: figures))
        #expect(said.english.hasPrefix("Saved in /") && said.english.hasSuffix("/\(name)."), "\(said)")
        return try SourceTree.bytes(of: path)
    }

    @Test("A page is saved as text and HTML, figures as CSV, JSON and a workbook; what cannot be written is told")
    func forms() throws {
        let folder = try TemporaryFolder()
        let settings = DeskSettings(branchCode: "A1", branchName: "A", hotline: "1", timeZone: "Asia/Shanghai", language: .english)
        let rules = DeskRules(settings: settings, staff: StaffDirectory([]), zone: FixedZone(secondsFromUTC: 28_800))
        let period = try #require(FiguresPeriod("2026-11"))
        let source = FigureSource(reviews: [:], founding: period.first)
        let moment = rules.zone.moment(of: LocalTime(day: period.last, secondOfDay: 0))
        let figures = try #require(Figures(of: period, from: source, under: rules, at: moment))
        #expect(String(decoding: try saved("a.txt", in: folder), as: UTF8.self).contains("Service <3>"))
        #expect(String(decoding: try saved("a.html", in: folder), as: UTF8.self).contains("Service &lt;3&gt;"))
        #expect(String(decoding: try saved("a.csv", in: folder, figures), as: UTF8.self).hasPrefix("axis,key,label,count,"))
        #expect(String(decoding: try saved("a.json", in: folder, figures), as: UTF8.self).contains(#""period":"2026-11""#))
        #expect(try saved("a.xlsx", in: folder, figures).prefix(2) == Array("PK".utf8)[...])
        let lost = Saver.save(SaveJob(path: "/nowhere/a.txt", form: .txt, document: page, figures: nil))
        #expect(lost.english.hasPrefix("/nowhere/a.txt cannot be written: No such file or directory."), "\(lost)")
    }
}
