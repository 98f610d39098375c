// What is said where cases are merged, or go on in each other.
extension Phrase {
    static var mergeAwaitsHeadOffice: Phrase {
        Phrase(
            en: "Merge: the case is with head office. Record head office's answer first.",
            zh: "并案：本件已上报总行，请先登记总行批复。"
        )
    }

    static func mergedIntoSigned(_ number: String) -> Phrase {
        Phrase(
            en:
                "Send back: \(number), in which this case goes on, is signed and locked. If its customer does not accept the answer, record that there.",
            zh: "退回：本件并入的 \(number) 已签字锁定。客户不接受答复的，请在该件中登记。"
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
        Phrase(
            en:
                "\(act.label.english): the case of another customer, \(number), was merged in and goes on here. Send its merging back first; "
                + "where that is signed, answer this case.",
            zh: "\(act.label.chinese)：另一客户的投诉 \(number) 已并入本件，须在本件得到答复。请先退回其并案；该并案已签字的，请答复本件。"
        )
    }

    static func mergeOfDifferentCustomers(_ number: String) -> Phrase {
        Phrase(
            en:
                "Merge: \(number) is not known to be the same customer's. Give a reason; each customer is then answered before signing.",
            zh: "并案：\(number) 与本件客户不同或无法确认相同。请填写理由；签字前须分别答复各客户。"
        )
    }
}
