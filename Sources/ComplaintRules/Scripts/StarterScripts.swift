extension ScriptTable {
    /// The scripts that come with the program, which a branch changes as it likes.
    public static let standard = ScriptTable(StarterScripts.english + StarterScripts.chinese)
}

/// Model answers to begin with. They state nothing as done that whoever takes one must do first, and promise no amount.
enum StarterScripts {
    static let english = [
        Script(
            .english,
            "received",
            "Your complaint is logged",
            """
            Dear {customer},

            Thank you for telling us. We received your complaint on {received} and keep it under number {number}. {staff} looks after it, and \
            you hear from us by {reply-by}. If there is anything to add, please call {hotline} and give the number.

            {branch}
            """
        ),
        Script(
            .english,
            "service",
            "Apology for how you were served",
            reason: "service",
            """
            Dear {customer},

            I am sorry for the way you were spoken to at {branch}. It is not how we want to serve anybody. We have gone through what happened \
            with the member of staff concerned, and your words are used in the training of the team. Thank you for not keeping it to yourself.
            """
        ),
        Script(
            .english,
            "waiting",
            "Long wait in the queue",
            reason: "service",
            """
            Dear {customer},

            I am sorry that you had to wait so long at {branch}. At the time more people came than our open counters could serve. At busy hours \
            we now ask a colleague to direct customers in the hall and to open another counter. The quiet hours are on the notice at the door; \
            for much of our business you can also book a time by calling {hotline}.
            """
        ),
        Script(
            .english,
            "machine",
            "The machine kept a card or cash",
            business: "cards",
            reason: "facilities",
            """
            Dear {customer},

            I am sorry that our machine let you down. We take its records and the count of its cash, and compare them with your account. You \
            hear the result from us by {reply-by}. A card that it kept is given back at {branch} to its holder with proof of identity. Please \
            tell nobody the PIN or a one-time code, whoever asks.
            """
        ),
        Script(
            .english,
            "fees",
            "What a fee is for",
            reason: "pricing",
            """
            Dear {customer},

            You asked about a fee that was taken on your account. It is the one in our published list of charges, of which I enclose the page \
            that concerns {business}. If you do not need the service behind it, we can tell you which account goes without. Where we find that \
            it was charged in error, we pay it back.
            """
        ),
        Script(
            .english,
            "rules",
            "Why we ask for a document",
            reason: "rules",
            """
            Dear {customer},

            I understand that it is a nuisance to come twice. The law obliges us to be sure who our customer is before we do this, and the \
            document protects you against somebody else who gives your name. What we could have done better is to tell you at once all that is \
            needed: I attach the list. If you cannot come yourself, call {hotline} and we look for a way together.
            """
        ),
        Script(
            .english,
            "returns",
            "A product earned less than expected",
            reason: "yield",
            """
            Dear {customer},

            I understand your disappointment with what the product earned. Its return is not guaranteed and goes with the market; that is on \
            the page on risks which is part of the contract. We have looked at how it was explained to you when you bought it, and at the record \
            of that conversation. What we found: …

            If you like, we go through your holdings together at {branch}, without obligation.
            """
        ),
        Script(
            .english,
            "disputed-payment",
            "A payment that you did not make",
            reason: "funds-safety",
            """
            Dear {customer},

            Thank you for reporting it at once. Your card or access is blocked from now on, so that nothing more can go out that way. Please \
            report it to the police as well and keep the reference. We trace the payment and ask the receiving bank; you hear from us by \
            {reply-by}. Nobody from our bank ever asks you for a PIN, a passcode or a one-time code.
            """
        ),
        Script(
            .english,
            "personal-data",
            "Concern about personal data",
            business: "personal-information",
            reason: "information-safety",
            """
            Dear {customer},

            You told us on {received} that you fear for your personal data. We check who looked at your records, and when, and whether they had \
            a reason to. You hear what we found by {reply-by}. Until then no data of yours go to anybody outside the bank unless the law asks \
            for it.
            """
        ),
        Script(
            .english,
            "interim",
            "We are still looking into it",
            """
            Dear {customer},

            I write to tell you how your complaint {number} stands. We have spoken with those concerned and are still waiting for records that \
            we need for a full answer. You hear from us by {reply-by} at the latest, sooner if we can. You may call me at {hotline} at any time.

            {staff}, {branch}
            """
        ),
        Script(
            .english,
            "extension",
            "We need more time",
            """
            Dear {customer},

            We had hoped to answer your complaint {number} by now. It is more involved than it looked: what happened has to be checked with \
            another department. We therefore need until {reply-by}. I am sorry to keep you waiting, and tell you at once if we are done sooner.
            """
        ),
        Script(
            .english,
            "explanation",
            "Our conduct was correct",
            """
            Dear {customer},

            Thank you for your patience. We have checked what you told us on {received} against the records and spoken with everybody concerned. \
            What was done was right by the rules, and the reason is this: …

            I know that this is not the answer that you hoped for. If you see it otherwise, I am glad to go through it with you; please call \
            {hotline} and give number {number}.
            """
        ),
        Script(
            .english,
            "not-satisfied",
            "What you can do next",
            """
            Dear {customer},

            If our answer to your complaint {number} does not satisfy you, you can ask within 30 days for our head office to look at it again: \
            tell {branch}, in writing or at {hotline}, and we pass it on. You can also turn to the bodies outside the bank of which we told you. \
            You lose no right by doing either.
            """
        ),
        Script(
            .english,
            "suggestion",
            "Thanks for a suggestion",
            """
            Dear {customer},

            Thank you for your suggestion of {received}. It has been passed to those who can decide on it. What we can change at {branch} \
            ourselves we change; where we cannot, we tell you why. We would be glad if you kept an eye on us.
            """
        ),
        Script(
            .english,
            "no-contact",
            "We could not reach you",
            """
            {branch}: we tried to reach you about your complaint {number} and could not. Our answer is ready. Please call {hotline}, or come in \
            and give the number. {staff}
            """
        ),
    ]

