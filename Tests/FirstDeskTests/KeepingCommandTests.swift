import Glibc
import TableFiles
import Testing

@testable import firstdesk

@Suite("Commands that keep the desk")
struct KeepingCommandTests {
    private func shell(_ script: String, _ desk: CommandDesk) throws -> CommandResult {
        try run(
            ["-c", script],
            clock: .at(desk.now),
            environment: [
                "FIRSTDESK_HOME": desk.path, "FOLDER": desk.folder.path, "FIRSTDESK": BuiltProgram.path, "DESK": desk.file,
                "LOG": #"{"channel":"oral","text":"排队四十分钟","customer":"刘女士"}"#,
            ],
            timeout: .seconds(120),
            program: "/bin/bash"
        )
    }

    @Test(
        "The file is deleted, or an older one copied over it, while a desk logs: no number is printed for what is not in the file",
        arguments: [
            "rm \"$DESK\"", "rm \"$DESK-wal\"", "cat \"$FOLDER/older\" >\"$DESK\"",
        ]
    )
    func lostUnderneath(_ harm: String) throws {
        let desk = try CommandDesk()
        let result = try shell(
            """
            cp "$DESK" "$FOLDER/older"
            for n in $(seq 12); do echo "$LOG"; done | "$FIRSTDESK" log --input - --as 1003 --passcode-file "$FOLDER/passcode" >/dev/null
            mkfifo "$FOLDER/lines"
            exec 3<>"$FOLDER/lines"
            "$FIRSTDESK" log --input - --as 1003 --passcode-file "$FOLDER/passcode" <"$FOLDER/lines" 3>&- >"$FOLDER/out" 2>"$FOLDER/err" &
            desk=$!
            echo "$LOG" >&3
            until [ -s "$FOLDER/out" ]; do read -t 0.01 <> <(:); done
            \(harm)
            trap '' PIPE
            echo "$LOG" >&3; echo "$LOG" >&3
            exec 3>&-
            wait $desk; echo "status $?"
            cat "$FOLDER/out"
            """,
            desk
        )
        #expect(result.output == "status 4\n0379-2611-013\n", "\(result.output)\(result.errors)")
        let said = try SourceTree.text(of: desk.folder.path("err"))
        #expect(said.contains("was deleted, moved or replaced while this desk was open. What you just entered is not recorded;"))
    }

