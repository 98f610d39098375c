import DeskTestSupport
import Ledger
import TerminalKit

@testable import ComplaintRules
@testable import DeskScreens

// The cases that most tests of screens begin with.
extension DeskOnStage {
    private var isChinese: Bool { app.language == .chinese }

    /// Logs a complaint by the counter clerk, received at `time`, and hands it over where a receiver is named.
    @discardableResult
    func log(
        _ channel: Channel,
        _ customer: String,
        _ text: String,
        at time: String,
        about: String = "",
        to receiver: Actor? = nil
    ) throws -> String {
        let now = desk.ledger.clock
        try desk.setClock(time)
        defer { desk.ledger.clock = now }
        var intake = desk.intake(text, customer: customer, about: about)
        intake.channel = channel
        intake.isRepeatedBack = [.oral, .phone].contains(channel)
        let acts: [Deed] = receiver.map { [.handOver(.init(to: $0.number))] } ?? []
        return try desk.ledger.log(intake, then: acts, by: desk.counter).state.number.description
    }

    /// A desk with these four cases, with somebody signed in.
    static func amongFour(
        _ language: Language = .english,
        columns: Int = 80,
        rows: Int = 24,
        as person: KeyPath<PracticeFolder, Actor> = \.manager
    ) throws -> DeskOnStage {
        let stage = try DeskOnStage(language, columns: columns, rows: rows)
        try stage.fourCases()
        stage.enter(as: stage.desk[keyPath: person])
        return stage
    }

    /// Four open cases in as many states of their clocks: one overdue, one due today, one half gone, one fresh.
    func fourCases() throws {
        if isChinese {
            try log(.commentBook, "", "排队四十分钟无人管", at: "2026-11-16T15:20:00+08:00", to: desk.manager)
            try log(.phone, "王先生", "账户被误扣三百元，要求退还", at: "2026-11-17T10:05:00+08:00", to: desk.manager)
            try log(.oral, "刘女士", "柜员交班时态度生硬", at: "2026-11-18T16:40:00+08:00")
            try log(.letter, "Mr Hall", "Card kept by the machine and nobody came to help", at: "2026-11-20T08:55:00+08:00")
        } else {
            try log(.commentBook, "", "Forty minutes in the queue and nobody cared", at: "2026-11-16T15:20:00+08:00", to: desk.manager)
            try log(.phone, "Mr Baker", "300 taken from the account by mistake", at: "2026-11-17T10:05:00+08:00", to: desk.manager)
            try log(.oral, "Ms Lowe", "The teller was short with me at the change of shift", at: "2026-11-18T16:40:00+08:00")
            try log(.letter, "刘女士", "自动柜员机吞卡，现场无人协助处理", at: "2026-11-20T08:55:00+08:00")
        }
    }

    /// A case that the complaint manager answered, with a finding that bears a signature; it waits for that.
    @discardableResult
    func answeredCase() throws -> String {
        let number = try log(
            .phone,
            isChinese ? "陈先生" : "Mr Chen",
            isChinese ? "网上银行转账两天未到账" : "A transfer has not arrived for two days",
            at: "2026-11-18T09:30:00+08:00",
            to: desk.manager
        )
        let ledger = desk.ledger
        _ = try ledger.perform(.accept, on: number, by: desk.manager)
        var finding = Finding(
            fault: .partly,
            classification: .valid,
            facts: isChinese ? "系统升级时转账积压，次日已到账。" : "Transfers piled up during an update; it arrived a day later."
        )
        finding.apology = isChinese ? "李敏电话致歉。" : "Lily Marsh apologised on the phone."
        finding.correction = isChinese ? "已补发到账通知。" : "The notice was sent again."
        finding.rectification = isChinese ? "升级前一日张贴公告。" : "Put up a notice the day before an update."
        _ = try ledger.perform(.finding(finding), on: number, by: desk.manager)
        _ = try ledger.perform(
            .reply(
                .init(
                    how: .phone,
                    text: isChinese ? "已说明原因，款项已到账。" : "Explained the cause; the money has arrived.",
                    isAccepted: true
                )
            ),
            on: number,
            by: desk.manager
        )
        return number
    }

    /// The same, signed by the branch manager.
    func signedCase() throws -> String {
        let number = try answeredCase()
        let key = try desk.ledger.signIn(desk.head.number, passcode: PracticeFolder.passcode)
        _ = try desk.ledger.perform(.sign, on: number, by: desk.head, key: key)
        return number
    }

    /// The same, sent back by the branch manager.
    func sentBackCase() throws -> String {
        let number = try answeredCase()
        let reason = isChinese ? "请补充到账时间的凭证。" : "Add the voucher with the time of arrival."
        _ = try desk.ledger.perform(.sendBack(.init(reason: reason)), on: number, by: desk.head)
        return number
    }
}
