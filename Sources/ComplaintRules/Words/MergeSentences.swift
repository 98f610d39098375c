// What is said where cases are merged, or go on in each other.
extension Phrase {
    static var mergeAwaitsHeadOffice: Phrase {
        Phrase(
            en: "Merge: the case is with head office. Record head office's answer first.",
            zh: "并案：本件已上报总行，请先登记总行批复。"
        )
    }

    static func mergedIntoSigned(_ number: String, isOfOther: Bool, isAnswered: Bool) -> Phrase {
        let way: Phrase
        if !isAnswered {
            way = Phrase(en: "Sign this one.", zh: "请对本件签字。")
        } else if isOfOther {
            way = Phrase(
                en: "Sign this one; if its customer does not accept the answer, record that here then.",
                zh: "请对本件签字；本件客户不接受答复的，签字后在本件登记。"
            )
        } else {
            way = Phrase(en: "If its customer does not accept the answer, record that there.", zh: "客户不接受答复的，请在该件中登记。")
        }
        return Phrase(
            en: "Send back: \(number), in which this case goes on, is signed and locked. \(way.english)",
            zh: "退回：本件并入的 \(number) 已签字锁定。\(way.chinese)"
        )
    }

    static func tellWhereMerged(_ end: String, _ own: String) -> Phrase {
        Phrase(
            en:
                "Tell customer or head office: this case goes on in \(end), where its customer is to be told the outcome. Record it there, with merged case "
                + "\(own).",
            zh: "告知客户或总行：本件已并入 \(end)，其客户应在该件中获知结果。请在该件中登记，并入投诉编号填 \(own)。"
        )
    }

    static func endedUnanswered(_ number: String) -> Phrase {
        Phrase(
            en: "Sign: \(number), in which this case ended, has no answer for its customer, who is another one. Send this case back.",
            zh: "签字：本件并入的 \(number) 未作答复即已办结，而本件客户另有其人。请退回本件。"
        )
    }

    static func recusedWhereMerged(_ number: String?, isSigned: Bool) -> Phrase {
        let which =
            number.map { Phrase(en: "\($0), merged in here,", zh: "并入本件的 \($0) ") } ?? Phrase(en: "a case merged in here", zh: "并入本件的投诉")
        let way =
            isSigned
            ? Phrase(en: "It is signed and locked, so the recusal stays.", zh: "该件已签字锁定，回避不予解除。")
            : Phrase(en: "Lift the recusal there first, or send its merging back.", zh: "请先解除该件的回避，或退回其并案。")
        return Phrase(
            en: "Lift a recusal: \(which.english) is about the same member of staff. \(way.english)",
            zh: "解除回避：\(which.chinese)也涉及该员工。\(way.chinese)"
        )
    }

    static func paidWhereMerged(_ number: String, _ paid: Amount) -> Phrase {
        Phrase(
            en: "Send back: \(paid.text) was paid in \(number), into which it was merged, of what this case had promised. Go on there.",
            zh: "退回：本件承诺的款项已在并入的 \(number) 中支付（\(paid.text)），请在该件中继续办理。"
        )
    }

    static func paidWhereItGoesOn(_ number: String) -> Phrase {
        Phrase(
            en: "Payment: what was promised here goes on in \(number). Record what is paid there.",
            zh: "付款：本件的承诺已转入 \(number)，请在该件中登记付款。"
        )
    }

    static func otherCustomerWaits(_ act: ActKind, _ number: String) -> Phrase {
        let way =
            act == .sign
            ? Phrase(
                en: "Send its merging back first; where that is signed, send this end back.",
                zh: "请先退回其并案；该并案已签字的，请退回本件。"
            )
            : Phrase(
                en: "Send its merging back first; where that is signed, answer this case.",
                zh: "请先退回其并案；该并案已签字的，请答复本件。"
            )
        return Phrase(
            en: "\(act.label.english): the case of another customer, \(number), was merged in and goes on here. \(way.english)",
            zh: "\(act.label.chinese)：另一客户的投诉 \(number) 已并入本件，须在本件得到答复。\(way.chinese)"
        )
    }

    static func mergeOfDifferentCustomers(_ number: String) -> Phrase {
        Phrase(
            en:
                "Merge: \(number) is not known to be the same customer's. Give a reason; each customer is then answered before signing.",
            zh: "并案：\(number) 与本件客户不同或无法确认相同。请填写理由；签字前须分别答复各客户。"
        )
    }

    static func mergeIntoEnded(_ number: String, _ stage: Stage) -> Phrase {
        Phrase(
            en: "Merge: \(number) is already answered or ended (\(stage.label.english)). Choose a case that is not answered yet.",
            zh: "并案：\(number) 已答复或已结束（\(stage.label.chinese)），只能并入尚未答复的投诉。"
        )
    }

    static func subjectOfOther(_ number: String) -> Phrase {
        Phrase(
            en: "Merge: you may not read \(number): it is about you, or another member of staff has it.",
            zh: "并案：您不能查阅 \(number)：该件涉及您本人，或由他人办理。"
        )
    }

    static func alreadyRefused(_ number: String) -> Phrase {
        Phrase(
            en: "This case was taken up again, and the customer was answered since in \(number). Record it there.",
            zh: "本件此后已另行办理，并在 \(number) 中答复客户，请在该件中登记。"
        )
    }

    static func goesOnIn(_ number: String) -> Phrase {
        Phrase(
            en: "The matter goes on in \(number), which is not signed yet. Go on there.",
            zh: "该事项已在 \(number) 中继续办理，尚未签字，请在该件中办理。"
        )
    }

    static func awaitsSignature(_ number: String) -> Phrase {
        Phrase(
            en: "The matter went on in \(number), whose end is not signed yet. Have that signed, or sent back, first.",
            zh: "该事项已在 \(number) 中办理，其办结尚未签字。请先由网点负责人对该件签字或退回。"
        )
    }

    static func mergedUnsigned(_ act: ActKind, _ number: String) -> Phrase {
        Phrase(
            en: "\(act.label.english): the merging into \(number) is not signed yet. Have it signed first.",
            zh: "\(act.label.chinese)：本件并入 \(number) 尚未签字，请先由网点负责人签字。"
        )
    }

    static func mergedOfSameCustomer(_ act: ActKind, _ number: String) -> Phrase {
        Phrase(
            en: "\(act.label.english): this customer's matter goes on in \(number), into which the case was merged. Record it there.",
            zh: "\(act.label.chinese)：本件已并入同一客户的 \(number)，请在该件中登记。"
        )
    }
}
