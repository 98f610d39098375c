import DeskPapers
import Glibc
import TableFiles
import Testing

@testable import firstdesk

@Suite("Figures and papers under a clock set back")
struct SetBackFiguresTests {
    @Test("Figures, papers and head office's file go by the latest moment on the desk, and say that the clock stands behind")
    func setBack() throws {
        let desk = try CommandDesk(at: "2026-11-09T09:30")
        let number = try desk.log("x", "--hand-over-to", "1002")
        #expect(try desk.run("act", number, "accept", as: "1002").status == 0)
        desk.now = "2026-11-20T10:00"
        #expect(try desk.run("act", number, "note", "--json", #"{"text":"x"}"#, as: "1002").status == 0)
        desk.now = "2026-11-10T11:00"
        let warning =
            "The computer's clock is 9 d 23 h behind: the latest act on this desk was on 2026-11-20 at 10:00, "
            + "and all is judged and counted as of then. Have the clock set right.\n"
        let figures = try desk.run("figures", "--period", "2026-11", "--format", "json", as: "1001")
        #expect(figures.errors.hasPrefix(warning))
        let daily = try desk.run("paper", "daily", "2026-11-18", as: "1001")
        #expect(daily.status == 0 && daily.errors.hasPrefix(warning))
        let path = desk.folder.path("up.jsonl")
        #expect(try desk.run("export", "--for-head-office", "2026-11", "-o", path, as: "1001").status == 0)
        let up = try SourceTree.text(of: path)
        #expect(up.contains(#""asOf":"2026-11-20T10:00:00+08:00""#) && up.contains("computer's clock 9 d 23 h behind"))
        desk.now = "2026-11-20T10:00"
        let right = try desk.run("figures", "--period", "2026-11", "--format", "json", as: "1001")
        #expect(!right.errors.contains("behind") && right.output == figures.output)
    }
}

