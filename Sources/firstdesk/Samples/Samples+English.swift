import ComplaintRules

extension SampleWords {
    /// An invented branch in the United Kingdom, with invented staff.
    static let english: SampleWords = {
        var settings = DeskSettings(
            branchCode: "WEX1",
            branchName: "Wexcombe, Harbour Street",
            hotline: "01632 960000",
            timeZone: "Europe/London",
            language: .english,
            isPractice: true
        )
        settings.openingMinutes = 540
        settings.closingMinutes = 1020
        return SampleWords(
            language: .english,
            settings: settings,
            staff: [
                ("1001", "Margaret Ashdown", .branchManager),
                ("1002", "Peter Lindale", .complaintManager),
                ("1003", "Joan Faraway", .complaintManager),
                ("1004", "Tom Birkett", .counter),
                ("1005", "Priya Nandra", .counter),
                ("1006", "Helen Stroudley", .counter),
                ("1009", "Colin Wraymond", .auditor),
            ],
            matters: SampleMatter.english,
            surnames: [
                "Hall", "Barton", "Ellery", "Marsh", "Okafor", "Pritchard", "Quill", "Redfern", "Sato", "Thorne", "Underhill", "Vance",
                "Whitlock", "Yates", "Abbott", "Brierley", "Chaudhry", "Dunmore", "Eastwood", "Fenwick", "Garside", "Hussain", "Inglis",
                "Jarrow", "Kaur", "Lomax", "Mistry", "Nkemelu", "Orchard", "Peverell", "Rushton", "Selwood", "Tansley", "Upton", "Varley",
                "Winslow", "Bowden", "Carrow", "Denholm", "Frayne",
            ],
            givenNames: [
                "Alice", "Brian", "Catherine", "Daniel", "Edith", "Frank", "Grace", "Harold", "Irene", "Jacob", "Kathleen", "Leonard",
                "Maureen", "Nathan", "Olive", "Patrick", "Rose", "Samuel", "Teresa", "Victor", "Winifred", "Amir", "Bethan", "Callum",
                "Deepa", "Esther", "Fiona", "Gareth", "Hana", "Ifan",
            ],
            titles: ["Mr", "Mrs", "Ms", "Mr", "Miss", "Dr"],
            phonePrefix: "01632 960",
            phoneDigits: 3,
            departments: ["front of house", "self-service area", "advisers", "lending desk", "foreign currency desk", "telephone line"],
            senders: [
                "Head office, customer relations", "Ombudsman, front office", "Regulator, consumer unit", "Local government, money advice",
            ],
            mediator: "Independent mediation service",
            acknowledgement: "Rang the customer: the complaint has arrived, we are looking into it, and they will hear in time.",
            aboutStaff: ["{staff} at counter {window}", "{staff}", "clerk {number}"],
            handOverNotes: [
                "The customer was upset. Please ring today.",
                "The customer is waiting in the hall; an answer was promised for today.",
                "The main points were repeated back and agreed.",
                "The customer asks for a written answer.",
                "The vouchers are in the counter safe.",
            ],
            notes: [
                Contact(text: "Rang the customer, who named the time and the counter.", how: .phone),
                Contact(text: "The customer came in; we spoke in the side room.", how: .oral),
                Contact(text: "Looked at the recording and the ticket log of the day and kept a copy.", how: nil),
                Contact(text: "Asked the clerk, who wrote a statement.", how: nil),
                Contact(text: "Rang; nobody answered. Will try again.", how: .phone),
                Contact(text: "Reported the fault and got the engineer's record.", how: nil),
                Contact(text: "Told the customer how far we have got; they are happy to wait until the agreed time.", how: .phone),
                Contact(text: "Went through vouchers and statements: they agree with what the customer says.", how: nil),
                Contact(text: "Went through vouchers and statements: they agree only in part.", how: nil),
                Contact(text: "Sent a progress letter.", how: .letter),
            ],
            apologies: [
                "We are sorry for the trouble this has caused you, and for the time it has cost.",
                "You should not have been treated like this in our branch. I apologise on behalf of all of us.",
                "The mistake was ours and not yours, and we apologise for it.",
                "I am sorry that you had to come to us twice about something that we should have got right at once.",
            ],
            rectifications: [
                "Raised at the morning briefing: whoever is asked first owns the matter. To be checked at the end of the month.",
                "The counter card is rewritten, and all staff are trained within two weeks.",
                "Machines and notices are checked and ticked off each morning before opening.",
                "A hand-over list for staff on leave, checked weekly by the complaint manager.",
                "Every sale ends with the terms repeated back; one in five recordings is checked.",
            ],
            sendBackReasons: [
                "The action is too vague. Who does it, and by when?",
                "The time of the recording is missing from the facts.",
                "The second thing that the customer asked for is not answered.",
                "Say who apologised.",
            ],
            mendedNotes: [
                "Checked again as asked, and spoke to the customer once more.",
                "Added the time of the recording and the clerk's statement.",
                "Rang the customer about what had been left out.",
            ],
            escalations: [
                (.authority, "The customer asks for a change to the terms, which only head office can decide."),
                (.amount, "What the customer asks for is more than this branch may promise."),
                (.media, "The customer says that a newspaper has been told, and a reporter rang this morning."),
            ],
            withdrawals: [
                "The customer rang: the family has sorted it out.",
                "The customer saw that it has been put right and withdrew the complaint.",
                "The customer had another branch in mind.",
                "The customer had been in a hurry and wishes to leave it at that.",
            ],
            remits: [
                Remit(
                    business: "agency",
                    text: "My insurer has sat on my claim for two months. I pay the premium through you, so it is yours to settle.",
                    asks: "Make them pay.",
                    reason: "A dispute with the insurer. We gave their complaints line and the ombudsman's number, and helped to ring."
                ),
                Remit(
                    business: "other",
                    text: "The street lamp by your door has been out for a week.",
                    asks: "Mend it.",
                    reason: "The council's lamp. We gave the council's number and reported it ourselves."
                ),
                Remit(
                    business: "payments",
                    text: "I bought a sofa on the internet and it never came. I paid with your card.",
                    asks: "The money back.",
                    reason:
                        "A dispute with the shop within its delivery time. We explained the later right to a chargeback and printed the payment."
                ),
                Remit(
                    business: "loans",
                    text: "The court froze my account. Why do you do what they say?",
                    asks: "Unfreeze it.",
                    reason: "A court order. We explained that only the court can lift it, and where to apply."
                ),
                Remit(
                    business: "cards",
                    text: "Another bank's machine kept my card, and they sent me to you.",
                    asks: "Get it back.",
                    reason: "Not our card and not our machine. We gave the address and number of the bank."
                ),
            ],
            addenda: [
                "The customer rang to say thank you.",
                "The measure was checked and found done; the record is attached.",
                "The customer handed in another paper, which is filed.",
                "Recordings of the weeks since show nothing of the kind.",
            ]
        )
    }()
}
