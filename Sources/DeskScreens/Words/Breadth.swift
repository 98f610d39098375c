import ComplaintRules

/// What takes more room on screen in one language than in another.
enum Breadth {
    case day, shortDay, longDay, weekday
    case channel, stage, due, clockAndDue, code, kind, act
    case pageAndLine, answeredInBook, answeredInBookDay, answerTick, replyTick
    case escalationState, rectificationState
    case settingName, clockName, openCases, staffState
    case draftState
}

extension Language {
    /// The columns on screen that `what` needs: all of a language in one place, so that another one adds its own here.
    func columns(_ what: Breadth) -> Int {
        let widths: (english: Int, chinese: Int) =
            switch what {
            case .day: (9, 8)
            case .shortDay: (6, 5)
            case .longDay: (11, 14)
            case .weekday: (7, 4)
            case .channel: (7, 6)
            case .stage: (16, 12)
            case .due: (16, 18)
            case .clockAndDue: (26, 23)
            case .code: (16, 12)
            case .kind: (11, 8)
            case .act: (18, 12)
            case .pageAndLine: (7, 5)
            case .answeredInBook: (24, 22)
            case .answeredInBookDay: (11, 10)
            case .answerTick: (11, 8)
            case .replyTick: (11, 10)
            case .escalationState: (20, 19)
            case .rectificationState: (13, 12)
            case .settingName: (22, 16)
            case .clockName: (15, 10)
            case .openCases, .staffState: (10, 8)
            case .draftState: (14, 14)
            }
        return switch self {
        case .english: widths.english
        case .chinese: widths.chinese
        }
    }
}
