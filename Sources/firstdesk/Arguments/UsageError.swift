import ComplaintRules
import TerminalKit

/// What is wrong with a command line or with a file that it names.
enum UsageError: Error, Hashable, Sendable {
    case unknownCommand(String, nearest: String?)
    case groupAlone(String, members: [String])
    case unknownOption(String, nearest: String?)
    case missingValue(String)
    case takesNoValue(String)
    case givenTwice(String)
    case missingOption(String)
    case missingOperand(String)
    case tooMany(String)
    case together(String, String)
    case notOneOf(option: String, String, [String])
    case notACount(option: String, String)
    case notATime(option: String, String)
    case notADay(option: String, String)
    case notAMonth(option: String, String)
    case onlyForRules(String)
    case timeGoesBack(String)
    case daysBackwards
    case notAStaffNumber(option: String, String)
    case notABranchCode(String)
    case noSuchTimeZone(String)
    case unknownAct(String, nearest: String?, known: [String])
    case notASeal(String)
    case notAnObject(reason: JSONFault)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    case badCalendar(CalendarFault)
    case noSuchSetting(String, known: [String])
    case badSetting(String, String)
    case badCodes(CodeFault)
    case badScript(path: String, String)
    case badTheme(String, known: [String])
    case noScreen(TerminalError)
    case emptyFile(path: String)
    case noTerminal(option: String)
    case passcodesDiffer
    case inputLineTooLong(limit: Int)

    /// Why a text is no flat object in JSON.
    enum JSONFault: Hashable, Sendable {
        /// It is no JSON.
        case malformed
        /// It is JSON and no object.
        case noObject
        /// This key holds an object or a list.
        case nested(String)
    }
}
