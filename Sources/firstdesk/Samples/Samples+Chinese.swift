import ComplaintRules

extension SampleWords {
    /// An invented branch in the People's Republic of China, with invented staff.
    static let chinese: SampleWords = {
        var settings = DeskSettings(
            branchCode: "0379",
            branchName: "青洛分行营业部",
            hotline: "400-000-0379",
            timeZone: "Asia/Shanghai",
            language: .chinese,
            isPractice: true
        )
        settings.openingMinutes = 540
        settings.closingMinutes = 1020
        return SampleWords(
            language: .chinese,
            settings: settings,
            staff: [
                ("1001", "沈国栋", .branchManager),
                ("1002", "许文静", .complaintManager),
                ("1003", "罗建平", .complaintManager),
                ("1004", "何晓琳", .counter),
                ("1005", "孙志远", .counter),
                ("1006", "马丽华", .counter),
                ("1009", "郑思源", .auditor),
            ],
            matters: SampleMatter.chinese,
            surnames: [
                "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "胡", "朱", "高", "林", "郭", "梁", "宋", "唐", "韩", "冯", "董", "萧", "程", "曹",
                "袁", "邓", "傅", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶",
            ],
            givenNames: [
                "秀兰", "建国", "桂英", "志强", "海燕", "文斌", "玉梅", "国强", "丽娟", "永刚", "淑珍", "春生", "雪梅", "立新", "凤霞", "明辉", "爱华", "长河", "小红", "家豪",
                "晓东", "佳怡", "子涵", "俊峰", "艳玲", "庆国", "宏伟", "素芬", "思远", "雨桐",
            ],
            titles: ["先生", "女士"],
            phonePrefix: "1380000",
            phoneDigits: 4,
            departments: ["大堂引导", "自助服务区", "理财区", "贷款窗口", "保安岗", "外汇窗口", "电话客服"],
            senders: ["总行投诉管理中心", "12378 热线", "监管分局消保科", "市信访局"],
            mediator: "市银行业纠纷调解中心",
            acknowledgement: "电话告知客户：投诉已收到，正在核查，将在时限内答复。",
            aboutStaff: ["{window}号窗口柜员{staff}", "柜员{staff}", "工号{number}的柜员"],
            handOverNotes: [
                "客户情绪较激动，请尽快联系。",
                "客户在现场等候，约好今天给答复。",
                "已复述要点，客户确认无误。",
                "客户要求书面答复。",
                "涉及前期业务，凭证在柜面保管箱。",
            ],
            notes: [
                Contact(text: "致电客户核实经过，客户补充了办理时间和窗口。", how: .phone),
                Contact(text: "客户来网点，引到会客室单独沟通。", how: .oral),
                Contact(text: "调阅当日监控和叫号记录，已截存。", how: nil),
                Contact(text: "向当事柜员了解情况，已作书面说明。", how: nil),
                Contact(text: "致电客户，无人接听，改日再拨。", how: .phone),
                Contact(text: "向科技部门报修，取得故障记录。", how: nil),
                Contact(text: "电话告知客户进展，客户表示可以等到约定时间。", how: .phone),
                Contact(text: "核对凭证和流水，与客户所述一致。", how: nil),
                Contact(text: "核对凭证和流水，部分与客户所述不一致。", how: nil),
                Contact(text: "寄出书面进展说明。", how: .letter),
            ],
            apologies: [
                "给您带来的不便和耽误的时间，我们深表歉意。",
                "此事责任在我方，我代表网点全体人员向您诚恳道歉。",
                "本应一次办妥的业务让您多次往返，我们向您致歉。",
                "您在我网点未得到应有的服务，对此我们十分抱歉。",
            ],
            rectifications: [
                "晨会通报本件，重申首问负责和一次性告知要求，月底抽查录像。",
                "修订柜面操作提示卡，两周内完成全员培训。",
                "每日营业前检查设备和公示内容，登记在案。",
                "建立休假交接清单，投诉管理人每周抽查。",
                "销售环节增加复述确认，双录抽查比例提高到两成。",
            ],
            sendBackReasons: [
                "整改措施写得太笼统，请写明责任人和期限。",
                "事实部分缺少监控时间，请补充。",
                "客户的第二项要求没有答复，请补充答复。",
                "致歉人未写明，请补充。",
            ],
            mendedNotes: [
                "按退回意见补充核实，并再次联系客户。",
                "补充了监控时间和当事人说明。",
                "就遗漏的要求再次致电客户说明。",
            ],
            escalations: [
                (.authority, "客户要求调整业务规则，须由总行决定。"),
                (.amount, "客户要求的金额超出本网点承诺权限。"),
                (.media, "客户称已向媒体反映，今日上午有记者来电。"),
            ],
            withdrawals: [
                "客户来电表示家人已办妥，不再投诉。",
                "客户看到柜面已改进，主动撤回。",
                "客户称记错了网点，撤回投诉。",
                "客户表示只是一时着急，不再追究。",
            ],
            remits: [
                Remit(business: "agency", text: "保险公司理赔拖了两个月，在你们这儿交的保费，你们要管。", asks: "让保险公司马上赔。", reason: "属保险公司理赔争议，已告知其投诉电话和监管热线，并协助拨通。"),
                Remit(business: "other", text: "隔壁小区的路灯坏了，晚上来取款看不见路。", asks: "把路灯修好。", reason: "不属本行职责，已告知市政服务热线，并代为反映。"),
                Remit(business: "payments", text: "网上买东西，卖家不发货，钱是用你们的卡付的。", asks: "把钱追回来。", reason: "属买卖纠纷，已告知平台申诉和报警途径，协助打印流水。"),
                Remit(business: "loans", text: "法院把我的账户冻结了，你们凭什么听法院的。", asks: "解冻账户。", reason: "冻结由法院裁定，已说明须向作出裁定的法院提出。"),
                Remit(business: "cards", text: "我在另一家银行的卡被吞了，他们说找你们。", asks: "把卡要回来。", reason: "非本行卡片和机具，已告知该行网点地址和电话。"),
            ],
            addenda: [
                "客户来电致谢。",
                "整改完成情况已核对，附抽查记录。",
                "客户补交材料一份，已归档。",
                "回看同期录像，未再发现同类问题。",
            ]
        )
    }()
}
