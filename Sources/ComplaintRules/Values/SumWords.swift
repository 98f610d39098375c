/// The words by which sums of money are read in a text, in both languages. What is missing here passes unseen; what is too much asks for a plainer
/// sentence.
enum SumWords {
    /// What is paid in, behind a number or before it.
    static let currencies = WordTable(
        """
        元 块 圆 ¥ 人民币 大洋 美元 美金 欧元 英镑 镑 港币 港元 日元 韩元 法郎 瑞郎 卢布 泰铢 台币 yuan rmb cny euro euros eur € dollar dollars usd bucks $
        pound pounds quid sterling gbp £ hkd franc francs chf yen jpy won krw aud cad sgd rouble* ruble* baht
        """
    )
    /// Those of them that are a country's own.
    static let own: [Country: WordTable] = [
        .china: WordTable("元 块 圆 ¥ 人民币 大洋 yuan rmb cny"),
        .britain: WordTable("英镑 镑 pound pounds quid sterling gbp £"),
        .america: WordTable("美元 美金 dollar dollars usd bucks $"),
    ]
    /// What may stand between a number and its currency.
    static let fillers = WordTable("多 余 来 几 整 个 ( ) \" “ ” of uk us")
    /// That something is given, paid, given back or let off.
    static let giving = WordTable(
        """
        赔 补偿 补贴 补助 补给 补付 补差 补足 补发 补回 补您 赠 送您 送给 送客户 奖励 慰问 给您 给你 给客户 给予 给付 付给 付您 付款 向您支付 为您支付
        支付给 支付您 向客户支付 我行支付 我们支付 偿付 偿还 垫付 退 返还 返给 返您 返现 免除 减免 免收 免去 豁免 抵扣 承担 冲回 冲正 转给 打给 打到您 汇给
        存入您 领 打回 打您 转入 汇入 汇到 拿到 卡里会有 卡上会有 得到您 您将得到 您会得到 您可得 您将收到 您会收到 您可收到 您将获 您会获 您可获 归您 到您账 到您的账 同意您 愿出 愿付 贴补 红包 礼品 礼金 现金券 抵用 让利 发放 兑现 到账 入账
        compensat* reimburs* refund* repay* rebate* pay pays paying payout payment payable be_paid been_paid is_paid paid_you paid_to_you paid_back
        give gives giving given offer* award* grant* goodwill gesture gift* voucher* credit* waiv* make_good remit* send_you sending_you cheque
        write_off money_back return* collect wire make_up making_up made_up made_good made_whole on_your_card to_your_card onto_your_card yours transfer_to_you transfer_you ex_gratia settle* top_up
        you_will_receive you_shall_receive you'll_receive you_receive you_will_get you'll_get you_get is_yours are_yours into_your_account
        to_your_account decided_on
        """
    )
    /// What says, right before a giving word, that nothing is given so.
    static let denials = WordTable(
        """
        不 不予 不能 不会 不再 不同意 无法 无需 未 没有 拒绝 难以 not cannot can't won't never unable_to refuse_to refuses_to decline_to declines_to not_to
        no
        """
    )
    /// That something is refused, wherever it stands.
    static let refusals = WordTable("不予 拒绝 驳回 不同意 不支持 不认可 refus* reject* declin* nothing")
    /// That head office bounds what may be given by a sum, or agrees to it.
    static let bounds = WordTable(
        "最高 最多 不超过 不得超过 以内 以下 上限 为限 同意 批准 核定 核准 up_to at_most no_more_than not_more_than maximum within approv* agree*"
    )
    /// What says, right before a giving word, that it is what the customer wants.
    static let claims = WordTable(
        "要求 请求 主张 诉求 申请 索要 希望 索 asked_us_to ask_us_to want_us_to wanted_us_to asked_for ask_for claimed claim_for demand_for demand request_for demanded requested"
    )
    /// That what is wanted is granted.
    static let agreeing = WordTable(
        "同意 答应 接受 批准 支持 满足 照付 照办 如数 全额 agree* accept* approv* grant* meet"
    )
    /// That a sum is looked into, and not given.
    static let looking = WordTable(
        "查清 查明 查找 核实 核查 调查 追查 追踪 了解 look_into looks_into look_for looks_for find_out trace traces check checks investigate* clarify"
    )
    /// What makes no gift of a giving word before it.
    static let harmless = WordTable("造成 带来 添 答复 回复 解释 说明 致歉 出 休 步 役 伍 导 域 会 悟 先 card_number")
    /// What is counted in something else than money, behind a number that no currency stands beside.
    static let measures = WordTable(
        """
        积分 天 日 月 年 号 时 点 分 秒 个 次 件 人 位 名 条 页 份 张 笔 层 楼 折 期 岁 周 工作日 小时 星期 遍 项 步 种 家 户 行 台 级 成 倍 度 字 句 % ‰ / - : .
        day* hour* week* month* year* minute* working date dated business time times th st nd rd percent per_cent people person* case* option* step* way* point*
        am pm points bonus jan* feb* mar* apr* may jun* jul* aug* sep* oct* nov* dec*
        """
    )
    /// What makes no sum of a number behind it that no currency stands beside.
    static let labels = WordTable(
        """
        第 号 尾号 热线 客服 拨打 致电 call dial ring 电话 编号 no. no number # by on in until before within since from tel ending 工号 卡号 账号 单号
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec
        clause clauses section sections article articles paragraph page room floor window counter
        """
    )

