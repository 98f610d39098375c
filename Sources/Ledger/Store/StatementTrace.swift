import CSQLite

/// Notes which statements a connection runs.
private final class StatementTrace {
    var statements: [String] = []
}

extension Connection {
    /// The statements that `body` runs, in order, with `?` in place of values: for tests that hold how much one key asks of the file. What the
    /// full-text engine asks of its own tables is left out.
    func tracing(_ body: () throws -> Void) throws -> [String] {
        let connection = try handle.open()
        let trace = StatementTrace()
        // Unretained: the trace outlives the callback, which the `defer` takes away.
        let context = Unmanaged.passUnretained(trace).toOpaque()
        sqlite3_trace_v2(
            connection,
            UInt32(SQLITE_TRACE_STMT),
            { _, context, _, text in
                guard let context, let text else { return 0 }
                let statement = String(cString: text.assumingMemoryBound(to: CChar.self))
                if !statement.holds("'main'.") {
                    Unmanaged<StatementTrace>.fromOpaque(context).takeUnretainedValue().statements.append(statement)
                }
                return 0
            },
            context
        )
        defer { sqlite3_trace_v2(connection, 0, nil, nil) }
        try body()
        return trace.statements
    }
}
