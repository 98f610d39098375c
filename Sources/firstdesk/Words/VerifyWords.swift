import ComplaintRules
import DeskScreens
import Ledger

/// What `verify` says.
enum VerifyWords {
    /// The report for people.
    static func lines(_ report: Verification) -> [Phrase] {
        if report.fault != nil { return [report.summary] }
        var lines = [report.summary]
        if report.clockBehind + report.clockAhead > 0 {
            lines.append(
                Phrase(
                    en: "Done under a clock set back: \(report.clockBehind); more than 31 days after the act before: \(report.clockAhead).",
                    zh: "电脑时钟倒退时办理：\(report.clockBehind) 条；距上次操作超过 31 天：\(report.clockAhead) 条。"
                )
            )
        }
        if report.judgedAnew > 0 {
            lines.append(
                Phrase(
                    en: "Judged anew since a clock was declared wrong: \(Phrase.count(report.judgedAnew, "event")).",
                    zh: "因时钟声明有误而重新判定：事件 \(report.judgedAnew) 条。"
                )
            )
        }
        if let seal = report.seal {
            lines.append(Phrase(en: "Current seal: \(seal.text)", zh: "当前封签：\(seal.text)"))
        }
        lines.append(
            Phrase(
                en: "Key of the founding, to be compared with the paper file: \(report.foundingKey)",
                zh: "建立网点的密钥指纹（与纸质档案核对）：\(report.foundingKey)"
            )
        )
        lines.append(
            report.afterSeal.map { after in
                Phrase(
                    en: "The seal matches: nothing before it was cut off or rewritten. Events after it, which it does not cover: \(after).",
                    zh: "封签相符：封签之前的内容未被截断或重写。封签之后未覆盖的事件：\(after) 条。"
                )
            }
                ?? Phrase(
                    en:
                        "Without a seal from the paper file (--seal), the file alone cannot prove that its end was not cut off or everything "
                        + "rewritten.",
                    zh: "未提供纸质档案中的封签（--seal）时，仅凭文件无法证明末尾未被截断、全部未被重写。"
                )
        )
        return lines
    }

    /// What is said of a signed file whose signature held.
    static func lines(_ origin: SignedFile.Origin) -> [Phrase] {
        let proof = origin.proof
        return [
            Phrase(
                en: "Intact: \(origin.what) of \(origin.branch) \(origin.name), signed by \(proof.by) (event \(proof.seq)).",
                zh: "完整：\(origin.branch) \(origin.name) 的 \(origin.what)，签名人 \(proof.by)（事件 \(proof.seq)）。"
            ),
            Phrase(
                en: "Key of \(proof.by), to be compared with the branch's paper file: \(proof.fingerprint)",
                zh: "\(proof.by) 的密钥指纹（与网点纸质档案核对）：\(proof.fingerprint)"
            ),
        ]
    }

    static func progress(percent: Int64) -> Phrase { .verifying(percent: Int(percent)) }
}