@Suite("firstdesk figures")
struct FiguresCommandTests {
    @Test("A month's report is issued by a manager, when the month has ended")
    func issued() throws {
        // A month that ended before the founding is none of this desk's.
        let desk = try CommandDesk(at: "2026-10-20T09:00:00+08:00")
        desk.now = "2026-11-06T09:00:00+08:00"
        let clerk = try desk.run("figures", "--period", "2026-10", "--issued", as: "1003")
        #expect(clerk.status == 1)
        let early = try desk.run("figures", "--period", "2026-11", "--issued", as: "1002")
        #expect(early.status == 1)
        let done = try desk.run("figures", "--period", "2026-10", "--issued", as: "1002")
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.errors == "The report for 2026-10 is issued, and kept as issue 1.\n")
        #expect(try desk.run("figures", "--period", "2026-10", "--issued", as: "1002").status == 1)
        #expect(try desk.run("figures", "--period", "October", "--issued", as: "1002").status == 2)
        #expect(try desk.run("verify").status == 0)
    }

    @Test("What was issued is shown again as it was; a correction is an issue of its own that names the one before, for head office too")
    func asIssued() throws {
        let desk = try CommandDesk(at: "2026-10-20T09:00:00+08:00")
        let number = try desk.log("排队四十分钟无人管", "--reason", "service")
        desk.now = "2026-11-06T09:00:00+08:00"
        let none = try desk.run("figures", "--period", "2026-10", "--issue", "1", as: "1009")
        #expect(none.status == 1)
        #expect(none.errors.hasPrefix("The report for 2026-10 has not been issued yet. Issue it with --issued"))
        #expect(try desk.run("figures", "--period", "2026-10", "--issued", as: "1002").status == 0)
        let first = try desk.run("figures", "--period", "2026-10", "--issue", "1", as: "1009")
        #expect(first.output.contains("Issue 1, as issued 6 Nov 2026 09:00 by 1002 李敏") && first.output.contains("Attitude and quality"))
        let early = try desk.run("figures", "--period", "2026-10", "--issue", "2", as: "1009")
        #expect(early.errors.hasPrefix("The report for 2026-10 has no issue 2; it was issued once.\n"))
        // What is corrected afterwards changes the figures of today, and not what was issued.
        let amended = try desk.run("act", number, "amend", "--json", #"{"field":"reason","value":"pricing"}"#, as: "1003")
        #expect(amended.status == 0, "\(amended.errors)")
        #expect(try desk.run("figures", "--period", "2026-10", "--issue", "1", as: "1009").output == first.output)
        let silent = try desk.run("figures", "--period", "2026-10", "--issued", as: "1002")
        #expect(silent.status == 1)
        #expect(silent.errors.hasPrefix("The figures for 2026-10 are not those of issue 1 any more. That issue stays as it is; say why"))
        let anew = try desk.run("figures", "--period", "2026-10", "--issued", "--reason", "原因登记有误", as: "1001")
        #expect(anew.errors == "The report for 2026-10 is issued, and kept as issue 2.\n")
        let second = try desk.run("figures", "--period", "2026-10", "--issue", "2", as: "1009")
        #expect(second.output.contains("It corrects issue 1: 原因登记有误") && !second.output.contains("Attitude and quality"))
        #expect(try desk.run("figures", "--period", "2026-10", "--issue", "1", as: "1009").output == first.output)
        let third = try desk.run("figures", "--period", "2026-10", "--issue", "3", as: "1009")
        #expect(third.errors.hasPrefix("The report for 2026-10 has no issue 3; it was issued 2 times.\n"))
        let path = desk.folder.path("up.jsonl")
        #expect(try desk.run("export", "--for-head-office", "2026-10", "-o", path, as: "1001").status == 0)
        let lines = try SourceTree.text(of: path).split(separator: "\n").filter { $0.hasPrefix(#"{"report":"#) }
        #expect(lines.count == 2)
        #expect(lines[0].contains(#""corrects":null,"#) && lines[1].contains(#""issue":2,"reason":"原因登记有误""#))
        #expect(try run(["verify", path]).status == 0)
        let intact = try desk.run("verify")
        #expect(intact.status == 0, "\(intact.output)")
    }

    @Test("Figures are for managers and the auditor; a period is said, and has begun")
    func asked() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        for reader in ["1001", "1002", "1009"] { #expect(try desk.run("figures", "--period", "2026-11", as: reader).status == 0) }
        let clerk = try desk.run("figures", "--period", "2026-11", as: "1003")
        #expect(clerk.status == 1)
        #expect(clerk.errors == "Only the complaint manager, the branch manager or the auditor may read the figures.\n")
        #expect(try desk.run("figures", as: "1002").status == 2)
        let wrong = try desk.run("figures", "--period", "November", as: "1002")
        #expect(wrong.status == 2)
        #expect(wrong.errors.hasPrefix("--period: \"November\" is not a period. Write 2026, 2026-H2,"))
        #expect(try desk.run("figures", "--period", "2026-12", as: "1002").status == 1)
        #expect(try desk.run("figures", "--period", "2026-11", "--by", "weather", as: "1002").status == 2)
        #expect(try desk.run("figures", "--period", "2026-11", "--format", "odt", as: "1002").status == 2)
    }

    @Test("What each figure means stands in the help, as in the report")
    func help() throws {
        let help = try run(["figures", "--help"])
        let page = try run(["figures", "--help", "--lang", "zh"])
        // Lines are broken where the page ends.
        func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
        for measure in FigureMeasure.all {
            #expect(plain(help.output).contains(plain(measure.definition.english)), "\(measure.name)")
            #expect(plain(page.output).contains(plain(measure.definition.chinese)), "\(measure.name)")
        }
    }

    @Test("A figure is the same in every form, and a file has as many rows as the screen says")
    func forms() throws {
        let desk = try CommandDesk(at: "2026-10-20T09:00:00+08:00")
        desk.now = "2026-11-20T09:00:00+08:00"
        for text in ["排队四十分钟无人管", "账户被误扣三百元", "柜员态度生硬"] { _ = try desk.log(text, "--reason", "service") }
        let now = try desk.run("figures", "--period", "2026-11", "--format", "json", as: "1002")
        let json = try #require(try now.objects().first)
        #expect(json["period"] == .text("2026-11"))
        #expect(json["running"] == .truth(true))
        #expect(json["measures"]?["received"] == .number("3"))
        let rows = json["rows"]?.elements ?? []
        #expect(rows.contains { $0["axis"] == .text("channel") && $0["key"] == .text("oral") && $0["count"] == .number("3") })
        #expect(rows.allSatisfy { $0.keys.isSuperset(of: ["axis", "key", "label", "count", "before", "yearBefore"]) })
        let csv = try desk.run("figures", "--period", "2026-11", "--format", "csv", "--bom", as: "1002")
        #expect(csv.output.hasPrefix("\u{FEFF}axis,key,label,count,before,yearBefore,received,"))
        // The heading, and the row of all.
        #expect(csv.output.split(separator: "\r\n").count == rows.count + 2)
        #expect(csv.output.contains("\r\nchannel,oral,oral,3,0,,3,"))
        let text = try desk.run("figures", "--period", "2026-11", "--by", "channel", as: "1002")
        #expect(text.output.contains("1-20 Nov 2026, running"))
        #expect(text.output.contains("│ Received"))
        let html = try desk.run("figures", "--period", "2026-11", "--format", "html", "--lang", "zh", as: "1002")
        #expect(html.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        #expect(html.output.contains("指标说明") && html.output.contains("PRACTICE 练习"))
        // Another period has none of them, and of one before the founding there is none.
        let other = try #require(try desk.run("figures", "--period", "2026-10", "--format", "json", as: "1002").objects().first)
        #expect(other["measures"]?["received"] == .number("0"))
        #expect(try desk.run("figures", "--period", "2026-09", "--format", "json", as: "1002").status == 1)
    }

    @Test("Figures count for everybody alike; a case is kept from its subject in lists, and its subject from that one")
    func everybody() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        _ = try desk.log("排队四十分钟无人管")
        _ = try desk.log("投诉管理人推诿", "--about", "1002")
        let mine = try desk.run("figures", "--period", "2026-11", "--format", "json", as: "1002")
        let all = try desk.run("figures", "--period", "2026-11", "--format", "json", as: "1009")
        #expect(mine.output != all.output)
        // Alike but for whom it is about, which that one is not told.
        let (told, untold) = (try #require(all.objects().first), try #require(mine.objects().first))
        #expect(untold["measures"] == told["measures"])
        func people(_ role: String) throws -> [String] {
            let figures = try desk.run("figures", "--period", "2026-11", "--by", "responsible", "--format", "csv", as: role).output
            return figures.split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains("1002 李敏") }
        }
        #expect(try people("1002").isEmpty && people("1009").count == 1)
        #expect(try #require(try mine.objects().first)["measures"]?["received"] == .number("2"))
        #expect(try desk.run("list", "--json", as: "1002").lines.count == 1)
    }

    @Test("Figures go to a file with -o, which only its owner may read; bars of plain characters with --ascii")
    func file() throws {
        let desk = try CommandDesk(at: "2026-11-20T09:00:00+08:00")
        _ = try desk.log("排队四十分钟无人管")
        let path = desk.folder.path("november.txt")
        let written = try desk.run("figures", "--period", "2026-11", "--ascii", "-o", path, as: "1002")
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output.isEmpty)
        let text = try SourceTree.text(of: path)
        #expect(text.contains("+----") && !text.contains("│"))
        #expect(text.contains("==="))
        var facts = stat()
        #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
        #expect(try desk.run("figures", "--period", "2026-11", "-o", "/nowhere/november", as: "1002").status == 2)
    }
}