    static let chinese = [
        Script(
            .chinese,
            "received",
            "受理告知",
            """
            {customer}，您好！您于{received}反映的问题我行已受理，编号 {number}，由{staff}负责跟进，我们最迟于{reply-by}答复您。如需补充情况，请拨打 {hotline} 并说明编号。感谢您的监督。{branch}
            """
        ),
        Script(
            .chinese,
            "service",
            "服务态度致歉",
            reason: "service",
            """
            {customer}，我行人员在为您服务时态度和用语不当，让您感到不快，我代表{branch}向您诚恳道歉。我们已与当事人逐一核对当时情况并进行教育，您的意见将用于本网点的服务培训。感谢您指出问题，请继续监督我们的改进。
            """
        ),
        Script(
            .chinese,
            "waiting",
            "排队等候时间长",
            reason: "service",
            """
            {customer}，让您久等了，我们向您致歉。当时到店客户较多，开放窗口不足。今后业务高峰时段，{branch}将增开窗口，由大堂人员引导分流，可在自助机具办理的业务由专人协助。您也可拨打 {hotline} 预约办理时间，减少等候。
            """
        ),
        Script(
            .chinese,
            "machine",
            "自助机具吞卡、存取款异常",
            business: "cards",
            reason: "facilities",
            """
            {customer}，设备故障给您带来不便，非常抱歉。我们将调取设备流水、清点现金并与您的账户核对，最迟于{reply-by}告知结果。被吞的卡片请持卡人本人携带有效身份证件到{branch}领取。请勿向任何人透露密码和验证码。
            """
        ),
        Script(
            .chinese,
            "fees",
            "收费依据说明",
            reason: "pricing",
            """
            {customer}，您询问的这笔费用属于{business}类，依据是我行公示的服务价格目录，相关条目已附上。如您不需要对应的服务，我们可为您说明如何取消或更换免收费的账户。经核实属于误收的，我们将退还。
            """
        ),
        Script(
            .chinese,
            "rules",
            "为何需要该项证明材料",
            reason: "rules",
            """
            {customer}，让您多跑一趟，我们深表歉意。按照客户身份识别的有关规定，办理此项业务须核实身份，这也是为了防止他人冒用您的名义。我们没有一次性告知全部材料，这一点做得不好，现将材料清单附上。如您本人不便前来，请拨打 {hotline}，我们与您商量可行的办法。
            """
        ),
        Script(
            .chinese,
            "returns",
            "产品收益未达预期",
            reason: "yield",
            """
            {customer}，产品收益没有达到您的预期，我们理解您的心情。该产品不保证收益，收益随市场变动，购买时的风险揭示书是合同的一部分。我们已查看您购买时的讲解过程和留存记录，核查情况是：……。如您愿意，可到{branch}由专人为您逐项说明持有情况。
            """
        ),
        Script(
            .chinese,
            "disputed-payment",
            "非本人交易",
            reason: "funds-safety",
            """
            {customer}，感谢您第一时间告知。我们即刻为您冻结相关卡片或渠道，防止资金继续转出。请您同时向公安机关报案并保留回执。我们将追踪该笔交易并联系收款行，最迟于{reply-by}告知进展。我行人员任何时候都不会向您索要密码或验证码。
            """
        ),
        Script(
            .chinese,
            "personal-data",
            "个人信息安全",
            business: "personal-information",
            reason: "information-safety",
            """
            {customer}，您于{received}反映对个人信息安全的担心，我们非常重视。我们将核查哪些人员在何时查询过您的信息、是否有业务依据，最迟于{reply-by}告知核查结果。在此期间，除法律要求外，我行不会向任何第三方提供您的信息。
            """
        ),
        Script(
            .chinese,
            "interim",
            "阶段性答复：正在核实",
            """
            {customer}，现将编号 {number} 的办理情况告知您：我们已向有关人员了解经过，尚在等待核查所需的记录，将于{reply-by}前给您完整答复，如提前查明会立即联系您。您随时可拨打 {hotline} 找{staff}。
            """
        ),
        Script(
            .chinese,
            "extension",
            "延期告知",
            """
            {customer}，您反映的问题（编号 {number}）情况较为复杂，需要与其他部门一并核实，现将答复时间延至{reply-by}。让您久等，深表歉意，一旦提前查明，我们立即答复您。
            """
        ),
        Script(
            .chinese,
            "explanation",
            "经核查我行处理无误的解释",
            """
            {customer}，感谢您的耐心等待。我们已就您于{received}反映的问题逐项核对记录并询问有关人员，我行的处理符合规定，原因是：……。我们知道这不是您期望的结果，如您有不同看法，愿意再为您详细说明，请拨打 {hotline} 并说明编号 {number}。
            """
        ),
        Script(
            .chinese,
            "not-satisfied",
            "不满意答复时的后续途径",
            """
            {customer}，如您对编号 {number} 的答复不满意，可在 30 日内申请由我行总行核查：请告知{branch}或拨打 {hotline}，由我们转报。您也可通过已告知您的外部渠道反映。选择任何途径，都不影响您的其他权利。
            """
        ),
        Script(
            .chinese,
            "suggestion",
            "感谢建议",
            """
            {customer}，感谢您于{received}提出的建议，我们已转给有权决定的部门。{branch}能改的立即改，暂时做不到的也会向您说明原因。欢迎您继续监督。
            """
        ),
        Script(
            .chinese,
            "no-contact",
            "未能联系到您",
            """
            【{branch}】我们多次联系您未果。编号 {number} 的答复已备好，请您方便时拨打 {hotline} 或到网点说明编号查询。{staff}
            """
        ),
    ]
}