    /// How often something is paid, and how many days lie between.
    static let periods = [
        (WordTable("每月 每个月 按月 逐月 per_month a_month each_month every_month monthly /month /月 月月"), 30),
        (WordTable("每季度 每季 按季 逐季 per_quarter a_quarter each_quarter every_quarter quarterly /季"), 90),
        (WordTable("每年 按年 逐年 per_year a_year each_year every_year yearly annually /year /年"), 360),
        (WordTable("每天 每日 按日 逐日 per_day a_day each_day every_day daily /day /天 /日"), 1),
        (WordTable("每周 每星期 按周 per_week a_week each_week every_week weekly /week /周"), 7),
    ]
    /// For how long, in days, behind a number. Months and years are counted so that a year has twelve of thirty days.
    static let spans = [
        (WordTable("年 year years"), 360), (WordTable("季度 季 个季度 quarter quarters"), 90), (WordTable("个月 月 month months"), 30),
        (WordTable("周 星期 个星期 week weeks"), 7),
        (WordTable("天 日 day days"), 1),
    ]
    /// That a sum is given more than once, or to more than one.
    static let multiples = WordTable("倍 每人 每位 每户 每次 每张 每期 每笔 每份 各 × x each apiece per_person times_over instalments installments")
    /// That a sum is given besides the one before it.
    static let besides = WordTable(
        "另 另外 再付 再给 再补 再退 再送 再赔 还有 还将 还可 外加 加付 + 、 和 及 与 并 以及 plus and another again more additional additionally also besides further"
    )
    /// That a sum is a part of the one before it.
    static let parts = WordTable(
        """
        其中 包括 包含 含 分别 including includes include included of_which of_this of_it of_that made_up_of consisting_of consists_of comprising comprises composed_of
        namely
        """
    )
    /// The one of them that may as well part two sums.
    static let respectively = WordTable("分别")
    /// What turns one of them round, right before it.
    static let without = WordTable("不 未 非 not never without")
    /// That something is given on its own, and is no part of what stands before it. How it is paid is told of a part as well.
    static let gifts = WordTable(
        """
        赔 补偿 补贴 补助 补发 退 返还 返现 赠 送 奖励 慰问 免除 减免 免收 免去 豁免 垫付 承担 抵扣 红包 compensat* reimburs* refund* rebate* award* grant*
        goodwill gesture gift* waiv* credit* give gives
        """
    )
    /// That something is no part of what stands before it.
    static let leftOut = WordTable("不包括 不包含 不含 未含 不计 除外 单独 excluding exclusive not_including without apart_from separately")
    static let giftsOrPayments = WordTable(
        "赔 补偿 补贴 补助 补发 退 返还 返现 赠 送 奖励 慰问 免除 减免 免收 免去 compensat* reimburs* refund* rebate* award* grant* waiv* give gives pay pays paying"
    )
    /// That something is given on top of what stands before it, and is no part of it.
    static let onTop = WordTable(
        """
        另 再 还有 还将 还可 还会 还给 此外 同时 也 亦 外加 加 连同 并 由我 + plus another again more additional additionally addition also besides further as_well too
        together_with on_top
        """
    )
    /// That a sum is given on top of what was promised before, in another text.
    static let added = WordTable(
        """
        另 外加 额外 追加 加付 加赔 再赔 再付 再补 再退 再送 再给 再支付 增加 提高 此外 another additional additionally extra a_further further on_top one_more in_addition
        increase* raise plus
        """
    )
    /// What may say so, and may join what was promised to something else.
    static let addedPerhaps = WordTable("还 也 亦 并 同时 also besides more as_well too and")
    /// That something is paid, where a sum stands beside it.
    static let payments = WordTable("支付 付 赔 补偿 退 增加 提高 plus on_top increase* raise pay pays paying")
    /// That a sum is all of those before it; the second ones behind it.
    static let totals = WordTable("共 合计 总计 累计 总额 in_total a_total totalling totaling total altogether in_all together =")
    static let totalsBehind = WordTable("in_all in_total altogether total overall")
    /// What begins as one of them, and is none.
    static let noTotals = WordTable("共同 共享 共用 共有")
    /// That a sum is the one before it, told again.
    static let again = WordTable("大写 小写 也就是 即 that_is in_words in_figures =")
    /// What ends as one of them, and is none.
    static let noAgain = WordTable("立即 随即 当即 即日 即将 即时 即刻 即可")
    /// What is told of a sum that stands there already, right behind it.
    static let spokenOf = WordTable("已 已经 已于 has have was were")
    /// That it is the one before it, right before it.
    static let definite = WordTable("该 这 此 上述 前述 上列 这笔 该笔 此笔 上述的 this that said")
    /// That a sum is what the one before it is worth.
    static let worth = WordTable(
        "折合 约合 折算 相当于 等值 折 约 合人民币 worth equivalent equals equal_to about approximately approx roughly ≈ ="
    )
    /// That a sum is given in parts of one size.
    static let instalments = WordTable("分 每 instalment* installment* parts times months weeks monthly weekly")
    /// That a sum is given to each of several, however many.
    static let eachOf = WordTable(
        """
        每人 每位 每户 每家 每名 每笔 每份 每张 每次 每期 每个 每单 每套 每台 每件 每卡 每账户 每本 每趟 人均 户均 各付 各给 各退 各赔 各补 各支付 各得 各送 各发 each every apiece per_person per_head
        """
    )
    /// Whose a sum is, beside what the customer is given.
    static let family = WordTable(
        "爱人 家属 家人 父母 母亲 父亲 妻子 丈夫 配偶 孩子 子女 儿子 女儿 husband wife spouse mother father parents son daughter family"
    )
    static let eachBehind = WordTable(
        "each every apiece per_person per_head per_account per_card per_customer per_household per_passbook a_card 每人 每户 每位 每张 每本 一张卡 /账户 /人 /户 /位 /笔 /张 /次"
    )
    /// The one of them that is so only right before the sum.
    static let each = WordTable("各")
    /// That a sum was lost, charged or claimed.
    static let told = WordTable(
        """
        损失 应收 实收 已收 多收 误收 错收 被扣 扣收 误扣 多扣 错扣 扣款 扣了 索赔 诉求 要求 主张 loss losses lost claim claims claimed charged overcharged debited
        deducted
        """
    )
    /// That what is wanted is given so.
    static let asWanted = WordTable("按 依 照 应 as")
    /// The ones of them that are wanted, and whose they are.
    static let wanted = WordTable("索赔 诉求 要求 主张 claim claims claimed")
    static let yours = WordTable("您 你 客户 you your customer customer's")
    /// What begins as one of them, and is money for it.
    static let noTold = WordTable("损失费 损失补")
    /// What makes a day of the number before it.
    static let days = WordTable("日 号 月 jan* feb* mar* apr* may jun* jul* aug* sep* oct* nov* dec*")
    static let months = WordTable(
        """
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
        """
    )
    /// What parts a sum from what is said of the one before it.
    static let partings = WordTable(", 、 : ( ) + 和 及 与 并 以及 and plus")
    /// By what something is known, before its number; or a month, before its day.
    static let numbered = WordTable(
        """
        第 尾号 编号 工号 卡号 账号 单号 no. number numbers # ending ending_in clause clauses section sections article articles page room floor window counter
        january february march april june july august september october november december jan feb mar apr jun jul aug sep oct nov dec
        """
    )
    /// In what something is counted behind its sum, and what makes no count of that.
    static let sheets = WordTable("张 份 套 枚 次 笔")
    static let sharing = WordTable("分 含 各 每")
    /// That what is given again and again is one sum in parts.
    static let shared = WordTable("分 共 合计 instalment* installment* in_all in_total")
    /// What stands before a year, and what of one stands behind it.
    static let beforeYear = WordTable("for in since by from until before during annual year fee fees and to 至 到 和 及 、")
    static let ofYear = WordTable("年 annual fee fees charge charges statement* 度")
    /// Currencies of which more than one make one of others.
    static let small = WordTable("日元 韩元 港币 港元 卢布 泰铢 台币 hkd jpy yen krw won rouble* ruble* baht")
    static let of = WordTable("of")
    static let times = WordTable("times")
    /// What a sum is given for.
    static let purpose = WordTable("for")
    /// What joins two numbers of one kind.
    static let joints = WordTable("和 及 与 、 或 至 到 - / & , and or to")
    /// What has a number of several groups.
    static let cards = WordTable("卡 账 帐 号 card cards account accounts acct iban no.")
    /// In what a sum is counted that is given more than once.
    static let pieces = WordTable("个 份 笔 张 次 件 times x ×")
    /// So many times, before a sum or instead of a number.
    static let timesOver = WordTable("双倍 两倍 加倍 翻倍 三倍 double twice twofold triple threefold")
    static let timesOverValues: [Int64] = [2, 2, 2, 2, 3, 2, 2, 2, 3, 3]
    /// That all of something is given, whatever it comes to.
    static let whole = WordTable(
        """
        全额 全部 全数 足额 悉数 一切 所有 in_full full_amount full_compensation full_refund full_reimbursement all_of all_your all_the the_whole
        the_entire your_whole your_entire every_penny made_whole make_you_whole everything all_that all_you
        """
    )

