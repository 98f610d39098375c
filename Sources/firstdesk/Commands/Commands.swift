/// The commands that there are.
enum Commands {
    /// All commands, in the order of the help. The one without a name is the program by itself.
    static let all = [
        FullScreen.table, FullScreen.demoTable, InitCommand.table, StaffCommand.addTable, StaffCommand.listTable,
        StaffCommand.retireTable, LogCommand.table, ActCommand.table, ListCommand.table, ShowCommand.table, DueCommand.table,
        ImportCommand.table, VerifyCommand.table, SealCommand.table, PasscodeCommand.table,
    ]
}