    @Test("backup, declared loss and restore, by command, in both languages")
    func backupAndRestore() throws {
        let desk = try CommandDesk()
        _ = try desk.log()
        let own = try desk.run("backup")
        #expect(own.status == 0 && own.output == "\(desk.path)/backups/firstdesk-20261120-0900.db\n")
        #expect(own.errors.contains("read back and found whole"))
        let keyFile = desk.folder.path("key")
        let key = try desk.run("backup", "--new-key", keyFile)
        #expect(key.status == 0)
        #expect(try desk.run("backup", "--new-key", keyFile).status == 2, "a key that is there stays")
        let copy = desk.folder.path("copy.enc")
        #expect(try desk.run("backup", copy, "--encrypt-to", key.lines[0]).status == 2, "somebody signs in for it")
        #expect(try desk.run("backup", copy, "--encrypt-to", key.lines[0], as: "1002").status == 1)
        #expect(try desk.run("backup", copy, "--encrypt-to", "ABCD", as: "1001").status == 2)
        let made = try desk.run("backup", copy, "--encrypt-to", key.lines[0], "--json", as: "1001")
        #expect(made.status == 0)
        #expect(try made.objects()[0]["encrypted"] == .truth(true))
        #expect(try desk.log() == "0379-2611-002")
        #expect(try desk.run("restore", copy, "--key-file", keyFile, as: "1001").status == 4, "not without --replace")
        let locked = try desk.run("restore", copy, "--replace", as: "1001")
        #expect(locked.status == 4, "not without its key")
        let asItWas = "so nothing was restored. The desk in \(desk.path) is as it was."
        #expect(locked.errors == "\(copy) is encrypted, and was not opened, \(asItWas) Name the file of its key (--key-file).\n")
        let text = try desk.folder.write("no backup", to: "text.db")
        let none = try desk.run("restore", text, "--replace", as: "1001")
        #expect(none.status == 4)
        #expect(none.errors == "\(text) is not a backup of FirstDesk, \(asItWas) Take another backup (firstdesk restore FILE).\n")
        let inChinese = try desk.run("restore", text, "--replace", "--lang", "zh", as: "1001")
        #expect(inChinese.errors == "\(text) 不是 FirstDesk 的备份，未作恢复。\(desk.path) 处的数据未作改动。请改用其他备份（firstdesk restore 文件）。\n")
        #expect(try desk.isWhole())
        #expect(try desk.run("restore", copy, "--key-file", keyFile, "--replace", as: "1002").status == 1)
        let restored = try desk.run("restore", copy, "--key-file", keyFile, "--replace", as: "1001")
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(restored.errors.contains("What was there, up to event 9, is in \(desk.path)/replaced-20261120-0900."))
        #expect(try desk.log() == "0379-2611-003", "the number that is lost is not given again")
        #expect(try desk.isWhole())

        // The file of before, put back by hand under the witness of now.
        #expect(try shell("cp \"$FIRSTDESK_HOME\"/replaced-*/firstdesk.db \"$DESK\"; rm -f \"$DESK\"-wal \"$DESK\"-shm", desk).status == 0)
        let refused = try desk.run("log", "--channel", "oral", "--text", "x", as: "1003")
        #expect(refused.status == 4 && refused.output == "")
        #expect(refused.errors.contains("lacks entries that were confirmed."))
        #expect(try desk.run("list", as: "1002").status == 0, "reading goes on")
        let chinese = try desk.run("verify", "--lang", "zh")
        #expect(chinese.status == 3 && chinese.output.contains("有已确认的记录不在文件中"))
        #expect(try desk.run("declare-loss", "--reason", "误操作", as: "1002").status == 1)
        #expect(try desk.run("declare-loss", "--reason", "误操作", as: "1001").status == 0)
        #expect(try desk.log() == "0379-2611-004")
        #expect(try desk.isWhole())
    }