    /// That what is given is money: documents are given back as well.
    static let compensation = WordTable(
        """
        赔 补偿 损失 退款 退费 费 款 钱 金额 利息 本金 compensat* reimburs* refund* waiv* loss losses money fee fees charge charges paid sum sums interest
        """
    )
    /// What is given back whole and is none.
    static let papers = WordTable(
        """
        资料 材料 合同 复印件 凭证 单据 文件 证件 证明 记录 录音 document* copies copy paper papers contract* record* statement* letter letters recording*
        """
    )

    /// For how long something is paid of which no end is told.
    static let endless = 360

    /// Digits in Han; of several, as 几千, the most that it can be.
    static let digits: [Character: Int64] = [
        "零": 0, "〇": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "三": 3, "叁": 3, "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7,
        "○": 0, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
    ]
    /// Some, before a rank alone.
    static let some = WordTable("几 数 several few")
    /// Ranks in Han that count within ten thousand.
    static let ranks: [Character: Int64] = ["十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000]
    /// Ranks that count all that stands before them.
    static let highRanks = WordTable("万 亿 k w thousand grand m mn million bn billion")
    static let highRankValues: [Int64] = [
        10_000, 100_000_000, 1000, 10_000, 1000, 1000, 1_000_000, 1_000_000, 1_000_000, 1_000_000_000, 1_000_000_000,
    ]
    static let hundred = WordTable("hundred")
    /// Numbers in English words; the first twenty by their place, the tens behind them.
    static let english = WordTable(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
        twenty thirty forty fifty sixty seventy eighty ninety
        """
    )
    static let halves = WordTable("半个 半 half_a half")
    static let one = WordTable("a an")
    static let and = WordTable("and")
    static let articles = WordTable("a an the 另 再 额外 追加")
}
