import ComplaintRules
import DeskScreens
import Glibc
import Ledger
import TerminalKit

let folder = "/tmp/fd-live"
let app: DeskApp
let lang: Language = CommandLine.arguments.contains("en") ? .english : .chinese
do { app = DeskApp(ledger: try Ledger(folder: folder), language: lang) } catch {
    app = DeskApp(makingDeskIn: folder, clock: .system, language: lang)
}
var screen = FullScreen(app, folder: folder, theme: .bankBlue)
do { _ = try screen.run(theme: .bankBlue) } catch { print(error) }
