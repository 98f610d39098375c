import ComplaintRules
import TableFiles
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
    case notOneOf(option: String, String, [FieldShape.Option])
    case notACount(option: String, String)
    /// A whole number, but one outside of the span in which it can be.
    case outOfRange(option: String, Int, ClosedRange<Int>)
    case notATime(option: String, String)
    case notADay(option: String, String)
    case notAMonth(option: String, String)
    /// A month has no such issue of its report.
    case noSuchIssue(Month, Int, of: Int)
    case notAPeriod(option: String, String)
    case periodNotBegun(String)
    case noSuchPaper(String, known: [FieldShape.Option])
    /// A paper whose text no model makes.
    case takesNoModel(String, known: [String])
    /// A file that is there already and may be overwritten only where that is asked for.
    case fileIsThere(path: String)
    /// An option for a field that the channel does not have.
    case notOfChannel(option: String, [Channel])
    case onlyForRules(String)
    case timeGoesBack(String)
    case daysBackwards
    case notAStaffNumber(option: String, String)
    case notABranchCode(String)
    case noSuchTimeZone(String)
    case unknownAct(String, nearest: String?, known: [FieldShape.Option])
    case notASeal(String)
    case notABackupKey(String)
    case notAnObject(reason: JSONFault)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    case noWorkbooks(package: String)
    case badCalendar(CalendarFault)
    case noSuchSetting(String, known: [FieldShape.Option])
    case badSetting(String, String)
    case badCodes(CodeFault)
    case badScriptTable(ScriptFault)
    case noSuchScript(String, known: [String])
    case badScript(path: String, String)
    case badTheme(String, known: [String])
    case noScreen(TerminalError)
    case emptyFile(path: String)
    case noTerminal(option: String)
    case passcodesDiffer
    case badLine(TableRefusal.Reason)
    case badFile(path: String, TableRefusal)
    case cannotRead(file: String, TextFileError)
    case noSuchEncoding(String)
    case notUTF8(Place, NotUTF8)

    /// Where bytes came from that are no text.
    enum Place: Hashable, Sendable {
        /// The command line; the argument's place, counted from 1.
        case argument(Int)
        /// A variable of the environment.
        case variable(String)
        /// What was typed on the terminal.
        case typed
    }

    /// The codes of a type, each with its name where it has one.
    static func options<Code: RawRepresentable & CaseIterable>(_ type: Code.Type) -> [FieldShape.Option] where Code.RawValue == String {
        Code.allCases.map { code in
            FieldShape.Option(code: code.rawValue, label: (code as? any Choosable)?.label ?? Phrase(verbatim: code.rawValue))
        }
    }

    /// Why a text is no flat object in JSON.
    enum JSONFault: Hashable, Sendable {
        /// It cannot be read.
        case unreadable(TableFiles.JSONFault)
        /// It is JSON and no object.
        case noObject
        /// This key holds an object or a list.
        case nested(String)
    }
}
