/// The commands that there are.
enum Commands {
    /// All commands, in the order of the help. The one without a name is the program by itself.
    static let all = [
        FullScreen.table, FullScreen.demoTable, InitCommand.table, StaffCommand.addTable, StaffCommand.listTable,
        StaffCommand.retireTable, StaffCommand.renameTable, StaffCommand.roleTable, StaffCommand.returnTable, ResetPasscodeCommand.table,
        UnlockCommand.table, StaffCommand.standInTable, LogCommand.table, ActCommand.table, ListCommand.table, ShowCommand.table,
        ReassignCommand.table,
        DueCommand.table,
        BookCommand.openTable, BookCommand.entryTable, BookCommand.nothingTable, BookCommand.closeTable, BookCommand.correctTable,
        BookCommand.statusTable,
        FiguresCommand.table, PaperCommand.table,
        CalendarCommand.table, CalendarCommand.correctTable, CodesCommand.loadTable, CodesCommand.listTable,
        ScriptsCommand.loadTable, ScriptsCommand.listTable, ScriptsCommand.showTable, SettingsCommand.getTable, SettingsCommand.setTable,
        ImportCommand.table, ExportCommand.table, ClockCommand.table, VerifyCommand.table, BackupCommand.table, RestoreCommand.table,
        DeclareLossCommand.table, UpkeepCommand.table, RebuildCommand.table,
        AuditCommand.table, EraseCommand.table, ArchiveCommand.outTable, ArchiveCommand.backTable, ArchiveCommand.listTable,
        SealCommand.table, PasscodeCommand.table, CompletionCommand.table,
    ]
}
