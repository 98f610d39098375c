import DeskTestSupport
import Glibc
import Testing

@testable import firstdesk

@Suite("Many processes on one desk")
struct ManyProcessesTests {
    /// The desk, with a file of so many lines to log.
    private func desk(lines: Int) throws -> CommandDesk {
        let desk = try CommandDesk()
        let line = #"{"channel":"oral","text":"排队四十分钟无人管","customer":"刘女士"}"# + "\n"
        try desk.folder.write(String(repeating: line, count: lines), to: "lines")
        return desk
    }

    private func shell(_ script: String, _ desk: CommandDesk) throws -> CommandResult {
        try run(
            ["-c", script],
            clock: .at(desk.now),
            environment: ["FIRSTDESK_HOME": desk.path, "FOLDER": desk.folder.path, "FIRSTDESK": BuiltProgram.path],
            timeout: .seconds(120),
            program: "/bin/bash"
        )
    }

    /// The serials that are on the desk, in order.
    private func serials(_ desk: CommandDesk) throws -> [Int] {
        let result = try desk.run("list", "--limit", "0", "--json", as: "1002")
        try #require(result.status == 0, "\(result.errors)")
        return try result.objects().compactMap { serial($0["number"]) }.sorted()
    }

    private func serial(_ number: JSONValue?) -> Int? {
        guard case .text(let number)? = number else { return nil }
        return number.split(separator: "-").last.flatMap { Int($0) }
    }

    private func printed(_ desk: CommandDesk) throws -> [Int] {
        let names = try SourceTree.names(in: desk.folder.path).filter { $0.hasPrefix("out") }
        let lines = try names.flatMap { try SourceTree.text(of: desk.folder.path($0)).split(separator: "\n") }
        return lines.compactMap { $0.split(separator: "-").last.flatMap { Int($0) } }.sorted()
    }

    private func complaints(_ desk: CommandDesk) throws -> String {
        let names = try SourceTree.names(in: desk.folder.path).filter { $0.hasPrefix("err") }
        return try names.map { try SourceTree.text(of: desk.folder.path($0)) }.joined()
    }

    @Test("Four that log fifty each at once: all are there, each number once, and nobody is told of a lock")
    func fourAtOnce() throws {
        let desk = try desk(lines: 50)
        let start = ContinuousClock.now
        let result = try shell(
            """
            for n in 1 2 3 4; do
              "$FIRSTDESK" log --input "$FOLDER/lines" --as 1003 --passcode-file "$FOLDER/passcode" >"$FOLDER/out$n" 2>"$FOLDER/err$n" &
              all="$all $!"
            done
            for p in $all; do wait $p || echo "status $?"; done
            """,
            desk
        )
        report("4 × 50 cases logged at once", (ContinuousClock.now - start).milliseconds)
        #expect(result.output == "", "\(result.output)")
        #expect(try complaints(desk) == "")
        #expect(try printed(desk) == Array(1...200))
        #expect(try serials(desk) == Array(1...200))
        #expect(try desk.isWhole())
    }

    @Test("Eight that log and act at once: numbers without gaps, each case with the note of whoever logged it")
    func eightAtOnce() throws {
        let desk = try desk(lines: 12)
        let start = ContinuousClock.now
        // Each logs its lines, then writes a note on every case that it was given a number for.
        let result = try shell(
            """
            work() {
              "$FIRSTDESK" log --input "$FOLDER/lines" --as 1003 --passcode-file "$FOLDER/passcode" >"$FOLDER/out$1" 2>"$FOLDER/err$1" || return
              while read number; do
                echo "{\\"number\\":\\"$number\\",\\"act\\":\\"note\\",\\"text\\":\\"by $1\\"}"
              done <"$FOLDER/out$1" >"$FOLDER/acts$1"
              "$FIRSTDESK" act --input "$FOLDER/acts$1" --as 1003 --passcode-file "$FOLDER/passcode" >/dev/null 2>>"$FOLDER/err$1"
            }
            for n in 1 2 3 4 5 6 7 8; do work $n & all="$all $!"; done
            for p in $all; do wait $p || echo "status $?"; done
            """,
            desk
        )
        report("8 × 12 cases logged and noted at once", (ContinuousClock.now - start).milliseconds)
        #expect(result.output == "", "\(result.output)")
        #expect(try complaints(desk) == "")
        #expect(try printed(desk) == Array(1...96))
        #expect(try serials(desk) == Array(1...96))
        let numbers = (1...96).map { "0379-2611-\(String(1000 + $0).dropFirst())" }
        let shown = try run(
            ["show", "--json", "--as", "1002", "--passcode-file", desk.folder.path("passcode")] + numbers,
            clock: .at(desk.now),
            environment: ["FIRSTDESK_HOME": desk.path]
        )
        for text in shown.lines { #expect(text.ranges(of: "\"text\":\"by ").count == 1) }
        #expect(shown.lines.count == 96)
        #expect(try desk.isWhole())
    }

    @Test("One of three is killed at random moments, over and over: every number that was printed is there, and none is left out")
    func killed() throws {
        let desk = try desk(lines: 300)
        try desk.folder.write(
            String(try SourceTree.text(of: desk.folder.path("lines")).split(separator: "\n").prefix(12).joined(separator: "\n")),
            to: "few"
        )
        var random = SeededNumbers(seed: 91)
        // Milliseconds after the first number of the victim.
        let moments = (0..<8).map { _ in String(format(thousandths: random.number(in: 0...60))) }.joined(separator: " ")
        let result = try shell(
            """
            log() { "$FIRSTDESK" log --input "$FOLDER/few" --as 1003 --passcode-file "$FOLDER/passcode" >"$1" 2>"$2"; }
            round=0; killed=0
            for moment in \(moments); do
              round=$((round + 1))
              log "$FOLDER/out$round.1" "$FOLDER/err$round.1" & first=$!
              log "$FOLDER/out$round.2" "$FOLDER/err$round.2" & second=$!
              "$FIRSTDESK" log --input "$FOLDER/lines" --as 1003 --passcode-file "$FOLDER/passcode" >"$FOLDER/out$round.3" 2>"$FOLDER/err$round.3" & victim=$!
              until [ -s "$FOLDER/out$round.3" ] || ! kill -0 $victim 2>/dev/null; do read -t 0.002 <> <(:); done
              read -t $moment <> <(:)
              kill -9 $victim 2>/dev/null
              wait $victim 2>/dev/null; [ $? = 137 ] && killed=$((killed + 1))
              wait $first || echo "status $?"
              wait $second || echo "status $?"
            done 2>/dev/null
            echo "killed $killed"
            """,
            desk
        )
        #expect(try complaints(desk) == "")
        let killed = try #require(result.output.firstMatch(of: /^killed (\d+)\n$/)?.output.1.description)
        report("of 8 processes, killed while they logged", killed, "")
        #expect(Int(killed) ?? 0 >= 6, "\(result.output)")
        let printed = try printed(desk)
        let there = try serials(desk)
        #expect(Set(printed).isSubset(of: Set(there)))
        #expect(Set(printed).count == printed.count, "no number twice")
        #expect(there == Array(1...there.count), "no gap")
        // A case is printed right after it is on the disk: each killed process has one at most that nobody was told of.
        #expect(there.count - printed.count <= 8)
        #expect(try desk.isWhole())
    }

    /// So many thousandths as a decimal fraction.
    private func format(thousandths: Int) -> String {
        "0." + String(1000 + thousandths).dropFirst()
    }
}
