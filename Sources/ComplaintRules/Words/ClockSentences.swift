// What is said where a stretch of events cannot be declared to be one under a wrong clock, or an hour is none at which something can be done.
extension Phrase {
    static func beforeOpening(_ opening: LocalTime) -> Phrase {
        let time = TimeOfDay(minutesAfterMidnight: opening.secondOfDay / 60)
        return Phrase(
            en: "The branch opens at \(time.text) on \(opening.day.iso): before that nobody can have found the book without entries. "
                + "End the review after it.",
            zh: "网点 \(opening.day.iso) \(time.text) 开门，此前不能认定当日无新意见。请在开门后结束查阅。"
        )
    }

    static func closedByThese(_ closing: TimeOfDay) -> Phrase {
        Phrase(
            en: "By these hours the branch would have closed at \(closing.text) today already, and what is done today would be late. "
                + "Set them from tomorrow on.",
            zh: "按此时间，网点今日 \(closing.text) 即已关门，今日事项将全部逾期。请自次日起设置。"
        )
    }

    static func noClockJump(_ seq: Int64) -> Phrase {
        Phrase(
            en: "Event \(seq) is not marked as done more than 31 days after the one before; a wrong stretch begins with such a jump.",
            zh: "事件 \(seq) 没有“距上次操作超过 31 天”的标记；时钟有误的区段须从此类跳变开始。"
        )
    }

    static func clockNotBack(_ seq: Int64) -> Phrase {
        Phrase(
            en: "The clock did not go back after event \(seq); a wrong stretch ends with the last event before it went back.",
            zh: "事件 \(seq) 之后电脑时钟并未拨回；时钟有误的区段须止于拨回前的最后一个事件。"
        )
    }

    static func clockDeclared(_ from: Int64, _ to: Int64) -> Phrase {
        Phrase(
            en: "Events \(from) to \(to) were declared wrong already, and only once; declare a stretch without them.",
            zh: "事件 \(from) 至 \(to) 已声明时钟有误，只能声明一次；请选择不含这些事件的区段。"
        )
    }

    static func beyondLastEvent(_ last: Int64) -> Phrase {
        Phrase(
            en: "This desk has \(Phrase.count(last, "event")). Give events that are there.",
            zh: "本网点只有 \(last) 个事件，请填写已有的事件。"
        )
    }
}
