import DeskTestSupport
import Testing

@testable import ComplaintRules

/// Who sets dates and sends cases from outside, and under which references.
@Suite("Bodies outside the branch")
struct OutsideBodyTests {
    @Test("who sets a date or sends a case is outside the branch: no member of staff, not the customer, not the branch itself")
    func outside() throws {
        let life = try Life { $0.customer = "刘丽" }.after(.accept, by: Desk.complaints)
        for body in [
            "1005", "王芳", "Hall, Mary", "投诉管理人", "branch manager", "客户", "customer", "刘丽", "刘丽女士", "洛阳分行营业部", "0379", "本网点", "our branch",
        ] {
            let date = Deed.outsideDate(.init(due: Desk.at("2026-12-20 17:00"), by: body))
            #expect(life.refusal(of: date, by: Desk.complaints) == .notOutside("set-by", body), "\(body)")
            var intake = Intake(channel: .referred, received: Desk.now, text: "x")
            (intake.sender, intake.customer) = (body, "刘丽")
            #expect(throws: Refusal.notOutside("sender", body), "\(body)") {
                try decideLogging(intake, as: Desk.caseNumber, in: Occasion(Actor(Desk.clerk), at: Desk.now, under: Desk.rules))
            }
        }
        for body in [
            "洛阳金融监管分局", "总行", "12378", "法院", "洛阳分行", "CBIRC", "市政务热线 王芳科长", "Head office", "FOS, Mary Hall's team at Exchange Tower",
        ] {
            let date = Deed.outsideDate(.init(due: Desk.at("2026-12-20 17:00"), by: body))
            #expect(life.refusal(of: date, by: Desk.complaints) == nil, "\(body)")
        }
    }

    @Test("a later date needs another reference: brackets, blanks, 第 and 号, zeros, traditional signs and Han digits make no other one")
    func references() throws {
        func life(_ reference: String) throws -> Life {
            let life = try Life {
                ($0.channel, $0.sender, $0.reference) = (.referred, "洛阳金融监管分局", reference)
                $0.due = Desk.at("2026-12-10 17:00")
            }
            return try life.after(.accept, by: Desk.complaints)
        }
        func later(_ life: Life, _ reference: String) -> Refusal? {
            life.refusal(
                of: .outsideDate(.init(due: Desk.at("2026-12-20 17:00"), by: "洛阳金融监管分局", reference: reference)),
                by: Desk.complaints
            )
        }
        let sent = try life("洛金监〔2026〕15号")
        for same in [
            "洛金监[2026]15号", "洛金监(2026)15号", "洛金监（２０２６）15号", "洛金监2026-15", "洛金监〔2026〕第15号", "洛金监〔二〇二六〕15号", "洛金监〔2026〕十五号", "洛金监〔2026〕015号",
            "洛金監〔2026〕15號", "文号：洛金监〔2026〕15号", "文号洛金监 2026 15", "洛 金 监〔2026〕15号。",
        ] {
            #expect(later(sent, same) == .laterNeedsOtherReference("洛阳金融监管分局"), "\(same)")
        }
        for none in ["口头", "电话同意", "待补", "同上", "见附件", "没有文号", "n/a", "。"] {
            #expect(later(sent, none) == .laterNeedsReference("洛阳金融监管分局"), "\(none)")
        }
        for other in ["洛金监〔2026〕16号", "洛金监〔2025〕15号", "洛金监〔2026〕150号", "豫金监〔2026〕15号", "洛金监〔2026〕二十五号", "洛金监202615"] {
            #expect(later(sent, other) == nil, "\(other)")
        }
        let english = try life("Ref. FOS/2026-0015")
        for same in ["FOS 2026 15", "fos-2026-15", "No. FOS/2026/15", "FOS2026/15"] {
            #expect(later(english, same) == .laterNeedsOtherReference("洛阳金融监管分局"), "\(same)")
        }
        #expect(later(english, "FOS/2026-0016") == nil)
    }
}