    @Test("audit, archive, erase and rebuild, by command")
    func keeping() throws {
        let desk = try CommandDesk()
        let number = try desk.log()
        let trail = try desk.run("audit", "--json", as: "1009")
        #expect(trail.status == 0)
        #expect(try trail.objects().last?["act"] == .text("logged"))
        #expect(try desk.run("audit", as: "1003").status == 1)
        #expect(try desk.run("audit", "--from", "2026-11-21", as: "1009").output == "")
        #expect(try desk.run("archive", "out", number, "--to", "内审部", as: "1002").status == 0)
        #expect(
            try desk.run("archive", "out", number, "--to", "他人", as: "1002").errors
                == "Archive: 内审部 has the paper. Record its return first.\n"
        )
        #expect(try desk.run("archive", "list", as: "1001").output == "\(number)  2026-11-20T09:00:00+08:00  内审部  1002\n")
        // The auditor reads all; a clerk does not.
        #expect(try desk.run("archive", "list", as: "1009").output == "\(number)  2026-11-20T09:00:00+08:00  内审部  1002\n")
        #expect(try desk.run("archive", "list", as: "1003").status == 1)
        #expect(try desk.run("archive", "back", number, as: "1001").status == 0)
        #expect(try desk.run("archive", "list", as: "1001").output == "")
        let early = try desk.run("erase", "--closed-before", "2026-01-01", as: "1001")
        #expect(early.status == 1 && early.errors.contains("Name 2023-11-20 or an earlier day."))
        let erased = try desk.run("erase", "--closed-before", "2023-11-20", "--json", as: "1001")
        #expect(try erased.objects()[0]["erased"] == .list([]))
        #expect(try desk.run("rebuild", as: "1002").status == 1)
        #expect(try desk.run("rebuild", as: "1001").status == 0)
        #expect(try desk.isWhole())
    }

    @Test("A desk whose recovery key nobody could read is not made")
    func initIntoFullDisk() throws {
        let folder = try TemporaryFolder()
        try folder.write("practice 练习\n", to: "passcode")
        let script = """
            "$FIRSTDESK" init --practice --desk "$FOLDER/desk" --code 0379 --name N --hotline 1 --timezone Asia/Shanghai --manager 1001 \
            --manager-name W --passcode-file "$FOLDER/passcode" >/dev/full; echo "status $?"; ls "$FOLDER"
            """
        let result = try run(
            ["-c", script],
            environment: ["FOLDER": folder.path, "FIRSTDESK": BuiltProgram.path],
            program: "/bin/bash"
        )
        #expect(result.output == "status 4\npasscode\n")
        #expect(result.errors.hasPrefix("The recovery key could not be printed: no desk was made.\n"))
    }

    /// Whether this machine lets a test have a small file system of its own.
    private static let canMount =
        (try? FirstDeskTests.run(["-c", "unshare -rm mount -t tmpfs none /mnt"], program: "/bin/sh"))?.status == 0

    @Test("A disk that is really full: said, nothing lost, and with room again all goes on", .enabled(if: canMount))
    func fullDisk() throws {
        let desk = try CommandDesk()
        let result = try shell(
            """
            mkdir "$FOLDER/small"
            for n in $(seq 300); do echo "$LOG"; done >"$FOLDER/lines"
            export FOLDER FIRSTDESK FIRSTDESK_HOME LOG
            unshare -rm /bin/bash -c '
              mount -t tmpfs -o size=4m none "$FOLDER/small" && cp -a "$FIRSTDESK_HOME" "$FOLDER/small/desk" && cd "$FOLDER/small"
              room=$(df -k --output=avail . | tail -1)
              head -c $(( (room - 300) * 1024 )) /dev/zero >filler
              "$FIRSTDESK" log --input "$FOLDER/lines" --desk desk --as 1003 --passcode-file "$FOLDER/passcode" >"$FOLDER/out" 2>"$FOLDER/err"
              echo "log $?"
              rm filler
              "$FIRSTDESK" log --channel oral --text more --desk desk --as 1003 --passcode-file "$FOLDER/passcode" >>"$FOLDER/out"; echo "log $?"
              "$FIRSTDESK" list --limit 0 --json --desk desk --as 1002 --passcode-file "$FOLDER/passcode" | wc -l
              "$FIRSTDESK" verify --desk desk >/dev/null; echo "verify $?"
            '
            wc -l <"$FOLDER/out"
            """,
            desk
        )
        let lines = result.lines
        #expect(lines.count == 5, "\(result.output)\(result.errors)")
        guard lines.count == 5 else { return }
        #expect(lines[0] == "log 4" && lines[1] == "log 0" && lines[3] == "verify 0", "\(result.output)")
        #expect(lines[2] == lines[4], "every number that was printed is there, and no other")
        #expect(try SourceTree.text(of: desk.folder.path("err")).contains("is full. Nothing was changed and nothing is lost"))
    }

    @Test("A file that may not grow ends the command with a word rather than by a signal, and nothing that was printed is lost")
    func fileSizeLimit() throws {
        let desk = try CommandDesk()
        let result = try shell(
            """
            size=$(stat -c %s "$DESK")
            for n in $(seq 200); do echo "$LOG"; done >"$FOLDER/lines"
            (ulimit -f $(( size / 1024 + 8 )); exec "$FIRSTDESK" log --input "$FOLDER/lines" --as 1003 --passcode-file "$FOLDER/passcode") \\
              >"$FOLDER/out" 2>"$FOLDER/err"
            echo "status $?"
            """,
            desk
        )
        #expect(result.output == "status 4\n")
        // SQLite forgets the system's number for this one on its way back: it is told as a failed write.
        let said = try SourceTree.text(of: desk.folder.path("err"))
        #expect(said.contains("Everything confirmed before is saved;") || said.contains("Nothing was changed and nothing is lost;"))
        let printed = try SourceTree.text(of: desk.folder.path("out")).split(separator: "\n").count
        #expect(try desk.run("list", "--limit", "0", "--json", as: "1002").lines.count == printed)
        #expect(try desk.isWhole())
    }

    @Test("Every harm of the trial, once or a few times: nothing is lost, unnoticed or crashed")
    func trial() throws {
        let program = BuiltProgram.folder + "/desktrial"
        let result = try run(
            ["--seed", "7", "--rounds", "2", "--acts", "5", "--program", BuiltProgram.path],
            timeout: .seconds(600),
            program: program
        )
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }
}
